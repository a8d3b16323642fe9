"""Tells whether a German text around a message denies it, supposes it, says that it is over or teaches it."""

from __future__ import annotations

import re

from errorbook.matching.doubts.over import INTRODUCES
from errorbook.matching.doubts.supposing import SENTENCE_START

_QUOTE = r" ?[\"'(][^a-z0-9]{0,2}\Z"
_NOUN = r"(?:fehler(?:meldung)?|hinweis|meldung|text|titel|warnung)"
_NAMED = (
    r"(?: (?:d(?:as|e[mnr]|ie)|diese[mnrs]?|eine?[mnrs]?|folgende[mnrs]?|gleiche[nr]?|selbe[nr]?|mehr|nur"
    r"|je(?:mals)?|bisher|bei|hier|uns|mir|ich|wir|sie|es|man|so|etwas|wie|mit|von|zu|gesehen|bekommen|erhalten"
    r"|steht|stand|heisst|hiess|lautet|bekommt|erscheint|kommt|im|am|display|bildschirm|programm|log|ihnen"
    rf"|kunden?|{_NOUN})){{0,6}}"
)
_NOT = (
    r"(?:\A|[^a-z])(anders als|anstatt|anstelle|im (?:gegensatz|unterschied) zu[mr]?"
    r"|kein(?:e[mnrs]?)?|nicht|nie(?:mals|mand)?|ohne|statt|weder)"
)
_BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        # denied, in front of a quotation or of the name of a message
        _NOT + _NAMED + _QUOTE,
        rf"{_NOT}{_NAMED} {_NOUN}" + INTRODUCES,
        rf"{SENTENCE_START}(?:das|es|die {_NOUN}) (?:ist|war|lautete?|hiess|heisst) (nicht)" + INTRODUCES,
        r"(?:\A|[^a-z])(fruher|ehemals|damals)(?: (?:kam|stand|hiess|lautete|erschien|war))"
        + _NAMED
        + INTRODUCES,
        rf"{SENTENCE_START}(?:d(?:er|ie) |unsere? )?(alte|fruhere|vorige|ehemalige)r? {_NOUN}"
        r"(?: (?:hiess|lautete|war))?" + INTRODUCES,
        # supposed
        rf"{SENTENCE_START}(?:mal )?(angenommen|gesetzt den fall|nehmen wir an|stell(?:en sie sich|t euch"
        rf"| dir)(?: mal)? vor)[,:]?[^.;!?\n]{{0,60}}\Z",
        rf"(?:{SENTENCE_START}|, )(falls|im falle?|ob|sobald|sofern|sollten?|wenn)"
        + _NAMED
        + r"[ :\"'(]{0,4}\Z",
        # an example, a text to work on, a manual, a title
        r"(?:\A|[^a-z])(z\. ?b|zum beispiel|beispiele?|beispielsweise|muster|platzhalter)[.,]?:? ?[\"']?\Z",
        r"(?:\A|[^a-z])(formuliere[a-z]*|umformulier[a-z]*|ubersetze[a-z]*|ubersetzung)"
        r"(?: [a-z]{1,20}){0,5}:? ?[\"']?\Z",
        r"(?:\A|[^a-z])(anleitung|doku(?:mentation)?|handbuch|leitfaden|schulung)"
        r"(?::| (?:erklart|fuhrt|listet|nennt|sagt|schreibt|steht)[a-z ]{0,30}[,:]?) ?[\"']\Z",
        r"(?:\A|[^a-z])((?:bekannte|denkbare|haufige|mogliche|typische)"
        r" (?:fehler(?:meldungen)?|meldungen|texte))[^.!?\n]{0,40}:[^a-z0-9]{0,12}\Z",
        rf"{SENTENCE_START}(?:ein )?(faq|glossar|kapitel(?: [0-9]+)?|lektion(?: [0-9]+)?|titel"
        r"|uberschrift|ubung)[:,]? ?[\"']?\Z",
        # a change
        r"\A[^a-z]{0,20}(anderung(?:en)?|behoben|entfernt|geandert|hinzugefugt|korrigiert|umbenannt|verbessert"
        r"|versionshinweise?)(?: in [v0-9.]{1,12})? ?[:\"']",
    )
)
"""What stands in front of a message that nobody got."""
_IS = (
    r"[^\na-z0-9]{0,4}[\"')](?: (?:bekommen?|erhalten?|erscheint|erschien|gab|gibt|hab(?:en?)?|hat|hatten?"
    r"|ist|kam|kommt|lautet|meldet|sehen?|sind|stand|steht|taucht|trat|tritt|war|wird|wurden?))"
    r"(?: (?:aber|auch|bei|dem|damit|das|dort|es|gestern|heute|hier|ich|im|in|inzwischen|jetzt|log|mir|nun"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|protokoll|schon"
    r"|seit(?:dem)?|sich|sie|uns|update|wir|wirklich)){0,4} "
)
_BEHIND = tuple(
    re.compile(pattern)
    for pattern in (
        _IS + r"(nicht mehr|kein mal|nirgends|niemals)(?! (?:weg|los))(?![a-z])",
        _IS
        + r"(nicht|nie)(?: (?:auf|da|vor|zu sehen|angezeigt|aufgetreten|erschienen|gekommen|gemeldet|gesehen"
        r"|vorhanden|vorgekommen))? ?(?:[.,;!)\n]|\Z)",
        _IS
        + r"(behoben|beseitigt|entfernt|erledigt|ersetzt|geandert|gelost|gestrichen|umbenannt|umformuliert"
        r"|verbessert|verschwunden|vorbei|weg)(?![a-z?])",
        r"(?=[^\na-z0-9]{0,7}[-/(\[])[^\na-z0-9|]{2,8}"
        r"(beispiel|behoben|erledigt|geschlossen|gelost|hinfallig|nicht mehr|veraltet)(?![a-z?])",
        r"[^\na-z0-9]{0,4}[\"')] (?:[a-z]{1,20} )?(bedeutet|besagt|heisst, dass)(?![a-z])",
        r"[^\na-z0-9]{0,4}[\"')] ((?:erscheint|kommt|wird (?:angezeigt|gemeldet)), (?:falls|sobald|wenn))"
        r" (?!(?:ich|mein|unser|wir))",
        r"[^\na-z0-9]{0,4}[\"')]?[ :-]{1,3}(vermeiden|verstehen|so (?:beheben|losen))(?![a-z])",
    )
)
"""What denies, ends or explains a message behind it; 'ist nicht behoben' does not."""


def german_around(above: str, before: str, behind: str) -> str:
    """Return the German words around a message that say that nobody has it now; else nothing."""
    introduction = above + before
    found = [pattern.search(introduction) for pattern in _BEFORE]
    found += [pattern.match(behind) for pattern in _BEHIND]
    return next((each[1] for each in found if each), "")
