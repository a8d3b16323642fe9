"""Sets, extends and shortens single fields of a file; every other line stays as its author wrote it."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

_BEGINNING = ("id", "title", "summary")
"""The fields after which a new one is put."""


def set_text(text: str, field: str, value: str) -> str:
    """Return the text of a file with a plain value in a field."""
    node = _fields(text).get(field)
    if node is None:
        return _with_field(text, field, value)
    return text[: node.start_mark.index] + value + text[node.end_mark.index :]


def set_in_item(text: str, field: str, index: int, name: str, value: str) -> str:
    """Return the text with another value under a name in one item of a list."""
    item = _items(text, field)[index]
    (node,) = (found for key, found in item.value if key.value == name)
    return text[: node.start_mark.index] + value + text[node.end_mark.index :]


def add_items(text: str, field: str, items: Sequence[str]) -> str:
    """Return the text with items behind those of a list."""
    for item in items:
        text = _with_item(text, field, item)
    return text


def remove_item(text: str, field: str, index: int) -> str:
    """Return the text without one item of a list, or without the list if it was the only one."""
    node, items = _fields(text)[field], _items(text, field)
    if len(items) == 1:
        return _without_field(text, field)
    last = index == len(items) - 1
    if _is_flow(node):
        start = _end(items[index - 1]) if last else items[index].start_mark.index
        end = _end(items[index]) if last else items[index + 1].start_mark.index
    else:
        start = _line_start(text, items[index].start_mark.index)
        end = (
            _line_end(text, _end(items[index]))
            if last
            else _line_start(text, items[index + 1].start_mark.index)
        )
    return text[:start] + text[end:]


def _with_item(text: str, field: str, item: str) -> str:
    node = _fields(text).get(field)
    if not isinstance(node, yaml.SequenceNode):
        return _with_field(text, field, f"[{item}]")
    if not node.value:
        return text[: node.start_mark.index] + f"[{item}]" + text[node.end_mark.index :]
    last = node.value[-1]
    end = _end(last)
    if _is_flow(node):
        return f"{text[:end]}, {item}{text[end:]}"
    end = _line_end(text, end)
    start = _line_start(text, last.start_mark.index)
    indent = text[start : start + len(text[start:]) - len(text[start:].lstrip(" "))]
    before = text[:end] if text[:end].endswith("\n") else f"{text[:end]}\n"
    return f"{before}{indent}- {item}\n{text[end:]}"


def _with_field(text: str, field: str, value: str) -> str:
    """Return the text with a new field behind those that say which error it is; an empty one of it goes."""
    if field in _keys(text):
        text = _without_field(text, field)
    keys = _keys(text)
    before = [key for key in keys if key in _BEGINNING]
    later = [key for key in keys if key not in _BEGINNING]
    following = [key for key in later if keys[key].start_mark.index > keys[before[-1]].start_mark.index]
    place = _line_start(text, keys[following[0]].start_mark.index) if following else len(text)
    start = text[:place]
    return f"{start}{'' if start.endswith(chr(10)) else chr(10)}{field}: {value}\n{text[place:]}"


def _without_field(text: str, field: str) -> str:
    """Return the text without a field's lines; remarks above the next field stay."""
    keys = list(_keys(text).items())
    number = [name for name, _ in keys].index(field)
    start = _line_start(text, keys[number][1].start_mark.index)
    following = keys[number + 1][1].start_mark.index if number + 1 < len(keys) else len(text)
    lines = text[start:following].splitlines(keepends=True)
    while len(lines) > 1 and (not lines[-1].strip() or lines[-1].startswith("#")):
        lines.pop()
    return text[:start] + text[start + len("".join(lines)) :]


def _mapping(text: str) -> list[tuple[yaml.Node, yaml.Node]]:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    return node.value if isinstance(node, yaml.MappingNode) else []


def _keys(text: str) -> dict[str, yaml.Node]:
    return {key.value: key for key, _ in _mapping(text)}


def _fields(text: str) -> dict[str, yaml.Node]:
    """Return the values of the fields; one that says nothing is as one that is not there."""
    return {
        key.value: value for key, value in _mapping(text) if value.start_mark.index != value.end_mark.index
    }


def _items(text: str, field: str) -> list[yaml.Node]:
    items: list[yaml.Node] = _fields(text)[field].value
    return items


def _is_flow(node: yaml.Node) -> bool:
    return bool(getattr(node, "flow_style", False))


def _end(node: yaml.Node) -> int:
    """Return where the words of a node end: a block's own end is where the next one begins."""
    if isinstance(node, yaml.ScalarNode) or _is_flow(node) or not node.value:
        index: int = node.end_mark.index
        return index
    last = node.value[-1]
    return _end(last[1] if isinstance(node, yaml.MappingNode) else last)


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end == -1 else end + 1
