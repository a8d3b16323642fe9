"""The faults that `make mutants` puts in: each changes what a module does, and is drawn the same again."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from mutating import draw, mutants  # noqa: E402 (the folder has to be named first)


def changes(tmp_path: Path, text: str) -> list[str]:
    """Return how a module reads with each fault in it."""
    path = tmp_path / "module.py"
    path.write_text(text, "utf-8")
    return [ast.unparse(mutant.tree()) for mutant in mutants(path, "catalogue")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a < b", ["a <= b"]),
        ("a == b != c", ["a != b != c", "a == b == c"]),
        ("a >= settings['b']", ["a > settings['b']", "a >= settings['ebe']"]),
        ("a >= settings['b'] * c", ["a >= settings['b'] / c", "a >= settings['ebe'] * c"]),
        ("a and b", ["a or b", "b", "a"]),
        ("a + b", ["a - b"]),
        ("a += b", ["a -= b"]),
        ("not a", ["a"]),
        ("3", ["4", "2"]),
        ("0.5", ["0.75", "0.25"]),
        ("True", ["False"]),
        ("f('x')", ["f('exe')"]),
        ("[a for a in b if c]", ["[a for a in b]"]),
        ("while a:\n    break", ["while a:\n    continue"]),
        ("if a:\n    b", ["if not a:\n    b"]),
    ],
)
def test_a_fault_changes_one_thing(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert changes(tmp_path, text) == expected


def test_what_no_test_should_see_stays(tmp_path: Path) -> None:
    text = """'''A text.'''
__all__ = ["f"]
@frozen(True)
def f(a: "int") -> "int":
    '''Another.'''
    assert a > 1
    Kind = Literal["a", "b"]
    Shape = TypedDict("Shape", {"a": int})
    Thing = TypeVar("Thing", int, str)
    Tree: TypeAlias = list["Tree"] | None
    return zip(a, strict=True)
"""
    assert changes(tmp_path, text) == []


def test_an_edit_elsewhere_draws_no_other_faults(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    lines = [f"a{number} = {number} + b" for number in range(50)]
    path.write_text("\n".join(lines), "utf-8")
    before = {(mutant.before, mutant.after) for mutant in draw({path: "catalogue"}, 20, 1)}
    assert before != {(mutant.before, mutant.after) for mutant in draw({path: "catalogue"}, 20, 2)}
    path.write_text("\n".join(["# A line more.", *lines]), "utf-8")
    after = draw({path: "catalogue"}, 20, 1)
    assert {(mutant.before, mutant.after) for mutant in after} == before
    assert len(after) == 20


def test_a_module_in_another_folder_of_its_package_keeps_its_faults(tmp_path: Path) -> None:
    paths = [tmp_path / "module.py", tmp_path / "room/module.py"]
    paths[1].parent.mkdir()
    for path in paths:
        path.write_text("\n".join(f"a{number} = {number} + b" for number in range(50)), "utf-8")
    here, there = ([mutant.key for mutant in draw({path: "matching"}, 20, 1)] for path in paths)
    assert here == there
