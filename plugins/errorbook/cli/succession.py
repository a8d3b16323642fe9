"""The commands by which an entry gets another name, is merged into another one, or retires."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

import click

from errorbook.authoring import succession
from errorbook.authoring.succession import Plan, Texts
from errorbook.catalogue import entry_files, ledger, reader
from errorbook.catalogue.model import Entry
from errorbook.catalogue.reader import Loaded
from errorbook.cli.options import project_options
from errorbook.common import reading, writing
from errorbook.common.output import say
from errorbook.common.problems import CatalogueError, Problem
from errorbook.site import project, written_pages
from errorbook.site.project import Project

Planner = Callable[[Loaded, Texts], Plan]


@click.command()
@click.argument("entry_id", metavar="ID")
@click.argument("slug")
@project_options
def rename(entry_id: str, slug: str, folder: Path | None, config_file: Path | None) -> None:
    """Give the file of an entry another name, and with it the page another address.

    SLUG is the new name without .yml. The old one is kept under former_slugs and in ids.lock, so its address
    leads on. Either all files are changed or none.

    \b
    errorbook rename SHOP-0001 card-refused

    Exit code: 0 when all is written, 1 when something stands against it.
    """
    told = project.read(config_file)
    plan = _carry_out(
        told.catalogue(folder), lambda loaded, text: succession.rename(loaded, entry_id, slug, text)
    )
    entry = plan.entries[entry_id]
    former = f"{entry.system}/{entry.former_slugs[-1]}"
    say(f"{entry_id} is {entry.address} now; {former} leads there.")
    _tell_links(told, former)


@click.command()
@click.argument("entry_id", metavar="ID")
@click.option("--into", required=True, metavar="ID", help="The entry that remains.")
@project_options
def merge(entry_id: str, into: str, folder: Path | None, config_file: Path | None) -> None:
    """Merge an entry into another one: its wordings find that one, and its addresses lead there.

    The file of the entry stays, as superseded: its messages and examples count for the one that remains. What
    other entries say of it, they say of that one; and what it said of others, so does that one. Either all
    files are changed or none. Its causes and steps are shown no more: move what is worth keeping.

    \b
    errorbook merge SHOP-0060 --into SHOP-0054

    Exit code: 0 when all is written, 1 when something stands against it.
    """
    told = project.read(config_file)
    plan = _carry_out(
        told.catalogue(folder), lambda loaded, text: succession.merge(loaded, entry_id, into, text)
    )
    say(f"{entry_id} leads to {into} now. {_changed(plan)}")
    say(f"Move what is worth keeping of its causes and steps to {into}, then run 'errorbook check'.")
    if plan.remark:
        say(plan.remark)
    _tell_links(told, plan.entries[entry_id].address)


@click.command()
@click.argument("entry_id", metavar="ID")
@project_options
def retire(entry_id: str, folder: Path | None, config_file: Path | None) -> None:
    """Withdraw an entry that was wrong: its page says so, and nothing finds it any more.

    The file stays, as withdrawn, so that links to it lead somewhere; other entries no longer name it. Either
    all files are changed or none. An error that is only not shown any more is 'status: not-emitted' instead.

    \b
    errorbook retire SHOP-0060

    Exit code: 0 when all is written, 1 when something stands against it.
    """
    told = project.read(config_file)
    plan = _carry_out(told.catalogue(folder), lambda loaded, text: succession.retire(loaded, entry_id, text))
    say(f"{entry_id} is withdrawn. {_changed(plan)}")
    for option in (option for option, ids in told.named if entry_id in ids):
        say(f"mkdocs.yml still names it under '{option}': name another one there.")


def _carry_out(folder: Path, planner: Planner) -> Plan:
    """Change a catalogue as planned, all of it or nothing, once a copy of it has proved sound."""

    with writing.alone(folder):
        loaded = reader.read(folder)

        def text(entry: Entry) -> str:
            if entry_files.is_shared(loaded.sources[entry.id]):
                what, fix = (
                    "is in a file with others",
                    "Give it a file of its own, or change it in an editor",
                )
                raise CatalogueError([loaded.sources[entry.id].problem((), what, fix)])
            file = folder / loaded.place(entry)
            return reading.text(file, file.as_posix())

        if lost := list(ledger.missing(loaded.ledger_file, loaded.ledger_text, loaded.catalogue.entries)):
            raise CatalogueError(lost)
        plan = planner(loaded, text)
        lock = ledger.render(ledger.extend(loaded.ledger, plan.entries.values()))
        with TemporaryDirectory() as place:
            copy = Path(place, folder.resolve().name)
            copytree(folder, copy, ignore=ignore_patterns(".*"))
            _write(copy, plan, lock)
            _prove(plan, loaded, reader.read(copy))
        _write(folder, plan, lock)
    return plan


def _write(folder: Path, plan: Plan, lock: str) -> None:
    texts = {folder / place: text for place, text in plan.texts.items()}
    writing.write({**texts, folder / ledger.FILE: lock})
    # Last of all: until then the file is there twice, which 'errorbook check' tells.
    if plan.gone:
        (folder / plan.gone).unlink()


def _prove(plan: Plan, before: Loaded, after: Loaded) -> None:
    """Raise CatalogueError where a file does not say what was planned, or breaks what was promised."""
    what, fix = "is written in a way that cannot be changed by a command", "Change it in an editor"
    problems = [
        before.sources[id_].problem((), what, fix)
        for id_ in succession.differences(plan, before.catalogue, after.catalogue)
    ]
    known = {problem.what for problem in _broken(before)}
    problems += [problem for problem in _broken(after) if problem.what not in known]
    if problems:
        raise CatalogueError(problems)


def _broken(loaded: Loaded) -> list[Problem]:
    return list(ledger.compare(loaded.ledger_file, loaded.ledger, loaded.catalogue.entries, loaded.sources))


def _changed(plan: Plan) -> str:
    return f"Changed: {', '.join(sorted(plan.texts))}."


def _tell_links(told: Project, address: str) -> None:
    """Say which written pages link to a page that is no more; a build would warn of them."""
    if not told.content.is_dir():
        return
    page = f"{told.site.errors_path}/{address}.md"
    for uri, markdown in written_pages.pages(written_pages.files(told.content)).items():
        for number, line in enumerate(markdown.splitlines(), 1):
            if page in line:
                what, fix = f"links to {page}, which moved", "Link to the page's new place"
                place = (told.content / uri).as_posix()
                say(str(Problem(place, number, line.index(page) + 1, "", what, fix, "warning", "address")))
