"""Options: their defaults, and every problem told at once."""

from pathlib import Path
from typing import Any

import pytest

from errorbook.mkdocs_plugin.config import ErrorbookConfig
from errorbook.site.site_info import Feedback


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "errors").mkdir()
    return tmp_path


def check(folder: Path, **options: Any) -> tuple[ErrorbookConfig, dict[str, str]]:
    config = ErrorbookConfig(config_file_path=str(folder / "mkdocs.yml"))
    config.load_dict(options)
    failed, warnings = config.validate()
    return config, {name: str(problem) for name, problem in (*failed, *warnings)}


def test_an_empty_configuration_is_enough(folder: Path) -> None:
    config, problems = check(folder)
    assert problems == {}
    assert config.errors_dir == str(folder / "errors")
    assert (config.errors_path, config.lookup_page, config.guides_dir) == ("errors", "index.md", "guides")
    assert dict(config.contact) == {"label": "", "url": "", "email": ""}


def test_an_option_without_a_value_is_left_out(folder: Path) -> None:
    names = (
        "errors_dir",
        "popular",
        "examples",
        "contact",
        "reply",
        "feedback",
        "redirect_files",
        "published",
    )
    config, problems = check(folder, **dict.fromkeys(names), lookup_page=None)
    assert problems == {}
    assert config == check(folder)[0]


def test_all_problems_are_told_at_once(folder: Path) -> None:
    _, problems = check(
        folder,
        errors_dir="missing",
        errors_path="/errors/",
        lookup_page="index.html",
        guides_dir="",
        examples="XERO-0001",
        contact={"url": "example.com", "email": "nobody", "phone": "1"},
        colour="red",
    )
    assert problems == {
        "errors_dir": f"The path '{folder / 'missing'}' isn't an existing directory.",
        "errors_path": "'/errors/' is not a path without slashes at its ends, such as errors",
        "lookup_page": (
            "'index.html' is not the path of a page below the content folder, such as help/index.md"
        ),
        "guides_dir": "'' is not a path without slashes at its ends, such as errors",
        "examples": "Expected a list of items, but a <class 'str'> was given.",
        "contact": (
            "url: 'example.com' is not a web address that starts with https://, without a name or "
            "password; email: 'nobody' is not an email address; phone: is not an option. Check the spelling"
        ),
        "colour": "is not an option. Check the spelling",
    }


@pytest.mark.parametrize("path", ["..", "../a", "a/..", "a/../b", ".", "a/./b"])
def test_no_option_leads_out_of_the_site(path: str, folder: Path) -> None:
    _, problems = check(folder, errors_path=path, guides_dir=path, lookup_page=f"{path}/index.md")
    assert problems.keys() == {"errors_path", "guides_dir", "lookup_page"}


def test_a_contact_that_is_no_mapping_is_told(folder: Path) -> None:
    _, problems = check(folder, contact="help@example.com")
    assert problems == {"contact": "is not a mapping. Write 'name: value' lines, indented"}


def test_a_reply_template_that_cannot_be_read_is_told_with_its_line(folder: Path) -> None:
    (folder / "reply.txt").write_text("Hello\n{% block fix %}", "utf-8")
    _, problems = check(folder, reply={"template": "reply.txt", "greeting": 3})
    assert problems["reply"].startswith("greeting: ")
    assert "template: reply.txt:2: Unexpected end of template." in problems["reply"]
    (folder / "reply.txt").write_bytes(b"\xff")
    _, problems = check(folder, reply={"template": "reply.txt"})
    assert problems == {"reply": "template: reply.txt is not UTF-8 text"}


def test_a_host_nobody_knows_is_told(folder: Path) -> None:
    _, problems = check(folder, redirect_files=["iis"])
    assert problems == {
        "redirect_files": "Expected one of: ('netlify', 'nginx', 'apache') but received: 'iis'"
    }


def test_feedback_goes_nowhere_unless_somebody_says_where(folder: Path) -> None:
    config, _ = check(folder)
    assert config.feedback.sink("") == Feedback()
    assert config.feedback.sink("help@example.com") == Feedback("mailto", "help@example.com")
    repository = "https://github.com/you/help"
    assert config.feedback.sink("help@example.com", repository) == Feedback("mailto", "help@example.com")
    assert config.feedback.sink("", repository) == Feedback("issue", f"{repository}/issues/new")
    config, _ = check(folder, feedback={"ask": False, "issue": "https://example.com/issues/new"})
    assert config.feedback.sink("help@example.com") == Feedback()
    for kind, to in (
        ("mailto", "help@example.com"),
        ("issue", "https://example.com/issues/new"),
        ("endpoint", "https://example.com/feedback"),
        ("endpoint", "/feedback"),
    ):
        config, problems = check(folder, feedback={kind: to})
        assert problems == {}
        sink = config.feedback.sink("other@example.com")
        assert (sink.kind, sink.to) == (kind, to)


def test_all_that_is_wrong_with_feedback_is_told_at_once(folder: Path) -> None:
    _, problems = check(folder, feedback={"mailto": "nobody", "endpoint": "javascript:alert(1)", "mail": "x"})
    assert problems == {
        "feedback": (
            "mailto: 'nobody' is not an email address; endpoint: 'javascript:alert(1)' is not a web "
            "address without a name or password, or a path of this site that starts with one /; "
            "mailto and endpoint: set only one of them; "
            "mail: is not an option. Check the spelling"
        )
    }


@pytest.mark.parametrize(
    "value", ["'self'", "'none'", "'self' https://*.zendesk.com", "http://127.0.0.1:8000"]
)
def test_who_may_frame_the_site_is_named_by_address(folder: Path, value: str) -> None:
    config, problems = check(folder, frame_ancestors=value)
    assert (config.frame_ancestors, problems) == (value, {})


@pytest.mark.parametrize(
    "value", ["self", "", "https://x.example/; script-src *", "'none' https://x.example", "*"]
)
def test_what_would_break_the_policy_is_refused(folder: Path, value: str) -> None:
    _, problems = check(folder, frame_ancestors=value)
    assert problems == {
        "frame_ancestors": f"'{value}' is not 'none', or 'self' and web addresses without a path, "
        "a space between them"
    }
