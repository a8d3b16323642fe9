"""mkdocs.yml as commands read it: without MkDocs, and with every problem at its line."""

from pathlib import Path

import pytest
import yaml
from builders import options
from mkdocs.config.base import Config
from mkdocs.utils.yaml import yaml_load

from errorbook.common.problems import CatalogueError
from errorbook.mkdocs_plugin.config import ErrorbookConfig
from errorbook.site import project
from errorbook.site.project import Project
from errorbook.site.site_info import Feedback

FULL = """\
site_name: Shop
site_description: Help
site_url: https://example.com/help/
docs_dir: pages
use_directory_urls: false
theme: {name: material, language: pt_BR}
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
plugins:
  - search
  - errorbook:
      errors_dir: faults
      errors_path: help/problems
      lookup_page: start.md
      guides_dir: how/to
      where_page: seen.md
      privacy_page: private.md
      contact_page: ask.md
      examples: [SHOP-0001, SHOP-0002]
      popular: [SHOP-0002]
      split_index: true
      contact: {label: Desk, url: https://example.com/, email: a@example.com}
      reply: {greeting: Hello, closing: Bye, template: reply.txt}
      feedback: {endpoint: /answers}
      redirect_files: [netlify]
      frame_ancestors: "'none'"
      published: before.json
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(text: str, name: str = "mkdocs.yml") -> Project:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")
    return project.read(Path(name))


def problems(text: str) -> list[str]:
    with pytest.raises(CatalogueError) as raised:
        read(text)
    return [str(problem) for problem in raised.value.problems]


def test_without_a_configuration_a_site_is_as_usual() -> None:
    told = project.read()
    assert (told.errors, told.content, told.source) == (Path("errors"), Path("content"), None)


def test_everything_that_commands_need_is_read() -> None:
    Path("reply.txt").write_text("{% block fix %}Do{% endblock %}", "utf-8")
    told = read(FULL)
    assert (told.errors, told.content, told.published) == (Path("faults"), Path("pages"), Path("before.json"))
    assert told.examples == ("SHOP-0001", "SHOP-0002")
    site = told.site
    assert site.popular == ("SHOP-0002",)
    assert (site.name, site.description, site.site_url) == ("Shop", "Help", "https://example.com/help/")
    assert (site.language, site.directory_urls, site.split_index) == ("pt-BR", False, True)
    assert (site.errors_path, site.lookup_page, site.guides_dir) == ("help/problems", "start.md", "how/to")
    assert (site.where_page, site.privacy_page, site.contact_page) == ("seen.md", "private.md", "ask.md")
    assert (site.contact.label, site.contact.url) == ("Desk", "https://example.com/")
    assert site.contact.email == "a@example.com"
    assert (site.reply.greeting, site.reply.closing) == ("Hello", "Bye")
    assert site.reply.template == "{% block fix %}Do{% endblock %}"
    assert (site.feedback.kind, site.feedback.to) == ("endpoint", "/answers")


def test_feedback_goes_to_a_repository_on_github_where_nothing_else_is_set() -> None:
    address = "https://github.com/you/help"
    assert read(f"repo_url: {address}\n").site.feedback == Feedback("issue", f"{address}/issues/new")
    quiet = f"repo_url: {address}\nplugins:\n  - errorbook:\n      feedback: {{ask: false}}\n"
    assert read(quiet).site.feedback == Feedback()


def test_every_option_of_the_plugin_is_known() -> None:
    def names(config: Config) -> dict[str, object]:
        return {name: names(config[name]) if isinstance(config[name], Config) else None for name in config}

    config = ErrorbookConfig()
    config.load_dict({"errors_dir": "."})
    config.validate()
    text = yaml.safe_dump({"plugins": [{"errorbook": names(config)}]})
    assert "frame_ancestors" in text
    assert "mailto" in text
    assert read(text).site == project.read().site


@pytest.mark.parametrize(
    "plugins",
    [
        "{errorbook: {errors_dir: a}}",
        "[search, {errorbook: {errors_dir: a}}]",
        "[errorbook: {errors_dir: a}]",
    ],
)
def test_plugins_are_a_list_or_a_mapping(plugins: str) -> None:
    assert read(f"plugins: {plugins}\n").errors == Path("a")


@pytest.mark.parametrize("text", ["", "plugins:\n", "plugins: [errorbook]\n", "plugins: [errorbook: ]\n"])
def test_what_is_left_out_is_as_mkdocs_takes_it(text: str) -> None:
    told = read(text)
    assert (told.errors, told.content) == (Path("errors"), Path("docs"))
    assert told.site.lookup_page == "index.md"


def test_folders_lie_beside_the_configuration() -> None:
    told = read("docs_dir: pages\n", "sites/shop/mkdocs.yml")
    assert (told.errors, told.content) == (Path("sites/shop/errors"), Path("sites/shop/pages"))


def test_a_value_may_come_from_an_anchor_or_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGES_OF_SHOP", "pages")
    text = "docs_dir: !ENV PAGES_OF_SHOP\nsite_url: !ENV [NOT_SET_AT_ALL, https://example.com/]\n"
    told = read(f"{text}extra: &ours {{errors_dir: shared}}\nplugins: [errorbook: {{<<: *ours}}]\n")
    assert (told.content, told.errors) == (Path("pages"), Path("shared"))
    assert told.site.site_url == "https://example.com/"


def test_all_problems_are_told_with_their_lines() -> None:
    text = options(
        "      errors_path: /a/../b\n"
        "      lookup_page: start\n"
        "      erors_dir: x\n"
        "      split_index: 'yes'\n"
        "      examples: SHOP-0001\n"
        "      contact: {url: nowhere, phone: x}\n"
        "      feedback: {mailto: a@example.com, endpoint: /b}\n"
        "      reply: {template: missing.txt}\n"
        "      guides_dir: 7\n"
    )
    place = "plugins.errorbook"
    assert problems(text) == [
        f"mkdocs.yml:4:7: {place}.errors_path: '/a/../b' is not a path without slashes at its ends, "
        "such as errors. Correct it",
        f"mkdocs.yml:5:7: {place}.lookup_page: 'start' is not the path of a page below the content folder, "
        "such as help/index.md. Correct it",
        f"mkdocs.yml:6:7: {place}.erors_dir: is not an option. Check the spelling",
        f"mkdocs.yml:7:7: {place}.split_index: is neither true nor false. Write one of them, without quotes",
        f"mkdocs.yml:8:7: {place}.examples: is not a list. Write '- ' before each value, or [one, two]",
        f"mkdocs.yml:9:17: {place}.contact.url: 'nowhere' is not a web address that starts with https://, "
        "without a name or password. Correct it",
        f"mkdocs.yml:9:31: {place}.contact.phone: is not an option. Check the spelling",
        f"mkdocs.yml:10:7: {place}.feedback: sets more than one option. "
        "Set only one of mailto, issue and endpoint",
        f"mkdocs.yml:11:15: {place}.reply.template: is 'missing.txt', which cannot be read. "
        "Name a text file beside this one",
        f"mkdocs.yml:12:7: {place}.guides_dir: is not a text. "
        "Write one, in quotes where it looks like a number",
    ]


@pytest.mark.parametrize("place", ["errors", ".", "./x/../errors/"])
def test_a_folder_for_the_site_that_would_be_emptied_of_the_catalogue_is_told(place: str) -> None:
    for name in ("errors", "x"):
        Path(name).mkdir()
    told = "holds the catalogue (errors), and a build empties it. Name a folder of its own, such as site"
    assert problems(f"site_name: x\nsite_dir: {place}\n") == [f"mkdocs.yml:2:1: site_dir: {told}"]
    assert read("site_dir: errors-site\n").errors == Path("errors")


@pytest.mark.parametrize("place", ["docs", "docs/errors", "./x/../docs/errors/"])
def test_a_catalogue_among_the_written_pages_is_told_because_its_files_would_be_published(place: str) -> None:
    Path("docs/errors").mkdir(parents=True)
    Path("x").mkdir()
    told = "is in docs, whose files are published, support_notes of entries among them"
    assert problems(f"plugins:\n  - errorbook:\n      errors_dir: {place}\n") == [
        f"mkdocs.yml:3:7: plugins.errorbook.errors_dir: {told}. Move it beside that folder"
    ]
    Path("errors").mkdir()
    assert (
        "plugins.errorbook.errors_dir: is in ., whose files"
        in problems("docs_dir: .\nplugins: [errorbook]\n")[0]
    )


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("contact: a@example.com", "contact: is not a mapping. Write 'name: value' lines, indented"),
        ("reply: Hello", "reply: is not a mapping. Write 'name: value' lines, indented"),
        ("feedback: false", "feedback: is not a mapping. Write 'name: value' lines, indented"),
        ("redirect_files: nginx", "redirect_files: is not a list. "),
        (
            "redirect_files: [apache, ngnix]",
            "redirect_files[1]: is 'ngnix', and no web server of that name is known. "
            "Write one of: netlify, nginx, apache",
        ),
        ("frame_ancestors: [a]", "frame_ancestors: is not a text. "),
        ("frame_ancestors: \"'self'; script-src *\"", "frame_ancestors: ''self'; script"),
    ],
)  # fmt: skip
def test_what_would_stop_a_build_is_told_without_one(option: str, told: str) -> None:
    (problem,) = problems(options(f"      {option}\n"))
    assert f": plugins.errorbook.{told}" in problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("site_name: x\nplugins: [a\n", "mkdocs.yml:2:10: opens a '[' that does not come to its ']'. "),
        (
            "site_name: x\ntheme\n  name: a\n",
            "mkdocs.yml:2:1: has no ': ' behind 'theme'. ",
        ),
        ("site_name: x\nplugins:\n\t- a\n", "mkdocs.yml:3:1: is indented with a tab. "),
        ("site_name: x\nplugins\nnav: []\n", "mkdocs.yml:2:1: has no ': ' behind 'plugins'. "),
        ("site_name: a: b\n", "mkdocs.yml:1:13: has a second ': ', as if a field began inside the text. "),
        ("a:\n  - b\n c: 1\n", "mkdocs.yml:3:2: does not line up with the lines it belongs to. "),
        ("a: 'b' c\n", "mkdocs.yml:1:8: goes on behind a closing quote or bracket. "),
        ("site_name: *nobody\n", "mkdocs.yml:1:12: is not YAML: found undefined alias"),
        ("a: \x07\n", "mkdocs.yml: is not UTF-8 text without control characters. "),
        ("plugins: &a\n  <<: *a\n", "mkdocs.yml: is nested too deep, or in a circle. "),
        (f"a: {'[' * 9000}\n", "mkdocs.yml: is nested too deep, or in a circle. "),
    ],
)
def test_what_cannot_be_read_is_one_clear_problem(text: str, problem: str) -> None:
    (told,) = problems(text)
    assert told.startswith(problem)


def test_a_configuration_is_read_with_what_it_inherits() -> None:
    """As MkDocs merges them: mappings key by key, and everything else is that of the heir."""
    Path("shared").mkdir()
    Path("shared/base.yml").write_text(
        "INHERIT: far.yml\nsite_name: Base\ndocs_dir: pages\n"
        "plugins: {errorbook: {errors_dir: faults, examples: [SHOP-0001], contact: {label: Desk}}}\n",
        "utf-8",
    )
    Path("shared/far.yml").write_text(
        "site_name: Far\nsite_description: Help\ntheme: {name: material, language: de}\n", "utf-8"
    )
    heir = (
        "INHERIT: shared/base.yml\nsite_name: Shop\ntheme: {font: false}\n"
        "plugins: {errorbook: {examples: [SHOP-0002], contact: {url: https://example.com/}}}\n"
    )
    told = read(heir)
    assert (told.site.name, told.site.description, told.site.language) == ("Shop", "Help", "de")
    assert (told.content, told.errors, told.examples) == (Path("pages"), Path("faults"), ("SHOP-0002",))
    assert (told.site.contact.label, told.site.contact.url) == ("Desk", "https://example.com/")
    with Path("mkdocs.yml").open(encoding="utf-8") as file:
        theirs = yaml_load(file)
    assert theirs["plugins"]["errorbook"] == {
        "errors_dir": "faults",
        "examples": ["SHOP-0002"],
        "contact": {"label": "Desk", "url": "https://example.com/"},
    }
    assert (theirs["site_name"], theirs["docs_dir"]) == ("Shop", "pages")
    assert theirs["theme"] == {"name": "material", "language": "de", "font": False}
    # A list is not merged: the options of the file above are gone with it.
    assert read("INHERIT: shared/base.yml\nplugins: [errorbook]\n").errors == Path("errors")


def test_problems_of_an_inherited_file_are_told_at_its_lines() -> None:
    Path("base.yml").write_text(options("      errors_path: /a\n"), "utf-8")
    assert problems("INHERIT: base.yml\nsite_name: 7\n") == [
        "base.yml:4:7: plugins.errorbook.errors_path: '/a' is not a path without slashes at its ends, "
        "such as errors. Correct it",
        "mkdocs.yml:2:1: site_name: is not a text. Write one, in quotes where it looks like a number",
    ]
    Path("base.yml").write_text("plugins: [a\n", "utf-8")
    (told,) = problems("INHERIT: base.yml\n")
    assert told.startswith("base.yml:1:10: opens a ")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("gone.yml", "is gone.yml, which is no file"),
        ("[a]", "is ., which is no file"),
        ("mkdocs.yml", "is mkdocs.yml, which inherits this file"),
        ("round.yml", "is mkdocs.yml, which inherits this file"),
    ],
)
def test_an_inherited_file_must_be_one(line: str, what: str) -> None:
    Path("round.yml").write_text("INHERIT: mkdocs.yml\n", "utf-8")
    (told,) = problems(f"INHERIT: {line}\n")
    place = "round.yml" if line == "round.yml" else "mkdocs.yml"
    assert told == f"{place}:1:10: INHERIT: {what}. Name a file beside this one, or remove the line"
