"""Rules about the markup of texts for readers: bold, code and links, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from errorbook.catalogue import entry_texts, markup
from errorbook.catalogue.model import Entry
from errorbook.catalogue.yaml_source import Path
from errorbook.checks.rule import Context, Remark, Rule
from errorbook.common import addresses
from errorbook.common.memory import for_one
from errorbook.common.template import TemplateError
from errorbook.wording.wording import Wording

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_CODE = re.compile(r"`[^`]*`")
_LINK = re.compile(r"!?\[[^\[\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)")

_WEB = re.compile(r"\]\(https?://")


def is_unfinished(entry: Entry) -> bool:
    """Tell whether something of an entry is left to fill in."""
    return next(_to_fill_in(entry), None) is not None


def unfinished(entry: Entry, _: Context) -> Iterator[Remark]:
    """A part that `errorbook new` left to fill in."""
    for path in _to_fill_in(entry):
        yield path, f"still says {entry_texts.UNFINISHED}", "Write the text, or remove it"


def html(entry: Entry, _: Context) -> Iterator[Remark]:
    """HTML in a text for readers, which only knows **bold**, `code` and links; titles have no markup."""
    for path, text in _marked(entry):
        if found := _TAG.search(_CODE.sub("", text)):
            yield path, f"has the HTML tag {found[0]}", "Write **bold**, `code` or plain words"


def no_link(entry: Entry, _: Context) -> Iterator[Remark]:
    """A link to something else than a web address, or in a title: readers would see its brackets."""
    for path, text in _marked(entry):
        try:
            shown = "".join(run.text for run in markup.runs(text) if run.kind == "text" and not run.url)
        except TemplateError:
            continue  # told of its hole already
        if found := _LINK.search(shown):
            fix = "Link to an address that starts with https://; pages of this site go under 'guides'"
            if _WEB.search(found[0]):
                fix = "Write '(' and ')' in its address as %28 and %29, and leave no blanks"
            if not addresses.with_login(found[0]):
                yield path, f"has {found[0]}, which is no link here", fix
    if found := _LINK.search(entry.title):
        yield ("title",), f"has the link {found[0]}, and a title has no markup", "Put the link into a step"


def curly_quotes(entry: Entry, _: Context) -> Iterator[Remark]:
    """A text in curly quotes: to YAML they are a part of it."""
    messages = ((("messages", index, "text"), each.text) for index, each in enumerate(entry.messages))
    for path, text in (*messages, *written(entry)):
        if text[:1] in "\u201c\u2018\u201e" and text[-1:] in "\u201d\u2019\u201c":
            yield (
                path,
                "is in curly quotes, which readers would see",
                "Write straight quotes around it, or none",
            )


def login(entry: Entry, _: Context) -> Iterator[Remark]:
    """A web address with a name or a password: a secret, or a lure that hides whose page it is."""
    for path, text in written(entry):
        if found := addresses.with_login(text):
            yield path, f"has {found}, an address with a name or password", "Leave out what is before the '@'"


def password(entry: Entry, _: Context) -> Iterator[Remark]:
    """An example with a password in a web address: examples are published."""
    pastes = [(("examples", index, "paste"), each.paste) for index, each in enumerate(entry.examples)]
    for path, paste in (*pastes, *((("non_examples", n), each) for n, each in enumerate(entry.non_examples))):
        if addresses.PASSWORD.search(paste):
            yield path, "has an address with a password in it", "Write *** in its place"


def bare_heading(entry: Entry, context: Context) -> Iterator[Remark]:
    """A heading of the page in a step, without quotes: a reply has no bold, and its sentence would break."""
    heading = Wording.of(context.catalogue.vocabulary.language).say("entry.help")
    bare = re.compile(rf"(?<![\"\u201c\u201e\u00bb\u00ab]){re.escape(heading)}")
    for path, text in written(entry):
        if path[0] == "resolution" and bare.search(text):
            yield path, f"names '{heading}' without quotes", f'Write: as listed under "{heading}"'


RULES = (
    Rule("html", "error", html, "words"),
    Rule("no-link", "error", no_link, "words"),
    Rule("login", "error", login, "words"),
    Rule("password", "warning", password, "words"),
    Rule("curly-quotes", "warning", curly_quotes, "words"),
    Rule("bare-heading", "warning", bare_heading, "words"),
)


@for_one
def written(entry: Entry) -> tuple[tuple[Path, str], ...]:
    """Return every text that an author writes, for readers or for agents; many rules ask for them."""
    return (*entry_texts.prose(entry), *entry_texts.notes(entry))


def _to_fill_in(entry: Entry) -> Iterator[Path]:
    asked = ((("questions", place), text) for place, text in enumerate(entry.questions))
    for path, text in (*written(entry), *asked):
        if entry_texts.UNFINISHED in text:
            yield path


def _marked(entry: Entry) -> Iterator[tuple[Path, str]]:
    """Yield every text that may have markup."""
    yield from (place for place in written(entry) if place[0] != ("title",))
