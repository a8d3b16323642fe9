"""What mkdocs.yml says of a site, read without MkDocs: where its catalogue and pages are, and its options.

Only what commands need is looked at. Tags such as ``!!python/name`` are never followed, so a configuration
for plugins that are not installed here can be read, and nothing of it is run.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from jinja2 import Environment, TemplateSyntaxError

from errorbook import shapes
from errorbook.problems import CatalogueError, Problem
from errorbook.shapes import Shape
from errorbook.site_info import Contact, Feedback, ReplyWording, SiteInfo
from errorbook.yaml_source import Source

NAMES = ("mkdocs.yml", "mkdocs.yaml")
PLUGIN = ("plugins", "errorbook")
_GROUPS = (PLUGIN, (*PLUGIN, "contact"), (*PLUGIN, "reply"), (*PLUGIN, "feedback"))
_OF_BUILDS = ("enabled", "frame_ancestors", "redirect_files")
"""Options that only a build needs; it checks them itself."""
_PAGES = SiteInfo(where_page="where.md", privacy_page="privacy.md", contact_page="contact.md")
_CORE = "tag:yaml.org,2002:"
_Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Project:
    """A site as its keeper set it up; without a mkdocs.yml, as it usually is."""

    errors: Path = Path("errors")
    content: Path = Path("content")
    site: SiteInfo = _PAGES
    """Its layout and wording; whether the pages that it names are written is not known here."""
    examples: tuple[str, ...] = ()
    published: Path | None = None
    source: Source | None = field(default=None, repr=False)
    """Where the values stand; None where there is no mkdocs.yml."""


def read(path: Path | None = None) -> Project:
    """Return the project of a mkdocs.yml, or of the one in this folder; raises CatalogueError."""
    path = path or next((Path(name) for name in NAMES if Path(name).is_file()), None)
    if path is None:
        return Project()
    file = path.as_posix()
    try:
        # The loader in Python: that in C ends the program where lists are nested without end.
        root = yaml.compose(path.read_text("utf-8-sig"), Loader=yaml.SafeLoader)
        reader = _Reader(file, root)
        project = _project(path, reader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        what, fix = f"is not YAML: {error.problem}", "Mend the line, or the one before it"
        raise CatalogueError([Problem(file, *place, "", what, fix, rule="project")]) from None
    except (yaml.YAMLError, UnicodeDecodeError):
        what, fix = "is not UTF-8 text without control characters", "Save the file as UTF-8"
        raise CatalogueError([Problem(file, 0, 0, "", what, fix, rule="project")]) from None
    except RecursionError:
        what, fix = "is nested too deep, or in a circle", "Write its values out"
        raise CatalogueError([Problem(file, 0, 0, "", what, fix, rule="project")]) from None
    if reader.problems:
        raise CatalogueError(reader.problems)
    return project


def _project(path: Path, reader: _Reader) -> Project:
    folder, text = path.parent, reader.text
    reply = (*PLUGIN, "reply")
    contact = (*PLUGIN, "contact")
    published = text((*PLUGIN, "published"))
    site = SiteInfo(
        name=text(("site_name",)),
        description=text(("site_description",)),
        language=(text(("theme", "language")) or text(("theme", "locale")) or "en").replace("_", "-"),
        errors_path=text((*PLUGIN, "errors_path"), "errors", shapes.FOLDER),
        lookup_page=text((*PLUGIN, "lookup_page"), "index.md", shapes.PAGE),
        guides_dir=text((*PLUGIN, "guides_dir"), "guides", shapes.FOLDER),
        where_page=text((*PLUGIN, "where_page"), _PAGES.where_page, shapes.PAGE),
        privacy_page=text((*PLUGIN, "privacy_page"), _PAGES.privacy_page, shapes.PAGE),
        contact_page=text((*PLUGIN, "contact_page"), _PAGES.contact_page, shapes.PAGE),
        contact=Contact(
            text((*contact, "label")),
            text((*contact, "url"), "", shapes.WEB_ADDRESS),
            text((*contact, "email"), "", shapes.EMAIL),
        ),
        reply=ReplyWording(text((*reply, "greeting")), text((*reply, "closing")), _template(folder, reader)),
        feedback=_feedback(reader),
        directory_urls=reader.flag(("use_directory_urls",), otherwise=True),
        site_url=text(("site_url",)),
        split_index=reader.flag((*PLUGIN, "split_index"), otherwise=False),
    )
    project = Project(
        errors=folder / text((*PLUGIN, "errors_dir"), "errors"),
        content=folder / text(("docs_dir",), "docs"),
        site=site,
        examples=reader.texts((*PLUGIN, "examples")),
        published=folder / published if published else None,
        source=Source(reader.file, None, reader.places),
    )
    reader.refuse_unknown()
    return project


def _template(folder: Path, reader: _Reader) -> str:
    """Return the text of the template for replies, or nothing."""
    place = (*PLUGIN, "reply", "template")
    name = reader.text(place)
    try:
        text = (folder / name).read_text("utf-8") if name else ""
        Environment().parse(text)
    except (OSError, UnicodeDecodeError):
        reader.refuse(place, f"is '{name}', which cannot be read", "Name a text file beside this one")
    except TemplateSyntaxError as error:
        reader.refuse(place, f"{name}:{error.lineno}: {error.message}", "Mend the template")
    else:
        return text
    return ""


def _feedback(reader: _Reader) -> Feedback:
    """Return where answers go: to the one option that is set."""
    place = (*PLUGIN, "feedback")
    mailto = reader.text((*place, "mailto"), "", shapes.MAIL_TARGET)
    issue = reader.text((*place, "issue"), "", shapes.WEB_ADDRESS)
    endpoint = reader.text((*place, "endpoint"), "", shapes.ENDPOINT)
    if sum(map(bool, (mailto, issue, endpoint))) > 1:
        reader.refuse(place, "sets more than one option", "Set only one of mailto, issue and endpoint")
    if mailto:
        return Feedback("mailto", mailto)
    return Feedback("issue", issue) if issue else Feedback("endpoint", endpoint) if endpoint else Feedback()


class _Reader:
    """Looks single values up in a YAML document, noting places and problems on the way."""

    def __init__(self, file: str, root: yaml.Node | None) -> None:
        self.file, self.root = file, root
        self.problems: list[Problem] = []
        self.places: dict[_Place, tuple[int, int]] = {}
        self.asked: set[_Place] = set()

    def text(self, path: _Place, otherwise: str = "", shape: Shape | None = None) -> str:
        """Return a text, or another where nothing is set; notes one that has not the shape."""
        text = self._text(self._find(path), path)
        if text is not None and shape and not shape.fits(text):
            self.refuse(path, f"'{text}' is not {shape.words}", "Correct it")
        return otherwise if text is None else text

    def texts(self, path: _Place) -> tuple[str, ...]:
        """Return a list of texts."""
        node = self._find(path)
        if node is None or _is(node, "null"):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.refuse(path, "is not a list", "Write '- ' before each value, or [one, two]")
            return ()
        for number, item in enumerate(node.value):
            self._note((*path, number), item)
        return tuple(self._text(item, (*path, number)) or "" for number, item in enumerate(node.value))

    def flag(self, path: _Place, *, otherwise: bool) -> bool:
        """Return yes or no."""
        node = self._find(path)
        if node is None or not node.tag.startswith(_CORE) or _is(node, "null"):
            return otherwise
        if not _is(node, "bool"):
            self.refuse(path, "is neither true nor false", "Write one of them, without quotes")
            return otherwise
        return str(node.value).lower() in {"true", "yes", "on"}

    def refuse(self, path: _Place, what: str, fix: str) -> None:
        """Note a problem at a path."""
        source = Source(self.file, None, self.places)
        self.problems.append(source.problem(path, what, fix, rule="project"))

    def refuse_unknown(self) -> None:
        """Note every option of ours that nobody asked for, as misspelt."""
        for group in _GROUPS:
            for key in _keys(self._find(group)):
                name = str(key.value)
                known = {path[len(group)] for path in self.asked if path[: len(group)] == group != path}
                if name not in known and not (group == PLUGIN and name in _OF_BUILDS):
                    self._note((*group, name), key)
                    self.refuse((*group, name), "is not an option", "Check the spelling")

    def _find(self, path: _Place) -> yaml.Node | None:
        self.asked.add(path)
        node = self.root
        for length, name in enumerate(path, 1):
            key, node = next(_below(node, str(name)), (None, None))
            if key is None or node is None:
                return None
            self._note(path[:length], key)
        return node

    def _text(self, node: yaml.Node | None, path: _Place) -> str | None:
        if node is not None and node.tag == "!ENV":
            return _of_environment(node)
        if node is None or not node.tag.startswith(_CORE) or _is(node, "null"):
            return None
        if not _is(node, "str"):
            self.refuse(path, "is not a text", "Write one, in quotes where it looks like a number")
            return None
        return str(node.value)

    def _note(self, path: _Place, node: yaml.Node) -> None:
        self.places[path] = node.start_mark.line + 1, node.start_mark.column + 1


def _is(node: yaml.Node, kind: str) -> bool:
    return bool(node.tag == _CORE + kind)


def _below(node: yaml.Node | None, name: str) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Yield each key of a name with its value; plugins are a list of names and of mappings, or a mapping."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _below(item, name)
    elif isinstance(node, yaml.MappingNode):
        for key, value in reversed(node.value):  # of a repeated key, YAML takes the last
            if isinstance(key, yaml.ScalarNode) and key.value == name:
                yield key, value
        for key, value in node.value:
            if _is(key, "merge"):
                yield from _below(value, name)


def _keys(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.MappingNode):
        yield from (
            key for key, _ in node.value if isinstance(key, yaml.ScalarNode) and not _is(key, "merge")
        )


def _of_environment(node: yaml.Node) -> str | None:
    """Return the first variable that is set, else the last item of a list, as MkDocs does."""
    names = [str(item.value) for item in node.value] if isinstance(node, yaml.SequenceNode) else [node.value]
    values = (os.environ[name] for name in names if name in os.environ)
    return next(values, names[-1] if len(names) > 1 else None)
