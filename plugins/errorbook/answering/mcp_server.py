"""The catalogue over the Model Context Protocol: three tools, and a resource for each error."""

from __future__ import annotations

from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.resources import TextResource
from mcp.types import ToolAnnotations

from errorbook import __version__
from errorbook.answering.reference import Reference
from errorbook.site import agent_words

SCHEME = "errorbook://errors/"
_READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


def build(reference: Reference) -> MCPServer[Any]:
    """Return the server; ``run`` serves it on standard input and output."""
    server: MCPServer[Any] = MCPServer(
        "errorbook",
        title=reference.name,
        instructions=agent_words.INSTRUCTIONS,
        version=__version__,
        log_level="ERROR",
    )

    @server.tool(agent_words.FIND, agent_words.FIND_TITLE, agent_words.FIND_DESCRIPTION, _READS)
    def find_error_fix(text: str) -> dict[str, Any]:
        return reference.find(text)

    @server.tool(agent_words.GET, agent_words.GET_TITLE, agent_words.GET_DESCRIPTION, _READS)
    def get_error(id: str) -> dict[str, Any]:
        found = reference.get(id)
        if not found:
            raise ToolError(f"No error has the id '{id}'. Ask {agent_words.LIST} for those there are.")
        return found

    @server.tool(agent_words.LIST, agent_words.LIST_TITLE, agent_words.LIST_DESCRIPTION, _READS)
    def list_errors(system: str = "", code: str = "", words: str = "", start: int = 0) -> dict[str, Any]:
        if system and system not in reference.systems:
            known = ", ".join(reference.systems)
            raise ToolError(f"There is no system '{system}'. Write one of: {known}")
        return reference.list(system, code, words, start)

    for id_, (title, text) in reference.pages.items():
        address = f"{SCHEME}{id_}"
        server.add_resource(
            TextResource(uri=address, name=id_, title=title, mime_type="text/markdown", text=text)
        )
    return server
