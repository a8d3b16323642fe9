"""The command that checks a catalogue, its pages' addresses and the site's options."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

import click

from errorbook.catalogue import reader
from errorbook.catalogue.reader import Loaded
from errorbook.checks import audit, catalogue_rules, coverage, path_figures, published_urls
from errorbook.cli import publishing
from errorbook.cli.options import as_line, project_options
from errorbook.common.output import say
from errorbook.common.problems import CatalogueError, Problem, report
from errorbook.site import cards, markers, named_entries, outputs, project, written_pages
from errorbook.site.choice_labels import counted
from errorbook.site.project import Project


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--content",
    type=click.Path(path_type=Path),
    help="Folder of the written pages, to which addresses lead; not looked at where there is none.  "
    "[default: docs_dir of mkdocs.yml, or content]",
)
@click.option(
    "--published",
    "urls",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="urls.json of the published site: fail if one of its addresses would lead to nothing.",
)
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day by which reviews are due.  [default: today]"
)
@click.option("--hints", is_flag=True, help="Show hints, too.")
@click.option("--strict", is_flag=True, help="Let warnings fail the check.")
@click.option("--json", "as_json", is_flag=True, help="Print problems and counts as one JSON object.")
@project_options
def check(
    files: tuple[Path, ...],
    folder: Path | None,
    config_file: Path | None,
    content: Path | None,
    urls: Path | None,
    today: datetime | None,
    hints: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Check every entry: its file, its texts, and that each of its examples finds it first.

    Every address that was ever given must still lead to a page: those of ids.lock, and with --published
    all those of the site as it is now. All is checked; of a FILE or folder that is named, only its own
    problems are printed. Where things are, and how the site is laid out, is read from mkdocs.yml; its options
    for the plugin are checked, too.

    Exit code: 0 when all is well, 1 when something is to be mended, 2 when the command was not understood.
    """
    loaded = counts = None
    try:
        told = project.read(config_file, built=True)
        content = content or told.content
        loaded = reader.survey(told.catalogue(folder))
        before_file = urls or told.published
        before = published_urls.load(before_file, before_file.as_posix()) if before_file else None
        site = before.site if before and told.source is None else told.site
        written = written_pages.files(content) if content.is_dir() else None
        pages = written_pages.pages(written or {})
        urls_of_pages = None if written is None else [site.url(page) for page in pages]
        slugs = publishing.guides(content / site.guides_dir, known=written is not None)
        day = today.date() if today else date.today()
        found = audit.problems(loaded, site, day, slugs, urls_of_pages, before)
        others = {site.destination(uri): path.as_posix() for uri, path in (written or {}).items()}
        found += outputs.clashes(others, loaded.catalogue, site)
        for uri, markdown in pages.items():
            found.extend(written_pages.doubts((content / uri).as_posix(), markdown))
        found = sorted([*found, *_doubts(told, loaded, content, pages)])
        counts = None if loaded.unread else loaded.catalogue
    except CatalogueError as error:
        found = list(error.problems)
    asked = {file.resolve() for file in files}
    told_of = [problem for problem in found if hints or problem.level != "hint"]
    shown = [problem for problem in told_of if not asked or _is_of(asked, problem)]
    elsewhere = len(told_of) - len(shown)
    failing = {"error", "warning"} if strict else {"error"}
    failed = any(problem.level in failing for problem in found)
    if as_json:
        problems = [asdict(problem) for problem in shown]
        covered = coverage.count(counts) if counts else None
        figures = path_figures.count(counts) if counts else None
        told_all = {
            "problems": problems,
            "not_checked": catalogue_rules.waiting(loaded),
            "not_checked_in": _waiting_in(loaded) if loaded else {},
            "coverage": covered,
            "figures": figures,
        }
        say(as_line(told_all))
        sys.exit(int(failed))
    if shown:
        say(report(shown))
    if counts is None and any(problem.line for problem in found):
        say("\n".join(_not_checked(loaded)))
    hidden = len(found) - len(told_of)
    if elsewhere:
        say(f"Elsewhere:   {counted(elsewhere, 'problem')} (errorbook check without a file shows all)")
    if counts and not failed:
        say(coverage.words(counts))
        if figures := path_figures.count(counts):
            say(path_figures.words(figures))
    if hidden:
        say(f"Hints:       {hidden} (errorbook check --hints shows them)")
    sys.exit(int(failed))


def _not_checked(loaded: Loaded | None) -> Iterator[str]:
    """Yield which rules were not tried, because they need what cannot be read."""
    if loaded is None:
        yield "Nothing else was checked: correct this first."
        return
    yield f"Not checked until this is corrected: {', '.join(catalogue_rules.waiting(loaded))}."
    doubtful, unread = list[str](), list[str]()
    for file, names in _waiting_in(loaded).items():
        (doubtful if names else unread).append(file)
    if doubtful:
        yield f"Nor in {', '.join(doubtful)}: {', '.join(_of_entries())}."
    if unread:
        yield f"Nor anything else in {', '.join(unread)}."


def _waiting_in(loaded: Loaded) -> dict[str, list[str]]:
    """Return the rules that were not tried in a file alone, by file; [] where nothing in it was."""
    doubtful = {source.file for _, source in loaded.doubtful}
    told = {problem.file for problem in loaded.unread if problem.file.endswith((".yml", ".yaml"))}
    files = sorted(doubtful | told - {loaded.words.file})
    return {file: _of_entries() if file in doubtful else [] for file in files}


def _of_entries() -> list[str]:
    return [rule.name for rule in catalogue_rules.RULES if rule.needs == "entry"]


def _is_of(files: Collection[Path], problem: Problem) -> bool:
    """Tell whether a problem is in one of some files or folders."""
    place = Path(problem.file).resolve()
    return any(place.is_relative_to(file) for file in files)


def _doubts(told: Project, loaded: Loaded, content: Path, pages: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what of mkdocs.yml leads nowhere; a build warns of the same."""
    if told.source is None:
        return
    known = loaded.catalogue
    if not content.is_dir():
        what = f"is '{content.name}', which is not a folder"
        yield told.source.problem(("docs_dir",), what, "Name the folder of the written pages")
    elif not markers.has_lookup(pages.get(told.site.lookup_page, "")):
        what = f"is {told.site.lookup_page}, which has no lookup"
        fix, place = "Add the line <!-- errorbook:lookup -->", (*project.PLUGIN, "lookup_page")
        yield told.source.problem(place, what, fix, "warning")
    named = () if loaded.unread else named_entries.faults(told.named, known)
    for option, index, what, fix in named:
        yield told.source.problem((*project.PLUGIN, option, index), what, fix, "warning")
    try:
        # Every card has the words of its reply.
        _ = cards.build(known, told.site) if told.site.reply.template else None
    except CatalogueError as error:
        for problem in error.problems:
            template = (*project.PLUGIN, "reply", "template")
            yield told.source.problem(template, problem.what, problem.fix)
