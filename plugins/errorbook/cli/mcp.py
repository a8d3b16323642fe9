"""The command ``mcp``: the catalogue for assistants that speak the Model Context Protocol."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from errorbook.answering.reference import Reference
from errorbook.catalogue import reader
from errorbook.cli import publishing
from errorbook.cli.options import project_options, shaped
from errorbook.common.output import say
from errorbook.site import project
from errorbook.site.option_shapes import WEB_ADDRESS

INSTALL = "errorbook mcp needs the protocol's official SDK: pip install 'mcp>=2,<3'"


@click.command()
@project_options
@click.option(
    "--site",
    metavar="URL",
    callback=shaped(WEB_ADDRESS),
    help="Address of the site, put before permalinks.  [default: site_url of mkdocs.yml]",
)
def mcp(site: str | None, folder: Path | None, config_file: Path | None) -> None:
    """Serve the catalogue to an assistant, over the Model Context Protocol on standard input and output.

    An assistant starts it; nothing is sent anywhere else. Its tools are find_error_fix(text), get_error(id)
    and list_errors(system, code, words, start), and each error is a resource, errorbook://errors/SHOP-0001.
    A text has the same outcome as with 'errorbook match'; entries that still say TODO are left out.

    \b
    {"mcpServers": {"errorbook": {"command": "errorbook", "args": ["mcp", "--errors", "/path/to/errors"]}}}

    Needs: pip install 'mcp>=2,<3'
    """
    try:
        from errorbook.answering import mcp_server
    except ImportError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        raise click.ClickException(INSTALL) from None
    setup = project.read(config_file)
    known, left = publishing.without_unfinished(reader.load(setup.catalogue(folder)))
    if left:
        say(f"Left out as unfinished: {', '.join(left)}. 'errorbook check' says what is to do.", err=True)
    layout = setup.site if site is None else replace(setup.site, site_url=site)
    mcp_server.build(Reference(known, layout.worded(known.vocabulary))).run()
