"""mkdocs.yml as commands read it: without MkDocs, and with every problem at its line."""

from pathlib import Path

import pytest
import yaml
from builders import build_site, saying, write_errors
from click.testing import CliRunner, Result
from mkdocs.config.base import Config
from mkdocs.utils.yaml import yaml_load

from errorbook.cli.main import commands
from errorbook.common.problems import CatalogueError
from errorbook.mkdocs_plugin.config import ErrorbookConfig
from errorbook.site import project
from errorbook.site.markers import NAMES
from errorbook.site.project import Project

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


def options(lines: str) -> str:
    return f"site_name: x\nplugins:\n  - errorbook:\n{lines}"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, arguments)


def test_without_a_configuration_a_site_is_as_usual() -> None:
    told = project.read()
    assert (told.errors, told.content, told.source) == (Path("errors"), Path("content"), None)


def test_everything_that_commands_need_is_read() -> None:
    Path("reply.txt").write_text("{% block fix %}Do{% endblock %}", "utf-8")
    told = read(FULL)
    assert (told.errors, told.content, told.published) == (Path("faults"), Path("pages"), Path("before.json"))
    assert told.examples == ("SHOP-0001", "SHOP-0002")
    site = told.site
    assert (site.name, site.description, site.site_url) == ("Shop", "Help", "https://example.com/help/")
    assert (site.language, site.directory_urls, site.split_index) == ("pt-BR", False, True)
    assert (site.errors_path, site.lookup_page, site.guides_dir) == ("help/problems", "start.md", "how/to")
    assert (site.where_page, site.privacy_page, site.contact_page) == ("seen.md", "private.md", "ask.md")
    assert (site.contact.label, site.contact.url) == ("Desk", "https://example.com/")
    assert site.contact.email == "a@example.com"
    assert (site.reply.greeting, site.reply.closing) == ("Hello", "Bye")
    assert site.reply.template == "{% block fix %}Do{% endblock %}"
    assert (site.feedback.kind, site.feedback.to) == ("endpoint", "/answers")


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
        f"mkdocs.yml:9:17: {place}.contact.url: 'nowhere' is not a web address that starts with https://. "
        "Correct it",
        f"mkdocs.yml:9:31: {place}.contact.phone: is not an option. Check the spelling",
        f"mkdocs.yml:10:7: {place}.feedback: sets more than one option. "
        "Set only one of mailto, issue and endpoint",
        f"mkdocs.yml:11:15: {place}.reply.template: is 'missing.txt', which cannot be read. "
        "Name a text file beside this one",
        f"mkdocs.yml:12:7: {place}.guides_dir: is not a text. "
        "Write one, in quotes where it looks like a number",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("site_name: x\nplugins: [a\n", "mkdocs.yml:3:1: is not YAML: "),
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
    assert told.startswith("base.yml:2:1: is not YAML: ")


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


class TestCommands:
    """In the layout of the README: pages in docs, and no option named to any command."""

    @pytest.fixture(autouse=True)
    def site(self, folder: Path) -> Path:
        write_errors(folder / "errors", payment_too_large={})
        (folder / "docs").mkdir()
        (folder / "docs/index.md").write_text("# Home\n\n<!-- errorbook:lookup -->\n", "utf-8")
        (folder / "mkdocs.yml").write_text("site_name: Shop\nplugins: [errorbook]\n", "utf-8")
        return folder

    def test_a_sound_site_is_checked_and_exported(self) -> None:
        assert run("check", "--strict").exit_code == 0
        result = run("export", "out")
        assert result.exit_code == 0, result.output
        assert "<textarea" in Path("out/index.md").read_text("utf-8")

    def test_a_guide_that_is_not_there_is_told(self, site: Path) -> None:
        write_errors(site / "errors", payment_too_large={"guides": ["nope"]})
        result = run("check")
        assert result.exit_code == 1
        assert "guides[0]: is 'nope', and there is no such guide" in result.output

    def test_the_layout_of_mkdocs_yml_is_taken(self, site: Path) -> None:
        (site / "errors").rename(site / "faults")
        write_errors(site / "faults", payment_too_large={"guides": ["credit"]})
        (site / "docs/how").mkdir()
        (site / "docs/how/credit.md").write_text("# Customer credit\n", "utf-8")
        lines = "      errors_dir: faults\n      errors_path: help\n      guides_dir: how\n"
        more = (
            "      contact: {label: Our desk, url: https://example.com/desk}\n      examples: [XERO-0001]\n"
        )
        Path("mkdocs.yml").write_text(f"site_url: https://example.com/\n{options(lines + more)}", "utf-8")
        assert run("check", "--strict").output.splitlines()[0].startswith("Entries:")
        assert run("match", "Payment exceeds the amount due").exit_code == 0
        assert run("lock").exit_code == 0
        assert run("export", "out").exit_code == 0
        page = Path("out/help/xero/payment-too-large.md").read_text("utf-8")
        assert "Customer credit" in page
        assert "https://example.com/desk" in Path("out/index.md").read_text("utf-8")
        assert "https://example.com/help/" in Path("out/api/v1/errors.json").read_text("utf-8")

    def test_what_is_named_to_the_command_wins(self, site: Path) -> None:
        Path("mkdocs.yml").write_text(
            "site_url: https://example.com/\ndocs_dir: gone\nplugins: [errorbook: {errors_dir: gone}]\n",
            "utf-8",
        )
        assert run("check", "--errors", "errors", "--content", "docs").exit_code == 0
        named = ("--errors", "errors", "--content", "docs", "--site", "https://example.org/")
        assert run("export", "out", *named).exit_code == 0
        assert "https://example.org/errors/" in Path("out/api/v1/errors.json").read_text("utf-8")
        write_errors(site / "errors", payment_too_large={"guides": ["credit"]})
        Path("written").mkdir()
        Path("written/credit.md").write_text("# Credit\n", "utf-8")
        assert run("check", "--errors", "errors", "--content", "docs", "--guides", "written").exit_code == 0

    @pytest.mark.parametrize("name", ["-f", "--config-file"])
    def test_another_configuration_may_be_named(
        self, name: str, site: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (site / "elsewhere").mkdir()
        monkeypatch.chdir(site / "elsewhere")
        assert run("check", name, "../mkdocs.yml").exit_code == 0
        assert run("export", "out", name, "../mkdocs.yml").exit_code == 0
        assert run("stale", name, "../mkdocs.yml").exit_code == 1
        assert run("match", "--config-file", "../mkdocs.yml", "Payment exceeds the amount due").exit_code == 0
        assert run("check", name, "missing.yml").exit_code == 2

    def test_what_leads_nowhere_is_told_with_its_line(self) -> None:
        Path("docs/index.md").write_text("# Home\n", "utf-8")
        Path("mkdocs.yml").write_text(options("      examples: [XERO-0001, XERO-0009]\n"), "utf-8")
        assert run("check").output.splitlines()[:2] == [
            "mkdocs.yml:3:5: warning: plugins.errorbook.lookup_page: is index.md, which has no lookup. "
            "Add the line <!-- errorbook:lookup -->",
            "mkdocs.yml:4:29: warning: plugins.errorbook.examples[1]: is 'XERO-0009', which is not in the "
            "catalogue. Correct the id, or remove it",
        ]
        Path("mkdocs.yml").write_text("site_name: x\ndocs_dir: gone\n", "utf-8")
        result = run("check")
        assert result.exit_code == 1
        assert "mkdocs.yml:2:1: docs_dir: is 'gone', which is not a folder. " in result.output
        assert run("export", "out").exit_code == 2

    def test_a_marker_that_is_not_filled_is_told_as_the_build_tells_it(self) -> None:
        Path("docs/index.md").write_text("# Home\n\nPaste it: <!--errorbook:lookup-->\n", "utf-8")
        Path("docs/more.md").write_text("# More\n\n<!-- errorbook:looup -->\n", "utf-8")
        result = run("check", "--strict")
        assert result.exit_code == 1
        assert result.output.splitlines()[:2] == [
            "docs/index.md: warning: <!-- errorbook:lookup --> stands in a line with other text. "
            "Put it on a line of its own, without blanks before it",
            f"docs/more.md: warning: nothing is called errorbook:looup. Write one of {', '.join(NAMES)}",
        ]

    def test_the_lookup_may_be_in_a_readme(self) -> None:
        Path("docs/index.md").rename("docs/README.md")
        assert run("check", "--strict").exit_code == 0

    def test_problems_of_mkdocs_yml_are_json_too(self) -> None:
        Path("mkdocs.yml").write_text(options("      errors_path: /a\n"), "utf-8")
        result = run("check", "--json")
        assert result.exit_code == 1
        assert '"rule": "project"' in result.output

    def test_check_and_the_build_take_the_same_site(self, site: Path) -> None:
        write_errors(site / "errors", other={"id": "XERO-0002", **saying("The contact has no address")})
        Path("mkdocs.yml").unlink()
        build_site(site, {"errors_path": "help", "published": None}, docs_dir="docs")
        urls = Path("site/urls.json").read_text("utf-8")
        Path("before.json").write_text(urls.replace("help/xero/other/", "help/xero/lost/"), "utf-8")
        Path("mkdocs.yml").write_text(
            options("      errors_path: help\n      published: before.json\n"), "utf-8"
        )
        result = run("check")
        assert result.exit_code == 1
        assert "help/xero/lost/: was published and would lead to nothing" in result.output
