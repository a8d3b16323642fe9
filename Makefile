# Two commands do most: `make serve` shows the site, `make test` checks everything.
# Every target sets up what it needs; `make PYTHON=python3.12 …` picks another Python.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

# Material's notice about MkDocs 2 is no news to somebody who builds this site.
export NO_MKDOCS_2_WARNING := 1
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: help
help: ## list the targets
	@sed -n 's/^\([a-z]*\): .*## \(.*\)/  make \1 \2/p' Makefile | awk '{printf "  %s %-8s", $$1, $$2; $$1 = $$2 = ""; print}'

$(READY): pyproject.toml requirements-dev.lock tools/setup.py
	@$(PYTHON) tools/setup.py

.PHONY: setup
setup: $(READY) ## create .venv with everything Python needs

.PHONY: serve
serve: $(READY) ## show the site on 127.0.0.1:8000, rebuilt as files change
	@$(BIN)/mkdocs serve

.PHONY: build
build: $(READY) ## write the site to site/
	@$(BIN)/mkdocs build --strict
