"""What stops a real build, and what is told then."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from builders import build_site, saying, warnings, write_errors
from mkdocs.exceptions import Abort


def test_a_broken_catalogue_stops_the_build_with_the_whole_report(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_errors(
        folder / "errors", one={"id": "XERO-0002", "causes": []}, two={"id": "XERO-0003", "titel": "x"}
    )
    with pytest.raises(Abort):
        build_site(folder)
    (message,) = warnings(caplog)
    lines = message.splitlines()
    assert lines[0] == "The catalogue cannot be used:"
    assert lines[1].startswith("errors/xero/one.yml:")
    assert lines[2].startswith("errors/xero/two.yml:")
    assert lines[3] == "2 problems in 2 files"


@pytest.mark.parametrize(
    ("changes", "more", "told"),
    [
        ({"verfy": "It is paid."}, "", "two.yml:15:1: verfy: is not a field. Did you mean 'verify'?"),
        ({}, "\tverify: It is paid.\n", "two.yml:15:1: is indented with a tab. Indent with spaces"),
        ({"verify": "It is {"}, "", "two.yml:15:1: verify: has a '{' that is never closed."),
        (
            {"id": "XERO-0001"},
            "",
            "two.yml:1:1: id: XERO-0001 is the id of errors/xero/payment-too-large.yml",
        ),
        ({"former_slugs": ["payment-too-large"]}, "", "two.yml:16:3: former_slugs[0]: is the address of"),
        ({"records": ["tree"]}, "", "two.yml:16:3: records[0]: is 'tree', which catalogue.yml does not list"),
    ],
)
def test_while_somebody_writes_an_entry_all_others_are_shown_and_what_is_wrong_is_told(
    folder: Path, caplog: pytest.LogCaptureFixture, changes: dict[str, Any], more: str, told: str
) -> None:
    related = {"relations": [{"type": "see-also", "id": "XERO-0002"}]}
    fields = {"id": "XERO-0002", **saying("Too large a door"), **changes}
    write_errors(folder / "errors", payment_too_large=related, two=fields)
    with (folder / "errors/xero/two.yml").open("a", encoding="utf-8") as file:
        file.write(more)
    site = build_site(folder, command="serve")
    assert (site / "errors/xero/payment-too-large/index.html").is_file()
    assert not (site / "errors/xero/two").exists()
    assert warnings(caplog)[-1].startswith(f"errorbook: errors/xero/{told}"), warnings(caplog)
    with pytest.raises(Abort):
        build_site(folder)


def test_without_the_words_of_the_catalogue_nothing_can_be_shown(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "errors/catalogue.yml").write_text("name: [\n", "utf-8")
    with pytest.raises(Abort):
        build_site(folder, command="serve")
    assert "errors/catalogue.yml:1:7: " in caplog.text


@pytest.mark.parametrize("site_dir", ["errors", "."])
def test_a_build_never_empties_the_folder_of_the_catalogue(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, caplog: pytest.LogCaptureFixture, site_dir: str
) -> None:
    pages = tmp_path_factory.mktemp("pages")
    (pages / "index.md").write_text("# Look up\n\n<!-- errorbook:lookup -->\n", "utf-8")
    before = sorted((folder / "errors").rglob("*"))
    with pytest.raises(Abort):
        build_site(folder, docs_dir=str(pages), site_dir=site_dir)
    assert sorted((folder / "errors").rglob("*")) == before
    told = "site_dir: holds the catalogue (errors), and a build empties it. Name a folder of its own, such as"
    assert told in caplog.text


def test_the_files_of_entries_are_never_published(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    (folder / "content").mkdir()
    (folder / "errors").rename(folder / "content/faults")
    with pytest.raises(Abort):
        build_site(folder, {"errors_dir": "content/faults"})
    assert "errors_dir: is in content, whose files are published" in caplog.text
    assert not (folder / "site").exists()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            {"site_url": "https://name:word@example.com/"},
            "site_url: 'https://name:word@example.com/' is not a web address that starts with https://, "
            "without a name or password. Correct it",
        ),
        ({"repo_url": "https://token@example.com/shop"}, "repo_url: 'https://token@example.com/shop' is not"),
        (
            {"plugins": ["errorbook", {"errorbook": {"errors_path": "more"}}]},
            "plugins: errorbook is named more than once, and every page would be made twice. Keep one",
        ),
    ],
)
def test_a_setting_that_no_site_may_have_stops_a_build_with_one_message(
    folder: Path, caplog: pytest.LogCaptureFixture, more: dict[str, Any], told: str
) -> None:
    (folder / "content").mkdir()
    with pytest.raises(Abort):
        # As an author runs it, whom MkDocs's own warning does not stop.
        build_site(folder, command="serve", **more)
    assert told in caplog.text
    assert "takes the place of" not in caplog.text
    assert not (folder / "site").exists()


def test_doubtful_things_are_warned_of(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    (folder / "content").mkdir()
    (folder / "content/index.md").write_text("# Home\n\n<!-- errorbook:looup -->\n", "utf-8")
    with pytest.raises(Abort):
        build_site(folder, {"examples": ["XERO-0009"]})
    assert warnings(caplog) == [
        "errorbook: index.md: has no lookup. Add the line <!-- errorbook:lookup -->.",
        "errorbook: plugins.errorbook.examples[0]: is 'XERO-0009', which is not in the catalogue. "
        "Correct the id, or remove it.",
        "errorbook: index.md: warning: nothing is called errorbook:looup. "
        "Write one of lookup, playground, batch, bookmarklet, embed, ways-in, popular, guides, contact, "
        "errors, grounds",
    ]


def test_an_option_that_names_a_withdrawn_entry_stops_a_strict_build(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_errors(folder / "errors", gone={"id": "XERO-0002", "status": "withdrawn"})
    with pytest.raises(Abort):
        build_site(folder, {"examples": ["XERO-0001", "XERO-0002"], "popular": ["XERO-0002"]})
    told = "is 'XERO-0002', which is withdrawn. Name another entry, or remove it."
    assert [each for each in warnings(caplog) if "XERO-0002" in each] == [
        f"errorbook: plugins.errorbook.examples[1]: {told}",
        f"errorbook: plugins.errorbook.popular[0]: {told}",
    ]


def test_an_entry_half_written_is_not_told_to_be_missing_where_an_option_names_it(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_errors(folder / "errors", late={"id": "XERO-0002", "causes": []})
    build_site(folder, {"popular": ["XERO-0002"]}, command="serve")
    assert any("late.yml" in each for each in warnings(caplog))
    assert not any("popular" in each for each in warnings(caplog))


def test_a_marker_beside_other_text_is_told_from_a_missing_one(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "content").mkdir()
    (folder / "content/index.md").write_text("# Home\n\nPaste it: <!--errorbook:lookup-->\n", "utf-8")
    with pytest.raises(Abort):
        build_site(folder)
    assert warnings(caplog) == [
        "errorbook: index.md: warning: <!-- errorbook:lookup --> is in a line with other text. "
        "Put it on a line of its own, without blanks before it",
    ]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_a_build_does_not_wait_for_a_page_that_never_ends(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "content/guides").mkdir(parents=True)
    os.mkfifo(folder / "content/guides/tax.md")
    (folder / "content/round").symlink_to(folder / "content")
    with pytest.raises(Abort):
        build_site(folder)
    (message,) = warnings(caplog)
    assert message.splitlines() == [
        "The pages cannot be read:",
        "content/guides/tax.md: is no regular file. Put a file with the text in its place",
        "content/round: leads back to a folder that it is in. Remove the link",
        "2 problems in 2 files",
    ]


def test_a_build_that_would_break_a_link_stops(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    (folder / "content").mkdir()
    (folder / "content/index.md").write_text("# Home\n\n<!-- errorbook:lookup -->\n", "utf-8")
    (folder / "content/about.md").write_text("# About\n", "utf-8")
    shutil.copy(build_site(folder) / "urls.json", folder / "before.json")
    build_site(folder, {"published": "before.json"})
    (folder / "content/about.md").unlink()
    with pytest.raises(Abort):
        build_site(folder, {"published": "before.json"})
    (message,) = warnings(caplog)
    first, second, last = message.splitlines()
    assert first == "The catalogue cannot be published:"
    assert second.startswith("before.json:7:1: about/: was published and would lead to nothing.")
    assert last == "1 problem in 1 file"


def test_a_reply_template_that_names_what_is_not_there_is_told_without_a_traceback(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "reply.txt").write_text("{% block fix %}{{ nothing.of.that.name }}{% endblock %}", "utf-8")
    with pytest.raises(Abort):
        build_site(folder, {"reply": {"template": "reply.txt"}})
    assert "reply template: cannot be rendered for XERO-0001 ('nothing' is undefined)" in caplog.text
