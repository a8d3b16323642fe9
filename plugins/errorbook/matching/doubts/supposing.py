"""Tells whether the text around a message only supposes it, makes a rule of it or teaches it."""

from __future__ import annotations

import re

from errorbook.matching.doubts.over import INTRODUCES

_SAY = (
    r"(?:answer|be (?:given|shown|told)|cause|give|produce|raise|report|return|say|send|show|tell|throw"
    r"|trigger)"
)
_SEE = r"(?:get|meet|read|receive|see)"
_SAYS = (
    r"(?:answer(?:ed|s)?|g[eo]ts?|gives?|meldet|read|return(?:ed|s)?|sagt|said|saw|says?|sees?|show(?:ed|n|s)?"
    r"|throws?)"
)
_TO = r"(?: (?:an?|back|errors?|like|messages?|something|text|that|the|this|us|warning|you)){0,4}"
_MAYBE = r"(?: (?:also|instead|possibly|probably|then))?"
SENTENCE_START = r"(?:\A|[.!?:;\n>-] ?|[0-9][.)] )"
"""Where a sentence begins."""
_ON_NEXT_LINE = r":?[ \t]*\n[^a-z0-9]{0,6}(?:[0-9]{1,2}[.)] )?[\"'(]?\Z"
_OPENS = re.compile(r"[:\n\"'(][^a-z]{0,16}\Z")
"""What each of them ends in: a colon, a quote or a new line."""
_SUPPOSED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{SENTENCE_START}((?:let'?s|let us) (?:assume|imagine|say|suppose)|angenommen,?|assume"
        r"|imagine(?! my| our)|pretend|say(?= (?:he|it|she|that|they|you) )|suppose) [^.,;!?\n]{1,60}"
        + INTRODUCES,
        r"(?<!i )(?<!we )(?<![a-z'])(can|could|may|might|would)" + _MAYBE + f" {_SAY}" + _TO + INTRODUCES,
        r"(?<!as )(?<![a-z])(?:customers?|one|people|readers|staff|users?|you) (could|may|might|would)"
        + _MAYBE
        + f" {_SEE}"
        + _TO
        + INTRODUCES,
        rf"(?:\A|[^a-z])(or else|otherwise|sonst),? (?:[a-z]{{1,15}} ){{1,3}}{_SAYS}" + _TO + INTRODUCES,
        r"(?:\A|[^a-z])(in (?:the )?(?:case|event) of)(?: (?:an?|error|message|text|the|warning)){0,3}"
        + INTRODUCES,
        r"(?:\A|[^a-z])(if|when|whenever|where)(?: (?:an?|any|its?|the))?(?: (?:body|error|event|line|logs?"
        r"|message|msg|output|response|text)){1,2} (?:contains?|equals?|has|includes?|is|matches|starts with)"
        + INTRODUCES,
        r"(?:\A|[^a-z])(falls|if|unless|whether)(?: the| your)? [a-z]{1,15}(?: (?:ever|should|were to))?"
        + f" {_SAYS}"
        + _TO
        + INTRODUCES,
        rf"{SENTENCE_START}(had|should) [a-z]{{1,15}} {_SAYS}" + _TO + INTRODUCES,
        r"(?:\A|[^a-z])((?:common|examples?|possible|samples?|typical|usual)(?: of)?(?: error)?"
        r" (?:answers|errors|messages|responses|texts|warnings))"
        r"(?: (?:customers|in|of|people|that|users|you)(?![a-z])[a-z ]{0,40})?" + _ON_NEXT_LINE,
        r"((?:answers|errors|messages|texts|warnings)(?: (?:that|which))? (?:(?:can|could|may|might)"
        r" (?:appear|arise|be (?:seen|shown)|come up|happen|occur)"
        r"|(?:customers|people|staff|users|you) (?:could|may|might|will)"
        rf" {_SEE}))[a-z ]{{0,20}}" + _ON_NEXT_LINE,
        r"(?:\A|[^a-z])(placeholder)[\"']? ?[:=] ?[\"']\Z",
    )
)
"""What supposes a message in front of it, or lists it among those that may come."""


def supposed_before(above: str, before: str) -> str:
    """Return the words before a message, quoted or not, that only suppose it; else nothing."""
    introduction = above + before
    if not _OPENS.search(introduction):
        return ""
    return next((found[1] for pattern in _SUPPOSED if (found := pattern.search(introduction))), "")
