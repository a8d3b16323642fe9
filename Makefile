# Two commands do most: `make serve` shows the site, `make test` checks everything.
# Every target sets up what it needs. Another Python: make PYTHON=python3.12 serve

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
NODE := $(BIN)/python tools/node.py
UV := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

# What does not wait for another target runs beside it.
MAKEFLAGS += --jobs=2
# Material's notice about MkDocs 2 is no news to somebody who builds this site.
export NO_MKDOCS_2_WARNING := 1
# Tests start `node`, which may be the one that set-up put here.
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: help setup serve build check types style scripts test test-all screenshots test-host matrix fuzz mutants extension lighthouse bench bench-build bench-cost bench-growth bench-triage rules format lock package schema clean

help: ## list these targets
	@awk -F ': .*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

$(READY): pyproject.toml requirements-dev.lock tools/setup.py
	@command -v $(PYTHON) >/dev/null || { echo "Set-up stopped: there is no $(PYTHON) here. Install Python 3.11 or newer, or name another: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) tools/setup.py

setup: $(READY) ## create .venv with everything that Python needs

serve: $(READY) ## show the site on 127.0.0.1:8000, rebuilt as files change
	$(BIN)/mkdocs serve

build: $(READY) ## write the site to site/
	$(BIN)/mkdocs build --strict

check: types style ## check style, types, words, imports and the errors, without running a test

# The slowest check, beside the others.
types: $(READY)
	$(BIN)/mypy

style: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/codespell
	$(BIN)/python tools/prose.py
	$(BIN)/lint-imports --no-logo
	$(NODE) node_modules/typescript/bin/tsc
	$(BIN)/errorbook schema --check
	$(BIN)/errorbook check

test: check scripts ## check everything, then run all tests
	$(BIN)/python tests/browser.py
	$(BIN)/pytest --numprocesses auto --dist worksteal

# Beside the slowest check, while that is at work; after `style`, so that only one of them installs packages.
scripts: style
	$(NODE) --test tests/js/*.test.js

test-all: $(READY) ## run what make test leaves out, such as other plugins and web servers
	$(BIN)/python tests/browser.py
	$(BIN)/python tests/servers.py
	$(BIN)/python tests/firefox.py
	$(NODE) --version
	$(BIN)/pytest --numprocesses auto --dist loadscope tests/slow tests/hosts.py

screenshots: $(READY) ## take a picture of every state of the pages into screenshots/
	$(BIN)/python tests/browser.py
	$(BIN)/python tests/screenshots.py screenshots

test-host: $(READY) ## serve the site by nginx and Apache, with the files the build writes for them
	$(BIN)/python tests/browser.py
	$(BIN)/python tests/servers.py
	$(BIN)/pytest -s tests/hosts.py

matrix: $(READY) ## try every generator, theme and Python; needs the network the first time
	$(BIN)/python tests/browser.py
	$(BIN)/pytest tests/matrix

fuzz: $(READY) ## feed the matchers, masking, the readers and new with 20,000 made-up inputs each
	ERRORBOOK_FUZZ=$${ERRORBOOK_FUZZ:-20000} $(BIN)/pytest --timeout=0 tests/matching/test_twins.py tests/describing/test_describing_twins.py tests/redaction/test_masking.py tests/whole/test_fuzz.py

mutants: $(READY) ## put 300 small faults in, one at a time, and count how many the tests catch
	$(BIN)/python tools/mutants.py

lighthouse: $(READY) ## measure pages as on a phone, with our scripts and without; needs the network the first time
	$(BIN)/python tests/browser.py
	$(NODE) --version
	$(BIN)/python tests/page_speed.py

bench: $(READY) ## measure ours and the peers: make bench DATA=folder
	$(BIN)/python -m bench.install
	$(BIN)/python -m bench --data "$(DATA)" --peers "$(PEERS)"
	$(BIN)/python -m bench.descriptions
	$(BIN)/python -m bench.strangers --data "$(DATA)"

bench-cost: $(READY) ## measure bytes, time and memory: make bench-cost DATA=folder
	$(BIN)/python tests/browser.py || echo "Chromium left out: there is none."
	$(BIN)/python -m bench.cost --data "$(DATA)"

bench-build: $(READY) ## measure builds, checks and edits beside plain Markdown pages
	$(BIN)/python -m bench.build

bench-growth: $(READY) ## measure how the stages of a build grow with the entries
	$(BIN)/python -m bench.growth

rules: $(READY) ## measure what each rule and number of the matcher earns: make rules DATA=folder [NUMBERS=document]
	nice $(BIN)/python -m bench.rules --data "$(DATA)" --numbers "$(NUMBERS)"

bench-triage: $(READY) ## triage 100,000 made-up tickets: one process, two, and a cluster of two
	$(BIN)/python bench/tickets.py --out bench/triage.md

format: $(READY) ## put the Python code in its usual form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: $(READY) ## choose the newest allowed version of every package
	$(BIN)/python -m pip install --quiet uv
	$(UV) --upgrade pyproject.toml --output-file requirements.lock
	$(UV) --upgrade pyproject.toml --extra dask --extra mcp --extra triage --group dev --constraint requirements.lock --output-file requirements-dev.lock
	$(UV) --upgrade --group node --output-file requirements-node.lock
	$(UV) --upgrade --group bench --output-file requirements-bench.lock
	$(UV) --upgrade pyproject.toml --group plugins --output-file requirements-plugins.lock
	$(UV) --resolution lowest-direct pyproject.toml --output-file tests/matrix/oldest.lock
	$(UV) --upgrade pyproject.toml --group properdocs --output-file tests/matrix/properdocs.lock
	$(UV) --upgrade pyproject.toml --group zensical --output-file tests/matrix/zensical.lock
	npm update --package-lock-only
	npm update --package-lock-only --omit-lockfile-registry-resolved --prefix bench
	npm update --package-lock-only --omit-lockfile-registry-resolved --prefix tests/web_ext
	npm update --package-lock-only --omit-lockfile-registry-resolved --prefix tests/lighthouse
	npm update --package-lock-only --omit-lockfile-registry-resolved --prefix tests/slow/typescript

extension: $(READY) ## pack the lookup for Chromium and Firefox in dist/: make extension SITE=https://…
	@for panel in chromium firefox; do \
	  $(BIN)/errorbook export dist --panel $$panel $(if $(SITE),--site "$(SITE)"); done=$$?; \
	  [ $$done -ne 2 ] || echo "Name the address of your site: make extension SITE=https://help.example.com"; \
	  [ $$done -eq 0 ] || exit $$done; \
	done

package: $(READY) ## write the wheel and the source package to dist/
	rm -rf dist
	$(BIN)/python -m hatchling build

schema: $(READY) ## write the JSON Schema with which editors complete an entry
	$(BIN)/errorbook schema

clean: ## remove everything that make made
	rm -rf .venv .venv-bench .venv-matrix .venv-plugins node_modules bench/node_modules tests/web_ext/node_modules tests/lighthouse/node_modules site disk dist screenshots .hypothesis .*_cache
