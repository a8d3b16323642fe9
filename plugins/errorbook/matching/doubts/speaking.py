"""Tells whether a text only speaks of a message: denies it, looks for it, lists it, explains it."""

from __future__ import annotations

import re
from itertools import takewhile

from errorbook.matching.doubts.german_talk import german_around
from errorbook.matching.doubts.over import over_around
from errorbook.matching.doubts.supposing import supposed_before

_APART = re.compile(
    r"article|confused|different|explains|if|instead|might|neither|never|no|nobody|nor|not|opposed|similar"
    r"|t|than|unless|unlike|whether|without|would"
)
"""What denies a message, supposes it or holds it against another; "t" is the end of "doesn't"."""
_SEARCHES = re.compile(r"found|hits|looking|matches|query|results|search(?:ed|es|ing)?")
"""What looks for a message, with 'for' behind it."""
_LINKS = re.compile(
    r"an?|answers?|as|be|errors?|for|from|gets?|getting|give|giving|got|had|have|i|is|it|like|message|of"
    r"|report(?:ing)?|return(?:ing|s)?|said|same|say(?:ing|s)?|seeing|seen|sees?|show(?:ed|ing|s)?|text|that|the"
    r"|there|they|this|throw(?:ing)?|to|warning|we|with|you"
)
"""What may stand between those and the message."""
_HOW = re.compile(r"(how|steps|ways|what) to (?:avoid|do|fix|get|handle|resolve|solve)(?: |\Z)")
_GUIDE = re.compile(
    r"(appendix|causes|chapter|exercise|faq|fixing|glossary|guide|lesson|quiz|resolving|solutions?|solved|tips"
    r"|troubleshooting|tutorial|understanding|workaround)(?: |\Z)"
)
_BEFORE_TITLES = re.compile(r"an?|article|explains|learn|read|see|the|this|[0-9].*")
"""How titles begin: 'How to fix', '5 ways to avoid', 'FAQ', 'Chapter 4', and what may stand before."""
_JOINS = re.compile(r"[:=(]")
_STOPS = re.compile(r"[.,;!?]")
_SUPPOSES = frozenset(["assume", "case", "if", "imagine", "should", "suppose", "when", "whenever"])
"""What begins a line of instructions that tells what to do about a message."""
_NAMES = frozenset(["error", "get", "message", "reads", "says", "see", "shows", "text", "warning"])
"""What stands between those and the message, where more would tell what happened."""
_BYGONE = re.compile(r"\bno longer\b")
_WISH = "should"
_MEANS = re.compile(
    r"[^ \na-z0-9]{0,4}[\"'] \(?(?:[a-z]{1,20} ){0,2}(explained|indicates|means|refers)(?![a-z])"
)
"""What is said behind a message by somebody who explains it."""
_LISTED = (
    re.compile(
        r"(?:\A|[^a-z])((?:any|one) of(?: the following)?(?: [a-z]{1,20})?|enum"
        r"|(?:accepted|allowed|common|example|mock|possible|sample|typical|usual|valid)"
        r" (?:answers?|codes|errors?|messages?|options|outcomes?|reasons|responses?|results?|texts?|values)"
        r"(?: are| is)?)[\"']?[:=][^:=]{0,100}\Z"
    ),
    re.compile(
        r"(?:\A|[^a-z.])(e\. ?g|eg|for (?:example|instance)|such as|examples?|samples?)[.,]?:? ?[\"']?\Z"
    ),
    re.compile(
        r"(?:\A|[^a-z])((?:any|one) of(?! m| our| th| y)|(?:allowed|possible|valid) values are) [^:=]{1,100}"
        r"(?:[,;|] ?| or )[\"']?\Z"
    ),
    re.compile(
        r"(?:\A|[^a-z])(proofread|rephrase|reword|translate|translating|translation needed|suggested wording)"
        r"(?: [a-z]{1,20}){0,5}:? ?[\"']?\Z"
    ),
    re.compile(r"(?:\A|[^a-z])(ensure|make sure|verify)(?: [a-z]{1,20}){1,5} ?[\"']\Z"),
    re.compile(
        r"(?:\A|[^a-z])(docs|documentation|guide|manual|spec)"
        r"(?::| (?:calls?|lists?|mentions?|puts?|says?|states?)[a-z ]{0,30}[,:]?) ?[\"']\Z"
    ),
    re.compile(
        r"(?:\A|[^a-z])(caption|label|placeholder|re(?:moved|named|phrased|placed|worded)|tooltip|wording)"
        r" ?[\"']\Z"
    ),
    re.compile(r"(?:\A|[^a-z])(did you mean):? ?[\"']?\Z"),
    re.compile(r"(?:\A|[^a-z])(how (?:do|can|should) (?:i|we|you) (?:say|spell|write)) [\"']\Z"),
)
"""What lists a message before it, for one as an example, wants it worded or shown, or letters a form."""
_TOLD = (
    re.compile(
        r"[^\na-z0-9]{1,6}(?:(?:be|can|error|gets|is|may|message|will) ){0,3}"
        r"((?:appears?|displayed|happens?|occurs?|raised|reported|returned|sent|shown|thrown)"
        r" (?:if|when|whenever)) (?!(?:he|i|my|our|she|they|we|[a-z]{2,20}ing)(?![a-z]))"
    ),
    re.compile(
        r"(?=[^\na-z0-9]{0,7}[-/(\[])[^\na-z0-9|]{2,8}"
        r"(closed|done|example(?!\.)|fixed|gone|no longer|not any ?more|obsolete|outdated|resolved|sample"
        r"|solved|sorted|won.?t ?fix)(?![a-z?]| it | that | this )"
    ),
)
"""What tells behind a message when a program shows it, that it is over, or that it is an example."""
_SHOWS = (
    r"(?:get|gets|got|had|has|have|read|reads|received?|receives|returned|returns|said|saw|say|says|see|seen|sees"
    r"|show|showed|shown|shows)"
)
_TO_WHOM = (
    r"(?: (?:an?|as|error|get|got|had|have|i|it|message|of|one|our|reason|same|saw|see|text|that|the|they"
    r"|this|warning|we|you)){0,6}"
)
"""What may stand between a denial and its colon: 'not the same error as we had'."""
_NAMED = r"(?: (?:an?|it|that|the|this))?(?: (?:error|message|text|warning)){0,2}"
_TIMES = r"last (?:month|time|week|year)"
_COLON = r" ?:[^a-z0-9]{0,12}\Z"
"""A colon may end the line of a message or one above, with blank lines between."""
_START = r"(?:\A|[^a-z0-9' ] ?|(?:and|because|but|hello|hi|so) )"
_INTRODUCED = tuple(
    re.compile(pattern + _COLON)
    for pattern in (
        rf"(?:{_START}|(?:it|that|this)'?s |(?:\A|[^a-z])(?:are|is|was|were) (?:[a-z]{{2,20}}ly )?)"
        rf"(never|not){_TO_WHOM}",
        rf"(?:\A|[^a-z])((?:are|is|was|were)n'?t)(?: [a-z]{{2,20}}ly)?{_TO_WHOM}",
        rf"(?:\A|[^a-z])((?:did|does|do)(?: not|n'?t)) {_SHOWS}{_NAMED}",
        rf"(?:\A|[^a-z])((?:had|has|have)(?: not|n'?t)|never|nobody) {_SHOWS}",
        rf"(?:\A|[^a-z])(?:are|is|was|were) (no longer){_TO_WHOM}",
        rf"(?:\A|[^a-z])(no longer|used to) (?:be|{_SHOWS}){_NAMED}",
        r"(?:\A|[^a-z])(instead of)(?: (?:an?|the))?(?: (?:error|message|text|warning)){0,2}",
        rf"{_START}(?:(?:an?|her|his|its|my|our|the|their|your) )?(earlier|former|old|previous|{_TIMES}'?s)"
        r"(?: (?:answer|error|message|problem|reason|text|warning)){1,2}"
        r"(?: (?:that )?(?:i|they|we|you) (?:got|had|saw))?(?: (?:had been|read|said|was|were))?",
        rf"(?:error|message|text|warning)(?: that)? (?:i|they|we|you) (?:got|had|saw)"
        rf" (before|earlier|previously|{_TIMES}) (?:was|were)",
        rf"{_START}(formerly|previously)(?:,? (?:i|it|they|we|you))?(?: {_SHOWS})?{_NAMED}",
        r"(?:\A|[^a-z])((?:before|until) (?:last|our|the|this|your)"
        rf" (?:change|fix|migration|release|update|upgrade)),? (?:i|it|they|we|you) {_SHOWS}{_NAMED}",
    )
)
"""What denies a message in front of a colon, or says that it is over; not 'never seen this error:'."""
_ENDS_IN_COLON = re.compile(_COLON)
_ON_TOP = re.compile(r"[^a-z]*(?:title: ?[\"']?)?\Z")
_SITE = re.compile(
    r"[^\na-z0-9]{0,4} [|-] (?:[a-z0-9]{1,20} ){0,2}"
    r"(blog|community|docs|documentation|faq|forums?|help cent(?:er|re)|knowledge base|stack overflow|support"
    r"|wiki)(?: [|-] [a-z0-9 ]{1,30})?[^\na-z0-9]{0,4}(?:\n|\Z)"
)
"""How the title of a page ends, where a message begins it."""
_BE = frozenset(["are", "error", "has", "have", "is", "message", "no", "was", "were"])
_GONE = frozenset(
    ["changed", "fixed", "gone", "improved", "longer", "now", "removed", "renamed", "replaced", "reworded"]
)
"""What is said of a message that is no more; words of the first kind stand before those of the second."""
FEW = 4


def set_apart(line: list[str], gaps: list[str], quoted: bool) -> str:
    """Return the word before a message that says that nobody got it; ``gaps[i]`` is behind word i."""
    plain = not (gaps and _JOINS.search(gaps[-1]))
    passed: list[str] = []
    for word, gap in zip(reversed(line), reversed(gaps), strict=True):
        if passed and gap != " ":
            break
        if plain and quoted and _APART.fullmatch(word):
            return word
        # Who says 'I searched for this:' has it.
        if "for" in passed and (plain or passed == ["for"]) and _SEARCHES.fullmatch(word):
            return word
        if not _LINKS.fullmatch(word):
            break
        passed.append(word)
    return ""


def title_before(line: list[str], gaps: list[str]) -> str:
    """Return the first word of the title of an article that a message ends; else nothing."""
    skipped = sum(1 for _ in takewhile(_BEFORE_TITLES.fullmatch, line))
    if any(gap != " " for gap in gaps[skipped:-1]) or _STOPS.search(gaps[-1] if gaps else ""):
        return ""
    title = " ".join(line[skipped:])
    found = _HOW.match(title) or _GUIDE.match(title)
    return found[1] if found else ""


def told_around(above: str, before: str, behind: str) -> str:
    """Return the words around a message, quoted or not, that deny it, list it or tell of it; else nothing."""
    introduction = above + before
    denying = _INTRODUCED if _ENDS_IN_COLON.search(introduction) else ()
    introduced = (pattern.search(introduction) for pattern in denying)
    listed = (pattern.search(before) for pattern in _LISTED)
    told = (pattern.match(behind) for pattern in _TOLD)
    site = _SITE.match(behind) if _ON_TOP.match(before) else None
    word = next((found[1] for found in (*introduced, *listed, *told, site) if found), "")
    word = word or over_around(above, before, behind) or supposed_before(above, before)
    return word or german_around(above, before, behind)


def spoken_of(line: list[str], behind: str, follow: list[str]) -> str:
    """Return the word with which a text speaks of a quoted message, before it or behind; else nothing."""
    if supposition := _supposition(line):
        return supposition
    if told := _BYGONE.search(" ".join(line)):
        return told[0]
    if _WISH in line[1 - FEW :]:
        return _WISH
    if told := _MEANS.match(behind):
        return told[1]
    return next((word for word in follow if word in _GONE), "") if {*follow[:1]} & _BE else ""


def _supposition(line: list[str]) -> str:
    """Return the word with which a line supposes a message: 'If it says', 'When you see', '1. In case'."""
    rest = [word for word in line[:2] if word[0] > "9" and word != "in"] + line[2:]
    if not rest or rest[0] not in _SUPPOSES:
        return ""
    short = len(rest) == 1 or (len(rest) <= FEW - 1 and rest[-1] in _NAMES)
    return rest[0] if rest[0] == "if" or short else ""
