"""Tells whether a test, a search or source code quotes a message: grep "…", // throws "…", const X = "…"."""

from __future__ import annotations

import re

_QUOTE = r"[\"']\Z"
_NAME = r"[a-z0-9_.$]{0,40}"
_QUOTING = tuple(
    re.compile(pattern)
    for pattern in (
        # what a test says must be there, or makes up
        r"\A[^a-z0-9]*(context|describe|it|test)(?:\(| ?[\"'])",
        r"(?:\A|[^a-z0-9])((?:assert|expect|mock|parameteri|parametri|stub|thenreturn)[a-z0-9]*)",
        # a command that searches, with an option or what it looks for; a query
        r"(?:\A|[^a-z0-9])([a-z]?grep|ack|ag|awk|findstr|journalctl|less|perl|rg|sed|select-string|sls)"
        r"(?: [+/\"'-]|=)",
        r"(?:\A|[?&])(q|query|search)(?: for| query)?(?:: |=)" + _QUOTE,
        r"(?:\A|[^a-z])(like) [\"']%\Z",
        r"(?:\A|[^a-z])(filter|where) [a-z0-9_.@]{1,40} ?= ?" + _QUOTE,
        # a comment, or a heading in Markdown: '#12' is neither
        r"\A(//|/\*|--+ |#+ (?![0-9])|;;|\* @|'''|\"\"\")",
        r"[;)}] *(//|# |/\*)",
        # what a function returns
        r"(?:\A|[^a-z0-9 _.] ?|else |@)(returns?|yield)(?: (?:new )?" + _NAME + r")?[(\[{\"']",
        r"\) ?(=>) ?" + _QUOTE,
        # what a name stands for: declared, or set by a call
        r"\A(?:export |default )*(const|constexpr|let|private|protected|public|readonly|static|string|val|var"
        r"|final [a-z]{1,20}) [^\"'=.]{1,60}= ?" + _NAME + r"\(?" + _QUOTE,
        r"\A#?(define)[ (]",
        r" (=) (?:new )?" + _NAME + r"\(" + _QUOTE,
        r"(:=) ?" + _QUOTE,
        # what it is translated from, where it is not raised
        r"\A(?!.*(?:raise|throw) ).*?(?:\A|[^a-z0-9_])(_e|(?:esc_html|n)?__?|tr?|trans|translate"
        r"|n?gettext[a-z_]{0,10}|nslocalizedstring|defaultmessage)[(:] ?" + _QUOTE,
        # what it is compared with
        r"([!=]=|[=|!]~|\|=) ?" + _QUOTE,
        r"(contains|endswith|equals|includes?|indexof|matches|replace|search|startswith|strpos)"
        r"\((?:[^\"'()]{1,40}, ?)?" + _QUOTE,
    )
)
"""What stands before a quotation where nobody got the message."""
_REMARK = re.compile(r"(?:\A|[;)}] *)(//+|/\*+) *\Z")
_HEADING = re.compile(r"\A(#{1,6}) \Z")
_LISTED_ABOVE = re.compile(r"(?:\A|\n) *#[^\n]*\n *\Z")
_LISTED_BELOW = re.compile(r"[^ \na-z0-9]{0,4}\n *#")
"""The '#' of a list, as in Jira, stands in more than one line; that of a heading alone."""
_SLASH = re.compile(r"(?:\A|[ \"'(~+])[a-z]?(/)\^?\Z")
_SECOND_SLASH = re.compile(r"[.?!\\$]{0,3}/")
"""The slashes around a regular expression."""


def quoted_by(before: str) -> str:
    """Return the word or the mark before a quotation that makes it nobody's; else nothing."""
    return next((found[1].strip() for pattern in _QUOTING if (found := pattern.search(before))), "")


def marked_by(above: str, before: str, behind: str) -> str:
    """Return the mark that makes a line a comment, a heading or a regular expression, quotes or not."""
    if (slash := _SLASH.search(before)) and _SECOND_SLASH.match(behind):
        return slash[1]
    heading = _HEADING.search(before)
    if heading and (_LISTED_ABOVE.search(above) or _LISTED_BELOW.match(behind)):
        return ""
    mark = heading or _REMARK.search(before)
    return mark[1] if mark else ""
