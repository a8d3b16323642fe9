"""Commands beside an mkdocs.yml: in the layout of the README, and no option named to any."""

from pathlib import Path

import pytest
from builders import build_site, options, saying, write_errors
from click.testing import CliRunner, Result

from errorbook.cli.main import commands
from errorbook.site.markers import NAMES


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, arguments)


@pytest.fixture(autouse=True)
def site(folder: Path) -> Path:
    write_errors(folder / "errors", payment_too_large={})
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# Home\n\n<!-- errorbook:lookup -->\n", "utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Shop\nplugins: [errorbook]\n", "utf-8")
    return folder


def test_a_sound_site_is_checked_and_exported() -> None:
    assert run("check", "--strict").exit_code == 0
    result = run("export", "out")
    assert result.exit_code == 0, result.output
    assert "<textarea" in Path("out/index.md").read_text("utf-8")


def test_a_page_may_have_the_line_ends_of_windows() -> None:
    Path("docs/index.md").write_bytes(b"# Home\r\n\r\n<!-- errorbook:lookup -->\r\n\r\nMore\r\n")
    assert run("check", "--strict").output.splitlines()[0].startswith("Entries:")
    assert run("export", "out").exit_code == 0
    page = Path("out/index.md").read_bytes()
    assert b"<textarea" in page
    assert b"\r" not in page


def test_a_guide_that_is_not_there_is_told(site: Path) -> None:
    write_errors(site / "errors", payment_too_large={"guides": ["nope"]})
    result = run("check")
    assert result.exit_code == 1
    assert "guides[0]: is 'nope', and there is no such guide" in result.output


def test_the_layout_of_mkdocs_yml_is_taken(site: Path) -> None:
    (site / "errors").rename(site / "faults")
    write_errors(site / "faults", payment_too_large={"guides": ["credit"]})
    (site / "docs/how").mkdir()
    (site / "docs/how/credit.md").write_text("# Customer credit\n", "utf-8")
    lines = "      errors_dir: faults\n      errors_path: help\n      guides_dir: how\n"
    more = "      contact: {label: Our desk, url: https://example.com/desk}\n      examples: [XERO-0001]\n"
    Path("mkdocs.yml").write_text(f"site_url: https://example.com/\n{options(lines + more)}", "utf-8")
    assert run("check", "--strict").output.splitlines()[0].startswith("Entries:")
    assert run("match", "Payment exceeds the amount due").exit_code == 0
    assert run("lock").exit_code == 0
    assert run("export", "out").exit_code == 0
    page = Path("out/help/xero/payment-too-large.md").read_text("utf-8")
    assert "Customer credit" in page
    assert "https://example.com/desk" in Path("out/index.md").read_text("utf-8")
    assert "https://example.com/help/" in Path("out/api/v1/errors.json").read_text("utf-8")


def test_what_is_named_to_the_command_wins() -> None:
    Path("mkdocs.yml").write_text(
        "site_name: x\nsite_url: https://example.com/\ndocs_dir: gone\n"
        "plugins: [errorbook: {errors_dir: gone}]\n",
        "utf-8",
    )
    assert run("check", "--errors", "errors", "--content", "docs").exit_code == 0
    named = ("--errors", "errors", "--content", "docs", "--site", "https://example.org/")
    assert run("export", "out", *named).exit_code == 0
    assert "https://example.org/errors/" in Path("out/api/v1/errors.json").read_text("utf-8")


@pytest.mark.parametrize(
    "command", [("match", "x"), ("triage", "docs"), ("export", "out"), ("resolve", "docs"), ("mcp",)]
)
def test_links_begin_with_a_web_address(command: tuple[str, ...]) -> None:
    result = run(*command, "--site", "help.example")
    assert result.exit_code == 2
    assert "'help.example' is not a web address that starts with https://" in result.output


@pytest.mark.parametrize("name", ["-f", "--config-file"])
def test_another_configuration_may_be_named(name: str, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "elsewhere").mkdir()
    monkeypatch.chdir(site / "elsewhere")
    assert run("check", name, "../mkdocs.yml").exit_code == 0
    assert run("export", "out", name, "../mkdocs.yml").exit_code == 0
    assert run("stale", name, "../mkdocs.yml").exit_code == 1
    assert run("match", "--config-file", "../mkdocs.yml", "Payment exceeds the amount due").exit_code == 0
    assert run("check", name, "missing.yml").exit_code == 2


def test_what_leads_nowhere_is_told_with_its_line() -> None:
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


@pytest.mark.parametrize(
    "command", [("check",), ("match", "It is shut"), ("lock",), ("export", "out"), ("resolve", "docs")]
)
def test_a_catalogue_that_is_not_there_is_told_with_the_line_that_names_it(command: tuple[str, ...]) -> None:
    Path("mkdocs.yml").write_text(options("      errors_dir: erors\n"), "utf-8")
    result = run(*command)
    assert (
        "mkdocs.yml:4:7: plugins.errorbook.errors_dir: is 'erors', which is not a folder. "
        "Name the folder of the catalogue"
    ) in f"{result.output}{result.exception}"
    assert result.exit_code != 0


def test_what_stops_a_build_by_mkdocs_fails_the_check() -> None:
    Path("mkdocs.yml").write_text("", "utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert result.output.startswith("mkdocs.yml:1:1: site_name: is missing. ")
    assert run("match", "Payment exceeds the amount due").exit_code == 0


def test_a_popular_entry_that_is_none_is_told_with_its_line() -> None:
    Path("mkdocs.yml").write_text(options("      popular: [XERO-0001, XERO-0009]\n"), "utf-8")
    assert run("check", "--strict").output.splitlines()[0] == (
        "mkdocs.yml:4:28: warning: plugins.errorbook.popular[1]: is 'XERO-0009', which is not in the "
        "catalogue. Correct the id, or remove it"
    )


def test_an_option_that_names_a_retired_entry_is_told_with_its_line(site: Path) -> None:
    write_errors(site / "errors", gone={"id": "XERO-0002", "values": {}, **saying("The ledger is shut")})
    lines = "      examples: [XERO-0001, XERO-0002]\n      popular: [XERO-0002]\n"
    Path("mkdocs.yml").write_text(options(lines), "utf-8")
    assert run("check").exit_code == 0
    assert run("retire", "XERO-0002").output.splitlines()[1:] == [
        "mkdocs.yml still names it under 'examples': name another one there.",
        "mkdocs.yml still names it under 'popular': name another one there.",
    ]
    result, told = (
        run("check", "--strict"),
        "is 'XERO-0002', which is withdrawn. Name another entry, or remove it",
    )
    assert result.exit_code == 1
    assert result.output.splitlines()[:2] == [
        f"mkdocs.yml:4:29: warning: plugins.errorbook.examples[1]: {told}",
        f"mkdocs.yml:5:17: warning: plugins.errorbook.popular[0]: {told}",
    ]


def test_a_reply_template_that_no_build_renders_is_told_at_its_line() -> None:
    Path("reply.txt").write_text("{% block fix %}{{ nothing.of.that.name }}{% endblock %}", "utf-8")
    Path("mkdocs.yml").write_text(options("      reply: {template: reply.txt}\n"), "utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert result.output.splitlines()[0] == (
        "mkdocs.yml:4:15: plugins.errorbook.reply.template: cannot be rendered for XERO-0001 "
        "('nothing' is undefined). Use only what reply.txt.jinja uses, such as card, site and permalink"
    )


def test_a_marker_that_is_not_filled_is_told_as_the_build_tells_it() -> None:
    Path("docs/index.md").write_text("# Home\n\nPaste it: <!--errorbook:lookup-->\n", "utf-8")
    Path("docs/more.md").write_text("# More\n\n<!-- errorbook:looup -->\n", "utf-8")
    result = run("check", "--strict")
    assert result.exit_code == 1
    assert result.output.splitlines()[:2] == [
        "docs/index.md: warning: <!-- errorbook:lookup --> is in a line with other text. "
        "Put it on a line of its own, without blanks before it",
        f"docs/more.md: warning: nothing is called errorbook:looup. Write one of {', '.join(NAMES)}",
    ]


def test_the_lookup_may_be_in_a_readme() -> None:
    Path("docs/index.md").rename("docs/README.md")
    assert run("check", "--strict").exit_code == 0


def test_problems_of_mkdocs_yml_are_json_too() -> None:
    Path("mkdocs.yml").write_text(options("      errors_path: /a\n"), "utf-8")
    result = run("check", "--json")
    assert result.exit_code == 1
    assert '"rule": "project"' in result.output


def test_check_and_the_build_take_the_same_site(site: Path) -> None:
    write_errors(site / "errors", other={"id": "XERO-0002", **saying("The contact has no address")})
    Path("mkdocs.yml").unlink()
    build_site(site, {"errors_path": "help", "published": None}, docs_dir="docs")
    urls = Path("site/urls.json").read_text("utf-8")
    Path("before.json").write_text(urls.replace("help/xero/other/", "help/xero/lost/"), "utf-8")
    Path("mkdocs.yml").write_text(options("      errors_path: help\n      published: before.json\n"), "utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert "help/xero/lost/: was published and would lead to nothing" in result.output
