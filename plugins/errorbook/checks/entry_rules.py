"""Rules about one entry by itself: is it findable, honest, safe and plain?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from datetime import date
from importlib.resources import files
from itertools import pairwise

from errorbook.catalogue import entry_texts, reviews
from errorbook.catalogue.model import Entry, Step
from errorbook.catalogue.yaml_source import Path
from errorbook.checks import step_reading, text_rules
from errorbook.checks.rule import Context, Remark, Rule
from errorbook.common.template import Hole, parse
from errorbook.indexing import everyday as ordinary
from errorbook.wording.wording import Wording

IMPERATIVES = frozenset((files("errorbook.checks") / "imperatives.txt").read_text("utf-8").split())
"""Verbs a step may start with."""
LONGEST_STEP = 200

_NOTHING_SEEN = re.compile(r"You (?:can )?(?:find|have|know|see|understand)\b")
_SENTENCE = re.compile(
    r"(?:A|After|An|Das|Der|Die|Diese[rs]?|Eine?|Es|Falls|If|It|Keine?|Nichts|No|Nothing|The|There|This|Wenn"
    r"|When|You|Your)\b"
)
_SECOND_ACTION = re.compile(r"(?:, | and | then |; |\. )(?:and |then )?([A-Za-z]+)")


def adjacent_holes(entry: Entry, context: Context) -> Iterator[Remark]:
    """Two holes that touch: nobody could say where one value ends, unless their types do."""
    own = context.catalogue.vocabulary.value_types
    for index, message in enumerate(entry.messages):
        for left, right in pairwise(parse(message.text)):
            holes = [part.name for part in (left, right) if isinstance(part, Hole)]
            types = [entry.values[name].type for name in holes]
            if len(types) == 2 and types[0] not in own and (types[0] == "number") == (types[1] == "number"):
                what = f"has the holes {{{holes[0]}}} and {{{holes[1]}}} side by side"
                fix = "Put the text between them, make them one hole, or declare one as a number"
                yield ("messages", index, "text"), what, fix


def few_letters(entry: Entry, _: Context) -> Iterator[Remark]:
    """A whole message of a few letters: it would be found in anything."""
    for index, message in enumerate(entry.messages):
        if message.role == "full" and not entry.has_code and ordinary.is_short(message.text):
            what = f"has fewer than {ordinary.FEWEST_LETTERS} letters outside its holes"
            fix = "Give it 'role: fragment' or 'role: heading', or the entry its native code"
            yield ("messages", index, "text"), what, fix


def few_examples(entry: Entry, _: Context) -> Iterator[Remark]:
    """Messages that too few pastes prove."""
    if entry.messages and len(entry.examples) < 2:
        count = "one example" if entry.examples else "no examples"
        yield ("examples",), f"has {count}", "Add at least two: the bare message, and a paste as really seen"


def missing_risk(entry: Entry, context: Context) -> Iterator[Remark]:
    """A step that the catalogue calls risky, without its risk."""
    words = context.catalogue.vocabulary
    fix = " or ".join(f"'risk: {risk}'" for risk in words.risks)
    for path, step in entry_texts.steps(entry.resolution):
        if step.risk is None and (verb := step_reading.risky_verb(step.do or "", words)):
            says = "starts with" if verb.lower() == first_word(step.do or "") else "says"
            yield (*path, "do"), f"{says} '{verb.lower()}' and has no risk", f"Add {fix}"


def title_is_message(entry: Entry, _: Context) -> Iterator[Remark]:
    """A title that says no more than the message."""
    title = _words(entry.title)
    for message in entry.messages:
        text = _words(message.text)
        if title == text or (len(title.split()) > 3 and title in text):
            what = "repeats the message"
            yield ("title",), what, "Say in plain words what went wrong; the message has its own place"
            return


def no_source(entry: Entry, _: Context) -> Iterator[Remark]:
    """Facts that nobody can look up."""
    if not entry.references and not any(message.source for message in entry.messages):
        yield ("references",), "name no source", "Add a reference, or the 'source' of a message"


def overdue(entry: Entry, context: Context) -> Iterator[Remark]:
    """A review whose time has come."""
    if context.today and reviews.is_overdue(entry, context.today):
        what = f"was due for review on {reviews.due(entry)}"
        yield ("reviewed",), what, "Check the facts and set 'reviewed' to today"


def reviewed_ahead(entry: Entry, context: Context) -> Iterator[Remark]:
    """A review on a day that is still to come: no other would ever be due."""
    if context.today and entry.reviewed and date.fromisoformat(entry.reviewed) > context.today:
        what = f"is {entry.reviewed}, and today is {context.today}"
        yield ("reviewed",), what, "Write the day on which the facts were last checked"


def public_note(entry: Entry, _: Context) -> Iterator[Remark]:
    """A note for support whose words readers of the page see as well."""
    public = [_words(text) for _, text in entry_texts.prose(entry)]
    for path, note in entry_texts.notes(entry):
        if any(_words(note) in text for text in public):
            yield path, "is on the page, too", "Remove it here, or there if only agents should know it"


def step_verb(entry: Entry, context: Context) -> Iterator[Remark]:
    """A step that does not say what to do."""
    known = {*IMPERATIVES, *context.catalogue.vocabulary.verbs, entry_texts.UNFINISHED.lower()}
    for path, step in entry_texts.steps(entry.resolution):
        if step.do and first_word(step.do) not in known:
            what = f"starts with '{first_word(step.do)}', which is not a verb we know"
            fix = "Start with what to do: 'Open …', 'Choose …', or list it under 'verbs' in catalogue.yml"
            yield (*path, "do"), what, fix


def long_step(entry: Entry, _: Context) -> Iterator[Remark]:
    """A step too long to follow while doing it."""
    for path, step in entry_texts.steps(entry.resolution):
        if step.do and len(step.do) > LONGEST_STEP:
            what = f"has {len(step.do)} characters"
            yield (*path, "do"), what, f"Keep a step to {LONGEST_STEP}, or make it two"


def unseen_result(entry: Entry, _: Context) -> Iterator[Remark]:
    """A result that nobody can see: what a reader knows or understands is on no screen."""
    for path, step in entry_texts.steps(entry.resolution):
        if found := _NOTHING_SEEN.match(step.see or ""):
            what = f"starts with '{found[0]}', which is nothing on a screen"
            yield (*path, "see"), what, "Say what is there: 'The status is Completed.'"


def broken_sentence(entry: Entry, context: Context) -> Iterator[Remark]:
    """A time to ask that does not go on with 'Ask for help if …', in the catalogue's language."""
    when = entry.escalate.when if entry.escalate else ""
    if _SENTENCE.match(when) or when.endswith("."):
        begun = Wording.of(context.catalogue.vocabulary.language).say("entry.help_if", when="…").rstrip(".")
        fix = "Write the rest of that sentence, without a full stop: 'the message comes back'"
        yield ("escalate", "when"), f"is a sentence, but goes on '{begun}'", fix


def unplaced_step(entry: Entry, context: Context) -> Iterator[Remark]:
    """A first step that does not say in which product it is done, where the catalogue has several."""
    if len(context.catalogue.vocabulary.systems) == 1:
        return
    product = context.catalogue.vocabulary.systems[entry.system].name
    yield from _unplaced(entry.resolution, ("resolution",), (product, context.product_names))


def two_actions(entry: Entry, _: Context) -> Iterator[Remark]:
    """A step that asks for two things."""
    for path, step in entry_texts.steps(entry.resolution):
        verbs = [verb for verb in _SECOND_ACTION.findall(step.do or "") if verb.lower() in IMPERATIVES]
        if verbs:
            yield (*path, "do"), f"seems to ask for a second action ('{verbs[0]}')", "Make it two steps"


def only_inferred(entry: Entry, _: Context) -> Iterator[Remark]:
    """An entry whose text nobody has shown."""
    shown = [message for message in entry.messages if message.is_shown]
    if entry.evidence == "inferred" or (entry.messages and not shown):
        yield (
            ("evidence",),
            "rests on nothing that was shown",
            "Look for a source, or ask readers for a paste",
        )


def not_reviewed(entry: Entry, _: Context) -> Iterator[Remark]:
    """An entry that nobody has read again."""
    if entry.reviewed is None:
        yield ("reviewed",), "is missing", "Add the day on which the facts were last checked"


def everyday(entry: Entry, _: Context) -> Iterator[Remark]:
    """A whole message that any program may say: it is no 'this is' unless the paste names its system."""
    for index, message in enumerate(entry.messages):
        if message.role == "full" and message.is_shown and ordinary.is_everyday(message.text):
            what = f"is an everyday wording: {ordinary.bits(message.text):.0f} bits"
            fix = (
                "Add a longer wording if there is one; pastes without the system's name look like it at most"
            )
            yield ("messages", index, "text"), what, fix


RULES = (
    Rule("adjacent-holes", "error", adjacent_holes),
    Rule("few-letters", "error", few_letters),
    Rule("few-examples", "error", few_examples),
    Rule("unfinished", "error", text_rules.unfinished, "words"),
    Rule("missing-risk", "error", missing_risk),
    Rule("title-is-message", "warning", title_is_message),
    Rule("no-source", "warning", no_source),
    Rule("overdue", "warning", overdue),
    Rule("reviewed-ahead", "error", reviewed_ahead, "words"),
    Rule("public-note", "warning", public_note, "words"),
    Rule("step-verb", "warning", step_verb, "words", english=True),
    Rule("long-step", "warning", long_step, "words"),
    Rule("unseen-result", "warning", unseen_result, "words", english=True),
    Rule("broken-sentence", "warning", broken_sentence, "words"),
    Rule("unplaced-step", "warning", unplaced_step),
    Rule("two-actions", "hint", two_actions, "words", english=True),
    Rule("everyday", "hint", everyday),
    Rule("only-inferred", "hint", only_inferred),
    Rule("not-reviewed", "hint", not_reviewed),
)


def first_word(text: str) -> str:
    """Return the first word of a text in lower case, without marks."""
    found = re.search(r"[^\W_]+", text)
    return found[0].lower() if found else ""


def _words(text: str) -> str:
    """Return a text's words and holes alone, to compare what it says."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _unplaced(
    steps: tuple[Step, ...], path: Path, products: tuple[str, Set[str]], placed: bool = False
) -> Iterator[Remark]:
    product, names = products
    for index, step in enumerate(steps):
        text = f"{step.do or ''} {step.see or ''} {step.ask or ''}"
        if not placed and not any(name in text for name in names) and step.do:
            what = "does not say in which product, and no step before it does"
            yield (*path, index, "do"), what, f"Name the product: '… in {product}'"
        placed = placed or step.do is not None or any(name in text for name in names)
        for answer, following in (step.answers or {}).items():
            yield from _unplaced(following, (*path, index, "answers", answer), products, placed)
