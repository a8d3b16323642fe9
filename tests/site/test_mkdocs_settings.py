"""What stops a build by MkDocs is told without it, and MkDocs refuses each of these as well."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.base import ValidationError
from mkdocs.exceptions import Abort, ConfigurationError

from errorbook.common.problems import CatalogueError
from errorbook.site import project

TITLE = "site_name: Shop\n"
A_TEXT = "Write one, in quotes where it looks like a number"
A_LIST = "Write '- ' before each value, or [one, two]"
A_MAPPING = "Write 'name: value' lines, indented"
TWICE = "named a second time, and every page would be made twice. Keep one"
REFUSED = [
    ("", "mkdocs.yml:1:1: site_name: is missing. Add 'site_name: ' and what the site is called"),
    (
        "site_name:\n",
        "mkdocs.yml:1:1: site_name: is missing. Add 'site_name: ' and what the site is called",
    ),
    (
        "site_name: !ENV NOT_SET_AT_ALL\n",
        "mkdocs.yml:1:1: site_name: is missing. Add 'site_name: ' and what the site is called",
    ),
    (
        "- Shop\n",
        "mkdocs.yml: holds no settings. Write 'name: value' lines, such as 'site_name: Shop help'",
    ),
    ("Shop\n", "mkdocs.yml: holds no settings. Write 'name: value' lines, such as 'site_name: Shop help'"),
    (
        f"{TITLE}site_url: javascript:alert(1)\n",
        "mkdocs.yml:2:1: site_url: 'javascript:alert(1)' is not a web address that starts with https://, "
        "without a name or password. Correct it",
    ),
    (
        f"{TITLE}repo_url: git@example.com:a/b\n",
        "mkdocs.yml:2:1: repo_url: 'git@example.com:a/b' is not the address of a repository that starts "
        "with https://, without a name or password. Correct it",
    ),
    (f"{TITLE}site_author: 7\n", f"mkdocs.yml:2:1: site_author: is not a text. {A_TEXT}"),
    (
        f"{TITLE}strict: 'yes'\n",
        "mkdocs.yml:2:1: strict: is not true or false. Write one of them, without quotes",
    ),
    (f"{TITLE}nav: index.md\n", f"mkdocs.yml:2:1: nav: is not a list. {A_LIST}"),
    (f"{TITLE}watch:\n", f"mkdocs.yml:2:1: watch: is not a list. {A_LIST}"),
    (f"{TITLE}extra: [a]\n", f"mkdocs.yml:2:1: extra: is not a mapping. {A_MAPPING}"),
    (f"{TITLE}extra:\n", f"mkdocs.yml:2:1: extra: is not a mapping. {A_MAPPING}"),
    (f"{TITLE}pages: [a]\n", "mkdocs.yml:2:1: pages: is no setting of MkDocs. Name it nav"),
    (
        f"{TITLE}config_file_path: a\n",
        "mkdocs.yml:2:1: config_file_path: is no setting of MkDocs. Remove the line",
    ),
    (f"{TITLE}docs_dir: .\n", "mkdocs.yml:2:1: docs_dir: is the folder of this file itself. "),
    (f"{TITLE}site_dir: docs/out\n", "mkdocs.yml:2:1: site_dir: is in docs, where a build would read it "),
    (f"{TITLE}site_dir: .\n", "mkdocs.yml:2:1: site_dir: holds the written pages (docs), and a build "),
    (f"{TITLE}plugins: errorbook\n", f"mkdocs.yml:2:1: plugins: is not a list or a mapping. {A_LIST}"),
    (
        f"{TITLE}plugins:\n  - errorbook\n  - errorbook:\n      examples: []\n",
        f"mkdocs.yml:4:5: plugins.errorbook: is {TWICE}",
    ),
    (
        f"{TITLE}plugins:\n  - errorbook:\n    search:\n",
        "mkdocs.yml:3:5: plugins[0]: has 2 names in one item. Write '- ' before each name",
    ),
    (
        f"{TITLE}plugins: [errorbook, 7]\n",
        "mkdocs.yml:2:22: plugins[1]: is not a name. Write one, with its options indented below it",
    ),
    (f"{TITLE}plugins: {{errorbook: , 7: }}\n", f"mkdocs.yml:2:24: plugins.7: is not a name. {A_TEXT}"),
    (f"{TITLE}plugins: [search: hi]\n", f"mkdocs.yml:2:11: plugins.search: is not a mapping. {A_MAPPING}"),
    (
        f"{TITLE}plugins: [errorbook: {{enabled: 'no'}}]\n",
        "mkdocs.yml:2:23: plugins.errorbook.enabled: is neither true nor false. "
        "Write one of them, without quotes",
    ),
    (
        f"{TITLE}plugins: [errorbook: {{published: ''}}]\n",
        "mkdocs.yml:2:23: plugins.errorbook.published: '' is not the path of a file. Correct it",
    ),
    (
        f"{TITLE}plugins: [errorbook: {{popular: [A-1, ]}}]\nmarkdown_extensions: [[toc]]\n",
        "mkdocs.yml:3:23: markdown_extensions[0]: is not a name. "
        "Write one, with its options indented below it",
    ),
    (
        f"{TITLE}plugins:\n  - errorbook:\n      popular:\n        - A-1\n        -\n",
        "mkdocs.yml:6:10: plugins.errorbook.popular[1]: is empty. Write a value, or remove the line",
    ),
    (
        f"{TITLE}markdown_extensions:\n  - toc: 7\n",
        f"mkdocs.yml:3:5: markdown_extensions.toc: is not a mapping. {A_MAPPING}",
    ),
    (f"{TITLE}theme: [material]\n", f"mkdocs.yml:2:1: theme: is not a text or a mapping. {A_TEXT}"),
    (
        f"{TITLE}theme: {{language: de}}\n",
        "mkdocs.yml:2:1: theme: has no name. Add 'name: material', or another one",
    ),
    (
        f"{TITLE}theme: {{name: null}}\n",
        "mkdocs.yml:2:9: theme.name: is empty, and there is no custom_dir. Write one of the two",
    ),
    (
        f"{TITLE}theme: {{name: mkdocs, custom_dir: gone}}\n",
        "mkdocs.yml:2:23: theme.custom_dir: is 'gone', which is not a folder. ",
    ),
    (
        f"{TITLE}theme: {{name: mkdocs, locale: pt-BR}}\n",
        "mkdocs.yml:2:23: theme.locale: 'pt-BR' is not a language, with _ before its country, such as ",
    ),
]
TAKEN = [
    f"{TITLE}plugins:\n",
    f"{TITLE}plugins: [search: , errorbook: ]\n",
    f"{TITLE}plugins: [search: {{}}, errorbook: {{enabled: false}}]\n",
    f"{TITLE}plugins: {{search: , errorbook: }}\n",
    f"{TITLE}plugins:\n  - errorbook:\n      contact:\n      popular:\n      redirect_files:\n      reply:\n",
    f"{TITLE}nav:\ncopyright:\nmarkdown_extensions: [toc: {{permalink: true}}, tables, attr_list: ]\n",
    f"{TITLE}theme: {{name: mkdocs, locale: pt_BR, custom_dir: docs}}\n",
    f"{TITLE}site_url: ''\nrepo_url: ssh://git@example.com/a/b\n",
    "site_name: !ENV [NOT_SET_AT_ALL, Shop]\n",
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    return tmp_path


@pytest.mark.parametrize(("text", "problem"), REFUSED)
def test_what_stops_a_build_is_told_at_its_line(text: str, problem: str, folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    with pytest.raises(CatalogueError) as raised:
        project.read(built=True)
    (told,) = raised.value.problems
    assert str(told).startswith(problem)


@pytest.mark.parametrize("text", [text for text, problem in REFUSED if TWICE not in problem])
def test_mkdocs_refuses_it_too(text: str, folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    (folder / "errors").mkdir()
    with pytest.raises((Abort, ConfigurationError, ValidationError)):
        load_config("mkdocs.yml")


@pytest.mark.parametrize("text", TAKEN)
def test_what_mkdocs_takes_is_no_problem(text: str, folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    (folder / "errors").mkdir()
    assert load_config("mkdocs.yml").site_name == "Shop"
    assert project.read(built=True).site.name == "Shop"


def test_what_only_a_build_needs_stops_no_other_command(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("theme: {language: de}\nplugins: [errorbook]\n", "utf-8")
    assert project.read().site.language == "de"


def test_a_theme_of_zensical_needs_no_name(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(f"{TITLE}theme: {{variant: classic}}\n", "utf-8")
    assert project.read(built=True).site.name == "Shop"
