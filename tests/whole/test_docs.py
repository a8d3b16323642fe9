"""The documents say what is there: commands, options, targets, fields, limits and samples that load."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import own
import pytest
import yaml
from markdown.extensions.toc import slugify
from mkdocs.config import Config
from mkdocs.config.config_options import SubConfig
from pydantic import BaseModel

from errorbook.catalogue import ledger, reader
from errorbook.catalogue.model import EntryFile
from errorbook.catalogue.vocabulary import Record, System, Vocabulary
from errorbook.checks import catalogue_rules
from errorbook.cli.main import commands
from errorbook.indexing import match_index
from errorbook.matching import SETTINGS, Matcher
from errorbook.mkdocs_plugin.config import ErrorbookConfig
from errorbook.site import markers
from errorbook.triage import tables

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
YOURS = (ROOT / "content/contributing/your-own-catalogue.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
ADDING = (ROOT / "content/contributing/adding-an-error.md").read_text("utf-8")
MATCHING = (ROOT / "content/how-matching-works.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")),
    *sorted((ROOT / "content").rglob("*.md")),
]
SAMPLE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MOST_KILOBYTES = 200


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("command", sorted(commands.commands))
def test_every_command_has_help_and_a_line_in_the_readme(command: str) -> None:
    assert commands.commands[command].help
    assert f"| `errorbook {command}` | " in README


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_commands_and_targets_that_are_named_exist(path: Path) -> None:
    text = path.read_text("utf-8")
    named = re.findall(r"(?<![-\w:/])errorbook ([a-z]+)\b(?! [a-z]+ing)", "".join(code(text)))
    assert set(named) <= set(commands.commands)
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z][a-z-]*)", "".join(code(text)))) <= targets


def test_every_rule_is_listed_with_its_level_and_what_it_finds() -> None:
    page = (ROOT / "content/contributing/rules.md").read_text("utf-8")
    listed = re.findall(r"^\| `([a-z-]+)` \| (\w+) \| (.+) \|$", page, re.MULTILINE)
    assert listed == [
        (rule.name, rule.level, (rule.find.__doc__ or "").partition("\n")[0])
        for rule in catalogue_rules.RULES
    ]


def test_the_rules_that_read_english_are_named() -> None:
    page = (ROOT / "content/contributing/rules.md").read_text("utf-8")
    (told,) = re.findall(r"^(.+) read English words", page, re.MULTILINE)
    english = [rule.name for rule in catalogue_rules.RULES if rule.english]
    assert re.findall("`([a-z-]+)`", told) == english


def code(text: str) -> list[str]:
    """Return what a document sets as code."""
    return [
        part + "\n" for part in re.findall(r"```.*?```|`[^`]+`|^    +.*$", text, re.MULTILINE | re.DOTALL)
    ]


def test_make_help_lists_every_target() -> None:
    (targets,) = re.findall(r"^\.PHONY: (.*)", MAKEFILE, re.MULTILINE)
    steps = {"types", "style", "scripts"}  # of check and test, which run them side by side
    listed = re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE)
    assert sorted(listed) == sorted({*targets.split()} - steps)
    assert "`make help` lists every target" in CONTRIBUTING


@pytest.mark.parametrize(
    ("path", "sample"),
    [(path, sample) for path in DOCUMENTS for sample in SAMPLE.findall(path.read_text("utf-8"))],
    ids=lambda value: name(value) if isinstance(value, Path) else "",
)
def test_every_yaml_sample_can_be_read(path: Path, sample: str) -> None:
    assert yaml.safe_load(sample)


def test_the_readme_s_catalogue_is_sound(tmp_path: Path) -> None:
    words, entry = (sample for sample in SAMPLE.findall(README) if "site_name" not in sample)
    (choices,) = SAMPLE.findall(YOURS)
    folder = tmp_path / "shop"
    folder.mkdir()
    (tmp_path / "catalogue.yml").write_text(words, "utf-8")
    (folder / "payment-declined.yml").write_text(entry, "utf-8")
    known = reader.load(tmp_path)
    found = Matcher(match_index.build(known)).match(known.entries[0].examples[1].paste).findings
    assert [(finding.id, finding.outcome) for finding in found] == [("SHOP-0001", "is")]
    (tmp_path / "catalogue.yml").write_text(words + choices, "utf-8")
    chosen = entry.replace("\nmessages:", "\nseverity: line\nfixable_by: [maker]\nmessages:")
    (folder / "payment-declined.yml").write_text(chosen, "utf-8")
    assert reader.load(tmp_path).entries[0].severity == "line"


def test_the_sample_entry_for_authors_is_sound(tmp_path: Path) -> None:
    sample, types, block, including = SAMPLE.findall(ADDING)
    folder = tmp_path / "xero"
    folder.mkdir()
    words = (ROOT / "errors/catalogue.yml").read_text("utf-8") + types
    (tmp_path / "catalogue.yml").write_text(words, "utf-8")
    (folder / "item-not-allowed.yml").write_text(sample, "utf-8")
    (tmp_path / ledger.FILE).write_text(ledger.render([ledger.Line("XERO-0999", "xero/item-not-allowed")]))
    loaded = reader.read(tmp_path)
    known = loaded.catalogue
    matcher = Matcher(match_index.build(known))
    assert [problem for problem in catalogue_rules.check(loaded, matcher) if problem.level != "hint"] == []
    assert list(known.vocabulary.value_types) == ["machine"]
    (tmp_path / "shared/blocks").mkdir(parents=True)
    (tmp_path / "shared/blocks/retry.yml").write_text(block, "utf-8")
    shared = re.sub(r"^resolution:\n(?:[ ].*\n)+", including, sample, flags=re.MULTILINE)
    (folder / "item-not-allowed.yml").write_text(shared, "utf-8")
    assert [step.do for step in reader.load(tmp_path).entries[0].resolution] == [
        "Correct the name in Xero.",
        "Retry the record from the Failed list in Cin7 Core.",
    ]
    for example in known.entries[0].examples:
        (finding,) = matcher.match(example.paste).findings
        assert (finding.outcome, finding.values | example.expect) == ("is", finding.values)
    for paste in known.entries[0].non_examples:
        assert not matcher.match(paste).findings


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_no_sample_of_options_begins_a_second_list_of_plugins(path: Path) -> None:
    """YAML would take it in silence for the only one."""
    samples = [yaml.safe_load(sample) for sample in SAMPLE.findall(path.read_text("utf-8"))]
    listing = [sample for sample in samples if isinstance(sample, dict) and "plugins" in sample]
    assert [sample for sample in listing if "site_name" not in sample] == []


def test_authors_find_every_field_explained_as_in_their_editor() -> None:
    """They stand in the order in which a file has them."""
    needed = {
        field: " (required)" if about.is_required() else "" for field, about in EntryFile.model_fields.items()
    }
    rows = [
        f"| `{field}`{needed[field]} | {about.description} |"
        for field, about in EntryFile.model_fields.items()
    ]
    assert [
        row for row in ADDING.partition("## Every field")[2].splitlines() if row.startswith("| `")
    ] == rows


@pytest.mark.parametrize(
    ("model", "group"),
    [
        (Vocabulary, ""),
        (
            System,
            "systems.….",
        ),
        (Record, "records.…."),
    ],
    ids=str,
)
def test_whoever_begins_a_catalogue_finds_every_field_of_its_words(
    model: type[BaseModel], group: str
) -> None:
    for field, about in model.model_fields.items():
        required = " (required)" if about.is_required() else ""
        explained = (about.description or "no word").replace("``", "`")
        assert f"| `{group}{field}`{required} | {explained} |\n" in YOURS


def option_rows(options: type[Config] = ErrorbookConfig, group: str = "") -> Iterator[str]:
    """Return a row of the table for each option, those of groups behind their group."""
    body = ast.parse(inspect.getsource(options)).body[0]
    assert isinstance(body, ast.ClassDef)
    about = {
        target.id: text.value.value.replace("``", "`")
        for assigned, text in zip(body.body, body.body[1:], strict=False)
        if isinstance(assigned, ast.Assign) and isinstance(target := assigned.targets[0], ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant)
        if isinstance(text.value.value, str)
    }
    for option, kind in options._schema:
        default = str(kind.default).lower() if isinstance(kind.default, bool) else kind.default
        default = f"`{default}`" if isinstance(default, str) and default else "none"
        if isinstance(kind, SubConfig):
            yield from option_rows(kind.config_class, f"{group}{option}.")
        else:
            words = re.sub(r"(<!--.*?-->)", r"`\1`", about[option])
            yield f"| `{group}{option}` | {default} | {words} |"


def test_every_option_is_explained() -> None:
    assert [row for row in option_rows() if f"{row}\n" not in YOURS] == []


def test_every_marker_is_explained() -> None:
    assert [name for name in markers.NAMES if f"| `<!-- errorbook:{name} -->` | " not in YOURS] == []


def test_every_dependency_has_its_reason_and_no_other_has_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    decision = (ROOT / "content/contributing/decisions/0007-few-dependencies.md").read_text("utf-8")
    reasons = re.findall(r"^\| ([a-z0-9-]+) \| ", decision, re.MULTILINE)
    lines = [*project["dependencies"], *extras]
    assert sorted(reasons) == sorted(re.split(r"[^\w-]", line)[0] for line in lines)
    # Counted in words, where the decisions are listed.
    counted = (ROOT / "content/contributing/decisions/index.md").read_text("utf-8")
    assert len(project["dependencies"]) == 10
    assert "Ten at run time" in counted


def test_what_triage_needs_is_named_package_by_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [re.split(r"[^\w-]", line)[0] for line in project["optional-dependencies"]["triage"]]
    assert tables.INSTALL.endswith(f"pip install {' '.join(needed)}")
    # The project's own name is not on the package index: whoever took it there would run code here.
    printed = [*DOCUMENTS, *(ROOT / "plugins").rglob("*.py"), *(ROOT / "plugins").rglob("*.jinja")]
    assert [
        name(path) for path in printed if re.search(r"pip install '?errorbook", path.read_text("utf-8"))
    ] == []


def test_the_matcher_has_as_many_constants_as_its_design_says() -> None:
    limits = {"reach", "candidates", "window", "most_characters"}
    numbers = [name for name, value in SETTINGS.items() if isinstance(value, int | float)]
    count = len({*numbers} - limits) + len(SETTINGS["boundaries"])
    design = (ROOT / "content/contributing/matching-design.md").read_text("utf-8")
    assert count <= 50
    assert f"There are {count} constants" in design


@pytest.mark.skipif(sys.platform == "win32", reason="The workflow runs on Linux.")
@pytest.mark.parametrize("urls", [False, True])
def test_nothing_is_published_without_an_address_of_the_project(tmp_path: Path, urls: bool) -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
    steps = [step["run"] for step in workflow["jobs"]["package"]["steps"] if "run" in step]
    assert steps.index("make package") > 0
    (tmp_path / "pyproject.toml").write_text("[project]\n" + "[project.urls]\n" * urls, "utf-8")
    run = subprocess.run(["sh", "-c", steps[0]], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.returncode == 0) == urls
    assert ("[project.urls]" in run.stdout) == (not urls)


def test_the_limits_of_the_answers_are_those_of_the_matcher() -> None:
    rows = dict(re.findall(r"^\| \*\*([^*]+)\*\* \| (.*) \|$", MATCHING, re.MULTILINE))
    for answer, words in {
        "This is": f"Confidence {SETTINGS['is']:.2f} and coverage {SETTINGS['whole']:.2f} or more",
        "Looks like": f"Confidence {SETTINGS['like']:.2f} or more",
    }.items():
        assert words in rows[answer]
    assert f"a similarity of {SETTINGS['one_edit']}" in MATCHING
    assert f"by two letters, {SETTINGS['one_edit'] ** 2:.2f}." in MATCHING


def test_the_example_of_matching_is_answered_as_described() -> None:
    matcher = own.matcher()
    (line,) = re.findall(r"^2026-.*$", MATCHING, re.MULTILINE)
    (finding,) = matcher.match(line).findings
    assert (finding.id, finding.outcome, finding.values) == ("XERO-0054", "like", {"code": "41100"})
    (sure,) = matcher.match(line.replace("vald", "valid")).findings
    assert sure.outcome == "is"


@pytest.mark.parametrize("path", DOCUMENTS[:4], ids=name)
def test_links_between_files_of_the_repository_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_what_is_said_to_be_above_or_below_is_there(path: Path) -> None:
    text = path.read_text("utf-8")
    titles = list(re.finditer(r"^#+ (.+?)(?: \{#([\w-]+)\})?$", text, re.MULTILINE))
    places = {title[2] or slugify(title[1].replace("`", ""), "-"): title.start() for title in titles}
    said = re.finditer(r"\b(above|below)\b[^.\n\[\]()]*\]\(#([\w-]+)\)", text)
    wrong = [link[0] for link in said if (places[link[2]] > link.start()) != (link[1] == "below")]
    assert wrong == []


def test_the_pictures_are_small() -> None:
    pictures = list((ROOT / "content/assets").glob("*.png"))
    assert pictures
    for picture in pictures:
        assert picture.stat().st_size <= MOST_KILOBYTES * 1024, name(picture)


def test_every_decision_is_listed() -> None:
    folder = ROOT / "content/contributing/decisions"
    index = (folder / "index.md").read_text("utf-8")
    listed = re.findall(r"\]\((\d{4}-[a-z-]+\.md)\)", index)
    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))
