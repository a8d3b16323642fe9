"""What MkDocs refuses in mkdocs.yml, told without MkDocs and without running anything that it names.

Whether a plugin, a theme or an extension is installed is not looked at: commands also run where it is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from errorbook.site.mkdocs_yaml import Document, Place, is_a, is_set, of_environment

Fault = tuple[Place, str, str]
"""Where, what is wrong, and what to do."""

_TEXT, _FLAG, _LIST, _MAPPING = ("str",), ("bool",), ("seq",), ("map",)
_KINDS = {
    **dict.fromkeys(("copyright", "dev_addr", "edit_uri", "remote_branch", "remote_name"), _TEXT),
    **dict.fromkeys(("repo_name", "site_author", "exclude_docs", "draft_docs", "not_in_nav"), _TEXT),
    **dict.fromkeys(("nav", "extra_css", "extra_javascript", "extra_templates", "hooks", "watch"), _LIST),
    **dict.fromkeys(("extra", "validation"), _MAPPING),
    **dict.fromkeys(("plugins", "markdown_extensions"), (*_LIST, *_MAPPING)),
    "strict": _FLAG,
    "theme": (*_TEXT, *_MAPPING),
}
"""What each setting must be that no command reads."""
_NEVER_EMPTY = frozenset({"extra_javascript", "hooks", "watch", "extra", "validation"})
_WORDS = {
    "str": ("a text", "Write one, in quotes where it looks like a number"),
    "bool": ("true or false", "Write one of them, without quotes"),
    "seq": ("a list", "Write '- ' before each value, or [one, two]"),
    "map": ("a mapping", "Write 'name: value' lines, indented"),
}
_OURS = ("plugins", "errorbook")
_NOT_THEIRS = {
    "pages": "Name it nav",
    "config_file_path": "Remove the line",
    "mdx_configs": "Write the options under markdown_extensions",
}


def faults(document: Document, folder: Path) -> Iterator[Fault]:
    """Yield every setting that stops a build by MkDocs, of those that are not read elsewhere."""
    title = document.find(("site_name",))
    if title is None or is_a(title, "null") or (title.tag == "!ENV" and not of_environment(title)):
        yield ("site_name",), "is missing", "Add 'site_name: ' and what the site is called"
    for name, kinds in _KINDS.items():
        node = document.find((name,))
        if node is not None and not _fits(node, kinds, empty=name not in _NEVER_EMPTY):
            told = [_WORDS[kind] for kind in kinds]
            yield (name,), f"is not {' or '.join(what for what, _ in told)}", told[0][1]
    for name, fix in _NOT_THEIRS.items():
        if document.find((name,)) is not None:
            yield (name,), "is no setting of MkDocs", fix
    for name in ("plugins", "markdown_extensions"):
        yield from _items(document, name)
    yield from _theme(document, folder)
    yield from _folders(document, folder)


def _fits(node: yaml.Node, kinds: tuple[str, ...], *, empty: bool) -> bool:
    if is_a(node, "null"):
        return empty
    # What a tag stands for, such as !ENV, is known when a build runs it.
    return not is_set(node) or any(is_a(node, kind) for kind in kinds)


def _items(document: Document, name: str) -> Iterator[Fault]:
    """Yield what is no name of a plugin or an extension, alone or with its options."""
    node = document.find((name,))
    items = node.value if isinstance(node, yaml.SequenceNode) else ()
    for number, item in enumerate(items):
        at: Place = (name, number)
        document.note(at, item)
        if isinstance(item, yaml.MappingNode) and len(item.value) != 1:
            yield at, f"has {len(item.value)} names in one item", "Write '- ' before each name"
        elif not isinstance(item, yaml.MappingNode) and not is_a(item, "str"):
            yield at, "is not a name", "Write one, with its options indented below it"
    named = [pair for item in (node, *items) if isinstance(item, yaml.MappingNode) for pair in item.value]
    for key, options in named:
        place = (name, str(key.value))
        document.note(place, key)
        if not is_a(key, "str") and not is_a(key, "merge"):
            yield place, "is not a name", "Write one, in quotes where it looks like a number"
        elif place != _OURS and not _is_nothing(options) and not _fits(options, _MAPPING, empty=True):
            yield place, "is not a mapping", _WORDS["map"][1]
    again = [item for item in items if _name(item) == _OURS[1]][1:]
    for item in again:
        document.note(_OURS, item)
        yield _OURS, "is named a second time, and every page would be made twice", "Keep one"


def _is_nothing(options: yaml.Node) -> bool:
    """Tell whether MkDocs takes options for left out."""
    return str(options.value).lower() in ("", "[]", "false", "no", "off", "0")


def _name(item: yaml.Node) -> str:
    """Return the name in an item of a list of plugins."""
    found = item.value[0][0] if isinstance(item, yaml.MappingNode) and item.value else item
    return str(found.value)


def _theme(document: Document, folder: Path) -> Iterator[Fault]:
    if not isinstance(document.find(("theme",)), yaml.MappingNode):
        return
    name, own = document.find(("theme", "name")), document.find(("theme", "custom_dir"))
    # Zensical, which reads the same file, has variants in place of names.
    if name is None and document.find(("theme", "variant")) is None:
        yield ("theme",), "has no name", "Add 'name: material', or another one"
    elif name is not None and is_a(name, "null") and own is None:
        yield ("theme", "name"), "is empty, and there is no custom_dir", "Write one of the two"
    if own is not None and is_set(own) and not (is_a(own, "str") and (folder / str(own.value)).is_dir()):
        yield (
            ("theme", "custom_dir"),
            f"is '{own.value}', which is not a folder",
            "Name the folder, or leave it out",
        )


def _folders(document: Document, folder: Path) -> Iterator[Fault]:
    named = {name: document.find((name,)) for name in ("docs_dir", "site_dir")}
    docs, site = (node.value if node and is_a(node, "str") else name[:4] for name, node in named.items())
    content, out = (folder / docs).resolve(), (folder / site).resolve()
    if content == folder.resolve():
        yield ("docs_dir",), "is the folder of this file itself", "Name a folder below it, such as docs"
    elif content.is_relative_to(out):
        fix = "Name a folder of its own, such as site"
        yield ("site_dir",), f"holds the written pages ({docs}), and a build empties it", fix
    elif out.is_relative_to(content):
        fix = "Name a folder beside it, such as site"
        yield ("site_dir",), f"is in {docs}, where a build would read it again", fix
