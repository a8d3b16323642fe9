"""Puts small faults into the matcher and the catalogue, one at a time, and counts how many the tests catch.

    python tools/mutants.py [--count 300] [--seed 1] [--minutes 30] [--only matching/doubts]

Only tests that state what is right are run: one that merely compares Python with JavaScript (marked `twins`)
would also pass if both were wrong alike. mutmut and cosmic-ray were weighed: mutmut leaves the constants of
modules alone, where much of the matcher lies, and draws no sample; cosmic-ray starts Python anew for each
fault and writes into the working tree. Here a process that has imported all that does not change forks for
each fault and imports the changed module from memory, so a fault costs little more than the tests it needs.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest
from mutating import Mutant, draw

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "plugins/errorbook"
# The tests of each package in stages, those that tell most in a second first: the first failure ends a trial.
# Left out is what reads the whole catalogue of this repository: it tells little for its time.
TESTS = {
    "catalogue": [
        ["tests/catalogue/test_{module}.py"],
        [
            "tests/catalogue",
            "tests/checks/test_entry_rules.py",
            "--ignore=tests/catalogue/test_errors_folder.py",
            "--ignore=tests/catalogue/test_research_coverage.py",
        ],
    ],
    "matching": [
        ["tests/matching/test_steps.py"],
        ["tests/matching/test_settings.py", "tests/matching/test_utf16.py"],
        ["tests/matching/test_matching.py"],
        ["tests/matching/test_paste_cases.py"],
        ["tests/matching/test_code_forms.py"],
        [
            "tests/matching/test_explaining.py",
            "--deselect=tests/matching/test_explaining.py::test_the_reasons_agree_with_what_the_matcher_says",
        ],
    ],
}
ENOUGH = 0.9
_LONGEST = 120
"""Seconds of processor time after which a fault has made something endless."""
_WARM = (
    "click",
    "errorbook.catalogue.reader",
    "errorbook.matching",
    "filelock",
    "hypothesis",
    "jinja2",
    "mkdocs.commands.build",
    "mkdocs.config",
    "playwright.sync_api",
    "pydantic",
    "yaml",
)


@dataclass(frozen=True)
class Trial:
    """What became of one fault."""

    mutant: Mutant
    by: str
    """The file whose test failed, `time` where none came to its end; nothing if all passed."""


class _Loader(SourceFileLoader):
    """Loads a module with a fault in it."""

    def __init__(self, name: str, mutant: Mutant) -> None:
        super().__init__(name, str(mutant.path))
        self._mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        """Return the changed code."""
        return compile(self._mutant.tree(), self.path, "exec", dont_inherit=True)


class _Finder(MetaPathFinder):
    """Finds the changed module before anybody finds the one on disk."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        self._name = ".".join(mutant.path.relative_to(PACKAGE.parent).with_suffix("").parts)

    def find_spec(self, fullname: str, path: Any, target: ModuleType | None = None) -> ModuleSpec | None:
        """Return how to load it."""
        if fullname != self._name:
            return None
        return spec_from_loader(fullname, _Loader(fullname, self._mutant))


class _Watcher:
    """Notes the file of the first test that fails."""

    def __init__(self, note: Path) -> None:
        self._note = note

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Be told how a test went."""
        if report.failed and not self._note.exists():
            self._note.write_text(report.nodeid.partition("::")[0], "utf-8")


def _try(mutant: Mutant | None, package: str, note: Path) -> int:
    """Run the tests of a package with a fault put in, and return how they ended."""
    resource.setrlimit(resource.RLIMIT_CPU, (_LONGEST, _LONGEST))
    for name in [name for name in sys.modules if name.startswith(f"errorbook.{package}")]:
        del sys.modules[name]
    if mutant:
        sys.meta_path.insert(0, _Finder(mutant))
    options = ["--quiet", "--exitfirst", "--assert=plain", "-p", "no:cacheprovider", "-m", "not twins"]
    with note.with_suffix(".txt").open("w") as out, redirect_stdout(out), redirect_stderr(out):
        for stage in TESTS[package]:
            first = stage[0].format(module=mutant.path.stem if mutant else "")
            if (ROOT / first).exists():
                code = pytest.main([*options, first, *stage[1:]], [_Watcher(note)])
                if code:
                    return int(code)
    return 0


def _fork(mutant: Mutant | None, package: str, note: Path) -> int:
    """Start a trial in a process of its own, and return which it is."""
    process = os.fork()
    if process:
        return process
    try:
        code = _try(mutant, package, note)
    except BaseException:
        note.with_suffix(".txt").write_text(traceback.format_exc(), "utf-8")
        code = 1
    os._exit(code)


def _run(chosen: list[Mutant], folder: Path, until: float) -> list[Trial]:
    """Try the faults, as many at a time as there are processors; begin none after some time."""
    waiting, running, trials = list(enumerate(chosen)), dict[int, tuple[int, Mutant]](), list[Trial]()
    while waiting or running:
        if time.monotonic() > until:
            waiting.clear()
        while waiting and len(running) < (os.cpu_count() or 1):
            number, mutant = waiting.pop(0)
            running[_fork(mutant, mutant.package, folder / str(number))] = number, mutant
        process, status = os.wait()
        number, mutant = running.pop(process)
        note = folder / str(number)
        code = os.waitstatus_to_exitcode(status)
        if code < 0:
            by = "time"
        elif code:
            by = note.read_text("utf-8") if note.exists() else "import"
        else:
            by = ""
        trials.append(Trial(mutant, by))
        print("." if by else "S", end="", flush=True, file=sys.stderr)
    print(file=sys.stderr)
    return trials


def _told(trials: list[Trial], everything: str) -> str:
    """Return what a run says at its end: what nothing caught, then the share."""
    lines = []
    for trial in sorted(trials, key=lambda trial: (trial.mutant.path, trial.mutant.line)):
        if not trial.by:
            mutant = trial.mutant
            place = f"{mutant.path.relative_to(ROOT).as_posix()}:{mutant.line}"
            lines.append(f"{place}: {mutant.before}  →  {mutant.after}")
    caught = Counter(trial.by for trial in trials if trial.by)
    lines.extend(f"{count:5} caught by {by}" for by, count in caught.most_common())
    share = caught.total() / len(trials)
    lines.append(f"{caught.total()} of {len(trials)} faults caught ({share:.3f}), drawn from {everything}.")
    return "\n".join(lines)


def main() -> int:
    """Draw faults, try them, and say which nothing caught."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=300, help="how many faults to draw")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    parser.add_argument("--minutes", type=float, default=30, help="when to begin no other")
    parser.add_argument("--only", default="", help="a part of the modules' names, such as matching/search")
    asked = parser.parse_args()
    os.chdir(ROOT)
    modules = {path: package for package in TESTS for path in sorted((PACKAGE / package).rglob("*.py"))}
    modules = {path: modules[path] for path in modules if asked.only in path.with_suffix("").as_posix()}
    chosen = draw(modules, asked.count, asked.seed)
    if not chosen:
        print(f"No module is called {asked.only!r}. Name one such as matching/search.", file=sys.stderr)
        return 2
    for name in _WARM:
        import_module(name)
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for package in sorted({mutant.package for mutant in chosen}):
            note = folder / package
            _, status = os.waitpid(_fork(None, package, note), 0)
            if status:
                print(note.with_suffix(".txt").read_text("utf-8"), file=sys.stderr)
                print(f"The tests of {package} fail as it is: mend them first.", file=sys.stderr)
                return 2
        trials = _run(chosen, folder, begin + 60 * asked.minutes)
    print(_told(trials, f"{len(modules)} modules by seed {asked.seed}"))
    if len(trials) < len(chosen):
        print(f"The other {len(chosen) - len(trials)} were not tried: {asked.minutes:g} minutes were over.")
    caught = sum(bool(trial.by) for trial in trials)
    return 0 if caught >= ENOUGH * len(trials) else 1


if __name__ == "__main__":
    sys.exit(main())
