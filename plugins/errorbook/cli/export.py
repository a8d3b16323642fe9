"""The command that writes what others take in: the site as plain files, replies, constants, panels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from shutil import copyfile
from typing import Any

import click

from errorbook.catalogue.model import Catalogue
from errorbook.cli import publishing
from errorbook.cli.options import project_options, shaped, site_option
from errorbook.common import writing
from errorbook.common.output import say
from errorbook.common.problems import CatalogueError
from errorbook.constants import known, languages
from errorbook.panels import formats as panels
from errorbook.panels.page import Source
from errorbook.replies import choosing, formats
from errorbook.replies.choosing import Wishes
from errorbook.site import export as plain_site
from errorbook.site import made_files, option_shapes, outputs, project, written_pages
from errorbook.site.choice_labels import counted
from errorbook.site.packing import Files, Package
from errorbook.site.project import Project
from errorbook.site.site_info import SiteInfo

_WITH = {"release": "--replies or --panel"}
_OF_REPLIES = ("answers", "greeting", "closing", "release")


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@click.option(
    "--content",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder of the written pages.  [default: docs_dir of mkdocs.yml, or content]",
)
@site_option
@click.option("--html", "as_html", is_flag=True, help="Write whole pages, for no generator at all.")
@click.option(
    "--replies",
    "tool",
    type=click.Choice(formats.NAMES),
    help="Write a reply to each error, for this tool, instead of the site.",
)
@click.option(
    "--constants",
    "language",
    type=click.Choice(languages.NAMES),
    help="Write constants for programs to the file TARGET, instead of the site.",
)
@click.option(
    "--panel",
    type=click.Choice(panels.NAMES),
    help="Write the lookup as a panel of this program, instead of the site.",
)
@click.option(
    "--answers/--no-answers",
    default=None,
    help="Write a reply for each answer to a question, too.  [default: --answers]",
)
@click.option(
    "--greeting", metavar="TEXT", help="What replies begin with, as the tool reads it: with its placeholders."
)
@click.option("--closing", metavar="TEXT", help="What replies end with, in the same way.")
@click.option(
    "--release",
    metavar="VERSION",
    callback=shaped(option_shapes.VERSION),
    help="Version of replies or panel; an update needs a higher one.  [default: 1.0.0]",
)
@project_options
def export(
    target: Path,
    content: Path | None,
    site: str | None,
    as_html: bool,
    tool: str | None,
    language: str | None,
    panel: str | None,
    folder: Path | None,
    config_file: Path | None,
    **wishes: Any,
) -> None:
    """Write the site to TARGET as plain files, for a generator other than MkDocs; or other exports.

    A catalogue with something that 'errorbook check' refuses, such as a TODO, is not written: no customer
    is to read it. What TARGET holds is left as it is.

    Pages are Markdown with HTML in it, or whole HTML pages with --html, ready to be served; scripts, style,
    match index, cards and redirects are served as they are. Files in TARGET with the same names are replaced;
    others are left alone. Where things are, all options and how they are worded is read from mkdocs.yml.

    Where TARGET is the folder of the written pages, these stay as they are, for a generator that reads them
    there and fills their markers by the Markdown extension 'errorbook', such as Zensical.

    With --replies, TARGET gets a reply to each error that a help desk or a snippet tool takes in, with the
    site's link and its words. What stands under support_notes is told to agents, and in no reply.

    With --constants, TARGET is a file with the id, the title, the permanent link and the codes of each error,
    for programs that raise them; 'errorbook resolve' proves what they name.

    With --panel, TARGET gets the lookup as an extension of a browser or an app of a help desk: a zip that
    brings index and cards along.

    \b
    errorbook export plain-site
    errorbook export site --html
    errorbook export docs && zensical build
    errorbook export replies --replies espanso --site https://help.example.com
    errorbook export replies --replies zendesk-app --greeting "Hello {{ticket.requester.first_name}},"
    errorbook export src/errors.ts --constants typescript --site https://help.example.com
    errorbook export dist --panel firefox --site https://help.example.com

    Exit code: 0 when all is written, 1 when something is to be mended, 2 when the command was not understood.
    """
    told = project.read(config_file)
    layout = told.site if site is None else replace(told.site, site_url=site)
    given = {name: value for name, value in wishes.items() if value is not None}
    chosen = {"--html": as_html, "--replies": tool, "--constants": language, "--panel": panel}
    options = [option for option, value in chosen.items() if value]
    _refuse(len(options) > 1, " and ".join(options), "are different exports: choose one")
    for name in _OF_REPLIES if not tool else ():
        fits = name == "release" and panel
        _refuse(name in given and not fits, f"--{name}", f"goes with {_WITH.get(name, '--replies')}")
    pages = content or told.content
    if options in ([], ["--html"]):
        _write_site(target, told.catalogue(folder), pages, told, layout, as_html)
        return
    (option,) = options
    _refuse(
        content is not None and not panel, "--content", f"goes with a whole site: leave it out, or {option}"
    )
    _refuse(not layout.site_url, option, "needs the site's address: set site_url in mkdocs.yml, or --site")
    # A slip of the hand must not replace an entry, or mkdocs.yml.
    endings = languages.ENDINGS[language] if language else ()
    foreign = language and target.suffix.lower() not in ("", *endings)
    _refuse(
        bool(foreign),
        f"{option} {language}",
        f"goes to a file that ends in {' or '.join(endings)}, and not to {target}",
    )
    catalogue = publishing.sound(told.catalogue(folder), pages, told)
    if tool:
        _write_replies(target, tool, catalogue, layout, given)
    elif language:
        _write_constants(target, language, catalogue, layout)
    elif panel:
        written = written_pages.pages(written_pages.files(pages)) if pages.is_dir() else {}
        layout = plain_site.with_pages(written, layout)
        source = Source.of(catalogue, layout, given.get("release", "1.0.0"), told.examples)
        files = _write_files(target, panels.write(panel, source))
        say(f"Wrote the lookup for {panel}: {', '.join(files)}")


def _refuse(wrong: bool, option: str, why: str) -> None:
    if wrong:
        raise click.UsageError(f"{option} {why}.")


def _write_constants(target: Path, language: str, catalogue: Catalogue, site: SiteInfo) -> None:
    errors = known.of_catalogue(catalogue, site)
    target.parent.mkdir(parents=True, exist_ok=True)
    writing.write({target: languages.write(language, errors).encode("utf-8", "replace")})
    say(f"Wrote {counted(len(errors.errors), 'error')} to {target}")


def _write_replies(
    target: Path, tool: str, catalogue: Catalogue, site: SiteInfo, given: Mapping[str, Any]
) -> None:
    package = Package.of(catalogue, site, given.get("release", "1.0.0"))
    wishes = Wishes(**{name: value for name, value in given.items() if name != "release"})
    replies = choosing.build(catalogue, site, wishes)
    files = _write_files(target, formats.write(tool, replies, package))
    errors = counted(len({reply.entry.id for reply in replies}), "error")
    noun = "reply" if len(replies) == 1 else "replies"
    say(f"Wrote {len(replies)} {noun} to {errors}: {', '.join(files)}")


def _write_files(target: Path, contents: Files) -> list[str]:
    """Write files below the target; return their names."""
    files = {writing.below(target, uri): data for uri, data in contents.items()}
    for path in files:
        path.parent.mkdir(parents=True, exist_ok=True)
    writing.write(files)
    return sorted(map(str, files))


def _write_site(
    target: Path, folder: Path, content: Path, told: Project, layout: SiteInfo, as_html: bool
) -> None:
    if not content.is_dir():
        raise click.UsageError(f"Directory '{content}' does not exist. Name it with --content.")
    among = not as_html and target.is_dir() and target.samefile(content)
    known = publishing.sound(folder, content, told)
    before = made_files.read(target) if among else frozenset()
    files = {uri: path for uri, path in written_pages.files(content).items() if uri not in before}
    pages = written_pages.pages(files)
    others = {layout.destination(uri): path.as_posix() for uri, path in files.items()}
    if clashes := outputs.clashes(others, known, replace(layout, plain_pages=as_html)):
        raise CatalogueError(clashes)
    kind: plain_site.Pages = "html" if as_html else "markdown"
    exported = plain_site.build(known, pages, layout, told.examples, kind, told.look, files)
    made = dict(exported.files)
    if among:
        made = {uri: text for uri, text in made.items() if uri not in pages}
        made[made_files.NAME] = made_files.text((*made, *exported.images))
    texts = {writing.below(target, uri): text for uri, text in made.items()}
    left = {} if among else {uri: path for uri, path in files.items() if uri not in pages}
    copies = {writing.below(target, uri): path for uri, path in left.items()}
    pictures = {writing.below(target, uri): image for uri, image in exported.images.items()}
    if among:
        made_files.remove_old(target, {*made, *exported.images})
    for path in (*texts, *copies, *pictures):
        path.parent.mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        path.write_text(text, "utf-8", newline="\n")
    for path, image in pictures.items():
        path.write_bytes(image)
    for path, original in copies.items():
        copyfile(original, path)
    say(f"Wrote {len(texts) + len(pictures)} files to {target}")
    if among:
        say("Name errorbook under markdown_extensions: it fills the markers of your pages")
    elif not as_html:
        say(f"Let every page load {exported.script} (with 'defer') and {exported.style}")
