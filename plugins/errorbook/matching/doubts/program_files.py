"""Tells whether a file of a program holds a message: a change log, source code, a list of its texts."""

from __future__ import annotations

import re

from errorbook.matching.words.tokens import Tokens

_CHANGES = re.compile(
    r"add(?:ed|s)?|bugfix(?:es)?|change(?:[ds]|log)?|chore|deprecated|docs|feat|fix(?:ed|es)?|hotfix|improved?"
    r"|refactor|remove[ds]?|renamed?|resolved|revert(?:ed)?|reword(?:ed)?|scenario|todo|translated?|unreleased"
)
"""First words of lines in change logs, and of stories."""
_MARK = re.compile(r"v?[0-9]+|x|bug")
"""What stands before them: a version, a date, a number or a tick."""
_OF = re.compile(r"and|bug|for|in|issues?|known|log|new|notes|other|release|since|this|v|version|what")
"""What else stands between them and a colon, or with them in a heading."""
_ANNOUNCES = re.compile(r"[:\]]| - ")
_BULLETS = ("-", "*", "+")
_TITLE = re.compile(r"known issues|release notes|what's new|# new")
"""Headings of change logs that hold no word for a change."""
_LETTERS = re.compile(r"[a-z]{2,}")  # of a version its "v" says nothing
_LONGEST_LIST = 2000

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

_STRINGS = frozenset(["msgid", "msgstr"])
_STRING_TAG = re.compile(
    r"<(?:(?:source|target|string|translation|[Tt]rans)(?: [^<>]{0,80})?"
    r"|data name=[^<>]{0,80}>[ \n\t]{0,20}<value)>"
    r"(?:&[a-z]{2,6};|[ \n#\"'(\[]){0,20}\Z"
)
"""Words and tags that stand before a text in files of translations."""
_KEYED = re.compile(
    r"(?:\A|(\()?[ \t\r\n\"'({,;])([A-Za-z][A-Za-z0-9_-]*(?:[.\[][A-Za-z0-9_-]+\]?)+)"
    r"(\\?[\"'])?[ \t]*(=>|[:=,])[ \t]*\\?[\"']?\Z"
)
"""The bracket of a call, a key with dots or an index before a text, its closing quote and the mark behind."""
_PART = re.compile(r"[A-Za-z0-9_-]+")
_CONSTANT = re.compile(r"(?:\A|[ \t\r\n{,;$])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)[ \t]*=[ \t]*[\"']?\Z")
"""The name of a constant, which is set to a text."""
_LOCALE = re.compile(
    r"(?:\A|\n)[a-z]{2}(?:[-_][A-Za-z]{2})?:[ \t]*\n(?:[ \t][^\n]*\n)*"
    r"[ \t]+([A-Za-z0-9_-]+):[ \t]*[\"']?\Z"
)
"""A key that is set in below a language: 'de:', 'en-GB:'."""
_OF_LANGUAGES = re.compile(
    "activerecord|i18n|l10n|labels?|lang|locales?|strings|translations?|validations?|validators?"
)
"""What begins a key of translations even without quotes; else it may be the name of a logger."""
_FIELDS = re.compile(
    r"(?:base|body|cause|content|description|details?|errors?|exception|failure|fault|log|messages?|msg|note|output"
    r"|reason|response|result|status|stderr|stdout|summary|text|title|value|warnings?)\Z"
)
"""How a path of a payload ends that leads to what is said: 'error.message', 'Elements[0].ErrorText'."""
_LOOK_BACK = 240


def change_in(line: list[str], gaps: list[str], quoted: bool) -> str:
    """Return the word with which the words before a message begin a change; ``gaps[i]`` is behind word i."""
    place = 0
    while place < len(line) and _MARK.fullmatch(line[place]):
        place += 1
    if place == len(line) or not _CHANGES.fullmatch(line[place]):
        return ""
    if quoted or gaps[place].startswith("("):
        return line[place]
    for at in range(place, len(line)):
        if at > place and not _OF.fullmatch(line[at]) and not _MARK.fullmatch(line[at]):
            break
        if _ANNOUNCES.search(gaps[at]):
            return line[place]
    return ""


def heading_above(first: int, tokens: Tokens) -> str:
    """Return the heading of the list of changes in which a line stands, else nothing."""
    begin = tokens.starts[first]
    *above, own = tokens.normalised.text[max(0, begin - _LONGEST_LIST) : begin].split("\n")
    if not own.lstrip(" \t").startswith(_BULLETS):
        return ""
    for line in reversed(above):
        words = _LETTERS.findall(line)
        title = _TITLE.search(line)
        change = next((word for word in words if _CHANGES.fullmatch(word)), title[0] if title else "")
        if change and all(_CHANGES.fullmatch(word) or _OF.fullmatch(word) for word in words):
            return change
        if line.strip(" \t") and not line.startswith((*_BULLETS, " ", "\t")):
            return ""
    return ""


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


def is_string(word: int, opening: int, tokens: Tokens) -> bool:
    """Tell whether a word, and the marks from ``opening`` on, begin a text in a file of translations."""
    begin = tokens.normalised.first(opening)
    before = tokens.paste[max(0, begin - _LOOK_BACK) : begin]
    listed = word > 0 and tokens.words[word - 1] in _STRINGS
    return listed or _STRING_TAG.search(before) is not None or _is_keyed(before)


def _is_keyed(before: str) -> bool:
    """Tell whether a text ends with the key of a translation, and not with a payload's path or a logger."""
    if found := _CONSTANT.search(before) or _LOCALE.search(before):
        return not _FIELDS.search(found[1].lower())
    if not (found := _KEYED.search(before)):
        return False
    call, key, quote, mark = found.groups()
    *path, last = _PART.findall(key.lower())
    numbered = any(part.isdigit() for part in path)
    if len(path) > 1 and _OF_LANGUAGES.fullmatch(path[0]) and not numbered:
        return True
    if mark == "," and not (call and quote):
        return False
    if not quote and mark != "=" and not _OF_LANGUAGES.fullmatch(path[0]):
        return False
    if numbered:
        return False
    return not path[-1].endswith("s") if last.isdigit() else not _FIELDS.search(last)
