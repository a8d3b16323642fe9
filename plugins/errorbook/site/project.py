"""What mkdocs.yml says of a site, read without MkDocs: where its catalogue and pages are, and its options.

Only what commands need is looked at.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from jinja2 import Environment, TemplateSyntaxError

from errorbook.common import reading
from errorbook.common.problems import CatalogueError, Problem
from errorbook.site import folders, mkdocs_settings, mkdocs_yaml, option_shapes, style_sheet
from errorbook.site.mkdocs_yaml import Document, Place, is_a, is_set, keys
from errorbook.site.named_entries import Named
from errorbook.site.option_shapes import Shape
from errorbook.site.site_info import Contact, Feedback, ReplyWording, SiteInfo
from errorbook.site.style_sheet import Look

NAMES = ("mkdocs.yml", "mkdocs.yaml")
PLUGIN = ("plugins", "errorbook")
_GROUPS = (PLUGIN, (*PLUGIN, "contact"), (*PLUGIN, "reply"), (*PLUGIN, "feedback"))
_PAGES = SiteInfo(where_page="where.md", privacy_page="privacy.md", contact_page="contact.md")


@dataclass(frozen=True, slots=True)
class Project:
    """A site as its keeper set it up; without a mkdocs.yml, as it usually is."""

    errors: Path = Path("errors")
    content: Path = Path("content")
    site: SiteInfo = _PAGES
    """Its layout and wording; whether the pages that it names are written is not known here."""
    examples: tuple[str, ...] = ()
    published: Path | None = None
    look: Look = "material"
    source: Document | None = field(default=None, repr=False)
    """Where the values stand; None where there is no mkdocs.yml."""

    @property
    def named(self) -> Named:
        """The ids of entries that options name, by option."""
        return ("examples", self.examples), ("popular", self.site.popular)

    def catalogue(self, given: Path | None) -> Path:
        """Return the folder that a command is given, or else that of the site; raises CatalogueError."""
        place = (*PLUGIN, "errors_dir")
        if given is None and self.source and self.source.find(place) and not self.errors.is_dir():
            what = f"is '{reading.shown(self.errors)}', which is not a folder"
            raise CatalogueError([self.source.problem(place, what, "Name the folder of the catalogue")])
        return given or self.errors


def read(path: Path | None = None, *, built: bool = False) -> Project:
    """Return the project of a mkdocs.yml, or of the one in this folder; raises CatalogueError.

    ``built`` tells of all that stops a build by MkDocs, also of what is not read here.
    """
    path = path or next((Path(name) for name in NAMES if os.path.lexists(name)), None)
    if path is None:
        return Project()
    reader = _Reader(mkdocs_yaml.read(path))
    try:
        project = _project(path, reader)
        for fault in mkdocs_settings.faults(reader.document, path.parent) if built else ():
            reader.refuse(*fault)
    except RecursionError:
        raise mkdocs_yaml.too_deep(path.as_posix()) from None
    if reader.problems:
        raise CatalogueError(reader.problems)
    return project


def _project(path: Path, reader: _Reader) -> Project:
    folder, text = path.parent, reader.text
    reply = (*PLUGIN, "reply")
    contact = (*PLUGIN, "contact")
    published = text((*PLUGIN, "published"), "", option_shapes.FILE)
    label, url = text((*contact, "label")), text((*contact, "url"), "", option_shapes.WEB_ADDRESS)
    email = text((*contact, "email"), "", option_shapes.EMAIL)
    site = SiteInfo(
        name=text(("site_name",)),
        description=text(("site_description",)),
        language=_language(reader),
        errors_path=text((*PLUGIN, "errors_path"), "errors", option_shapes.FOLDER),
        lookup_page=text((*PLUGIN, "lookup_page"), "index.md", option_shapes.PAGE),
        guides_dir=text((*PLUGIN, "guides_dir"), "guides", option_shapes.FOLDER),
        where_page=text((*PLUGIN, "where_page"), _PAGES.where_page, option_shapes.PAGE),
        privacy_page=text((*PLUGIN, "privacy_page"), _PAGES.privacy_page, option_shapes.PAGE),
        contact_page=text((*PLUGIN, "contact_page"), _PAGES.contact_page, option_shapes.PAGE),
        contact=Contact(label, url, email),
        popular=reader.texts((*PLUGIN, "popular")),
        reply=ReplyWording(
            text((*reply, "greeting"), "", option_shapes.WORDS),
            text((*reply, "closing"), "", option_shapes.WORDS),
            _template(folder, reader),
        ),
        feedback=_feedback(reader, email),
        directory_urls=reader.flag(("use_directory_urls",), otherwise=True),
        site_url=text(("site_url",), "", option_shapes.WEB_ADDRESS),
        split_index=reader.flag((*PLUGIN, "split_index"), otherwise=False),
    )
    project = Project(
        errors=folder / text((*PLUGIN, "errors_dir"), "errors"),
        content=folder / text(("docs_dir",), "docs"),
        site=site,
        examples=reader.texts((*PLUGIN, "examples")),
        published=folder / published if published else None,
        look=style_sheet.look_of(reader.name(("theme",))),
        source=reader.document,
    )
    for option, what, fix in folders.faults(
        project.errors, project.content, folder / text(("site_dir",), "site")
    ):
        reader.refuse((*PLUGIN, option) if option == "errors_dir" else (option,), what, fix)
    text((*PLUGIN, "frame_ancestors"), "'self'", option_shapes.FRAMERS)
    reader.texts((*PLUGIN, "redirect_files"), option_shapes.HOSTS)
    # An option that MkDocs has for every plugin.
    reader.flag((*PLUGIN, "enabled"), otherwise=True)
    reader.refuse_unknown()
    return project


def _language(reader: _Reader) -> str:
    """Return the language of the theme, as HTML writes it."""
    locale = reader.text(("theme", "locale"), "", option_shapes.LOCALE)
    return (reader.text(("theme", "language")) or locale or "en").replace("_", "-")


def _template(folder: Path, reader: _Reader) -> str:
    """Return the text of the template for replies, or nothing."""
    place = (*PLUGIN, "reply", "template")
    name = reader.text(place)
    try:
        text = reading.text(folder / name, name) if name else ""
        Environment().parse(text)
    except CatalogueError:
        reader.refuse(place, f"is '{name}', which cannot be read", "Name a text file beside this one")
    except TemplateSyntaxError as error:
        reader.refuse(place, f"{name}:{error.lineno}: {error.message}", "Correct the template")
    else:
        return text
    return ""


def _feedback(reader: _Reader, email: str) -> Feedback:
    """Return where answers go: to the one option that is set, else where they usually go."""
    place = (*PLUGIN, "feedback")
    mailto = reader.text((*place, "mailto"), "", option_shapes.MAIL_TARGET)
    issue = reader.text((*place, "issue"), "", option_shapes.WEB_ADDRESS)
    endpoint = reader.text((*place, "endpoint"), "", option_shapes.ENDPOINT)
    if sum(map(bool, (mailto, issue, endpoint))) > 1:
        reader.refuse(place, "sets more than one option", "Set only one of mailto, issue and endpoint")
    if not reader.flag((*place, "ask"), otherwise=True):
        return Feedback()
    if issue or endpoint:
        return Feedback("issue", issue) if issue else Feedback("endpoint", endpoint)
    return Feedback.usual(mailto or email, reader.text(("repo_url",), "", option_shapes.REPOSITORY))


class _Reader:
    """Takes single values from a YAML document, noting problems on the way."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.asked: set[Place] = set()

    def text(self, path: Place, otherwise: str = "", shape: Shape | None = None) -> str:
        """Return a text, or another where nothing is set; notes one that has not the shape."""
        text = self._text(self._find(path), path)
        if text is not None and shape and not shape.fits(text):
            self.refuse(path, f"'{text}' is not {shape.words}", "Correct it")
        return otherwise if text is None else text

    def name(self, path: Place) -> str:
        """Return the name of what has options, or none: it stands alone, or as ``name`` among them."""
        node = self._find(path)
        return str(node.value) if node is not None and is_a(node, "str") else self.text((*path, "name"))

    def texts(self, path: Place, servers: Collection[str] = ()) -> tuple[str, ...]:
        """Return a list of texts, or of names of web servers."""
        node = self._find(path)
        if node is None or is_a(node, "null"):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.refuse(path, "is not a list", "Write '- ' before each value, or [one, two]")
            return ()
        for number, item in enumerate(node.value):
            self.document.note((*path, number), item)
            if is_a(item, "null"):
                self.refuse((*path, number), "is empty", "Write a value, or remove the line")
            elif servers and is_a(item, "str") and item.value not in servers:
                what = f"is '{item.value}', and no web server of that name is known"
                self.refuse((*path, number), what, f"Write one of: {', '.join(servers)}")
        return tuple(self._text(item, (*path, number)) or "" for number, item in enumerate(node.value))

    def flag(self, path: Place, *, otherwise: bool) -> bool:
        """Return yes or no."""
        node = self._find(path)
        if node is None or not is_set(node):
            return otherwise
        if not is_a(node, "bool"):
            self.refuse(path, "is neither true nor false", "Write one of them, without quotes")
            return otherwise
        return str(node.value).lower() in {"true", "yes", "on"}

    def refuse(self, path: Place, what: str, fix: str) -> None:
        """Note a problem at a path."""
        self.problems.append(self.document.problem(path, what, fix))

    def refuse_unknown(self) -> None:
        """Note every option of ours that nobody asked for, as misspelt, and every group that is none."""
        for group in _GROUPS:
            node = self._find(group)
            if node is not None and is_set(node) and not isinstance(node, yaml.MappingNode):
                self.refuse(group, "is not a mapping", "Write 'name: value' lines, indented")
            for key in keys(node):
                name = str(key.value)
                known = {path[len(group)] for path in self.asked if path[: len(group)] == group != path}
                if name not in known:
                    self.document.note((*group, name), key)
                    self.refuse((*group, name), "is not an option", "Check the spelling")

    def _find(self, path: Place) -> yaml.Node | None:
        self.asked.add(path)
        return self.document.find(path)

    def _text(self, node: yaml.Node | None, path: Place) -> str | None:
        if node is not None and node.tag == "!ENV":
            return mkdocs_yaml.of_environment(node)
        if node is None or not is_set(node):
            return None
        if not is_a(node, "str"):
            self.refuse(path, "is not a text", "Write one, in quotes where it looks like a number")
            return None
        return str(node.value)
