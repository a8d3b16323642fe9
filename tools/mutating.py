"""Lists the small faults that can be put into a module, and puts one in.

A fault changes one expression or statement, as mutation testing does everywhere: a comparison, `and` or `or`,
a sign, a number, a text, a condition, a loop that is left. A text gets a letter that texts have: the plain
text of a paste has no capitals, so a set of characters with one more of them would be the same. Left out is
what no test should see: types, `__all__`, docstrings, decorators, and the `strict` of `zip`, an assertion;
and whether a sum of weights may equal a share of another: logarithms that add up to that are in no text.
"""

from __future__ import annotations

import ast
import hashlib
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,  # codespell:ignore
    ast.NotIn: ast.In,  # codespell:ignore
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.Break: ast.Continue,
    ast.Continue: ast.Break,
}
_ORDERS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_UNSEEN = ("annotation", "returns", "decorator_list", "type_params")


@dataclass(frozen=True)
class Mutant:
    """One fault: which node of a module's tree is replaced, and by which of its variants."""

    path: Path
    package: str
    node: int
    variant: int
    line: int
    before: str
    after: str
    key: str
    """What it is called in the draw: it stays the same when other lines change."""

    def tree(self) -> ast.Module:
        """Return the module's tree with the fault in it."""
        tree = ast.parse(self.path.read_text("utf-8"))
        parent, field, place, node = list(_places(tree))[self.node]
        changed = ast.fix_missing_locations(ast.copy_location(_variants(node)[self.variant], node))
        if place is None:
            setattr(parent, field, changed)
        else:
            getattr(parent, field)[place] = changed
        return tree


def mutants(path: Path, package: str) -> Iterator[Mutant]:
    """Yield every fault that can be put into a module of a package."""
    seen: Counter[str] = Counter()
    for number, (_, _, _, node) in enumerate(_places(ast.parse(path.read_text("utf-8")))):
        before = _shown(node)
        for variant, changed in enumerate(_variants(node)):
            after = _shown(changed)
            name = f"{package}/{path.name} {before} -> {after}"
            seen[name] += 1
            yield Mutant(path, package, number, variant, _line(node), before, after, f"{name} {seen[name]}")


def draw(modules: Mapping[Path, str], count: int, seed: int) -> list[Mutant]:
    """Return so many faults of some modules, each with its package, the same for a seed.

    Each has its own lot, made of what it changes, so that an edit elsewhere, or a module in
    another folder of its package, draws no others. They come in the
    order of their lots: the first few are a fair sample, too.
    """
    everything = [mutant for path, package in modules.items() for mutant in mutants(path, package)]
    everything.sort(key=lambda mutant: hashlib.sha256(f"{seed} {mutant.key}".encode()).digest())
    return everything[:count]


def _places(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Yield each node that may change, with its parent, and where it stands in that."""
    for field, value in ast.iter_fields(node):
        if field in _UNSEEN or (isinstance(node, ast.keyword) and node.arg == "strict"):
            continue
        several = isinstance(value, list)
        for place, child in enumerate(value if several else [value]):
            if not isinstance(child, ast.AST) or _is_unseen(child):
                continue
            yield node, field, place if several else None, child
            yield from _places(child)


def _is_unseen(node: ast.AST) -> bool:
    """Return whether a node only asserts, is a docstring, `__all__`, or a type such as Literal["is"]."""
    match node:
        case ast.Assert() | ast.Expr(value=ast.Constant(value=str())):
            return True
        case (
            ast.Assign(targets=[ast.Name(id="__all__")]) | ast.AnnAssign(annotation=ast.Name(id="TypeAlias"))
        ):
            return True
        case (
            ast.Subscript(value=ast.Name(id="Literal")) | ast.Call(func=ast.Name(id="TypedDict" | "TypeVar"))
        ):
            return True
    return False


def _variants(node: ast.AST) -> list[ast.AST]:
    """Return what may stand in a node's place."""
    found: list[ast.AST] = []
    match node:
        case ast.Compare(ops=operators):
            for place, operator in enumerate(operators):
                if type(operator) in _ORDERS and any(map(_is_share, _sides(node, place))):
                    continue
                changed = deepcopy(node)
                changed.ops[place] = _SWAPS[type(operator)]()  # type: ignore[call-overload]  # a table of all kinds of nodes
                found.append(changed)
        case ast.BoolOp(values=values):
            found.append(_swapped(node))
            for place in range(len(values)):
                left = [value for number, value in enumerate(values) if number != place]
                found.append(left[0] if len(left) == 1 else ast.BoolOp(node.op, left))
        case ast.BinOp() | ast.AugAssign() if type(node.op) in _SWAPS:
            found.append(_swapped(node))
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            found.append(operand)
        case ast.If() | ast.IfExp():
            branch = deepcopy(node)
            branch.test = ast.UnaryOp(ast.Not(), node.test)
            found.append(branch)
        case ast.comprehension(ifs=[_, *_]):
            unfiltered = deepcopy(node)
            unfiltered.ifs = []
            found.append(unfiltered)
        case ast.Break() | ast.Continue():
            found.append(_SWAPS[type(node)]())
        case ast.Constant(value=value):
            found.extend(ast.Constant(other) for other in _others(value))
    return found


def _sides(node: ast.Compare, place: int) -> list[ast.expr]:
    return [node.left, *node.comparators][place : place + 2]


def _is_share(node: ast.expr) -> bool:
    """Return whether a figure is multiplied by one of the matcher's settings."""
    return isinstance(node, ast.BinOp) and any(
        isinstance(part, ast.Subscript) and ast.unparse(part.value).endswith("settings")
        for part in ast.walk(node)
    )


def _swapped(node: ast.BoolOp | ast.BinOp | ast.AugAssign) -> ast.AST:
    changed = deepcopy(node)
    changed.op = _SWAPS[type(node.op)]()  # type: ignore[assignment]  # as above
    return changed


def _others(value: object) -> list[str | int | float]:
    """Return what may stand in place of a constant."""
    match value:
        case bool():
            return [not value]
        case int():
            return [value + 1, value - 1]
        case float() if math.isfinite(value):
            return [value * 1.5, value * 0.5] if value else [1.0]
        case str():
            return [f"e{value}e"]
    return []


def _shown(node: ast.AST) -> str:
    """Return a node as it is written, in one line that is not too long; of a branch, its condition."""
    match node:
        case ast.If(test=test):
            text = f"if {ast.unparse(test)}"
        case ast.comprehension():
            text = ast.unparse(node).strip()
        case _:
            text = ast.unparse(node)
    text = " ".join(text.split())
    return text if len(text) <= 90 else f"{text[:60]} ... {text[-25:]}"


def _line(node: ast.AST) -> int:
    """Return the line a node stands in; what has none of its own stands where its first part does."""
    return next(line for inner in ast.walk(node) if (line := getattr(inner, "lineno", 0)))
