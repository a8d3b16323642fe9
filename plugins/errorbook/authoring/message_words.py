"""The words by which a text reads like a message of a program, or like one of people.

A text is read with those of both languages at once: who writes German quotes English programs.
"""

from __future__ import annotations

import re

_WORDS = {
    "signs": {
        "en": r"errors?|exception|fault|warning|fail(?:ed|s|ure)?|invalid"
        r"|(?:is|are|was|were|has|have|been) not|can ?not|could not|did not|does not|must|unable|missing"
        r"|exceed\w*|not (?:found|allowed|valid|supported|permitted|set)|no longer|already|denied|reject\w*"
        r"|refused|unexpected|duplicate|timed? ?out|expired|unauthori[sz]ed|forbidden|unsupported|locked"
        r"|conflict|bad request|too (?:long|large|many|old)|required|mismatch|does ?n.t|could ?n.t|can.t"
        r"|is ?n.t|out of range|overflow|corrupt\w*|aborted|disconnected|not of|do not|may not|mandatory"
        r"|limit|maximum|unavailable|unrecogni[sz]ed|insufficient|incorrect|blocked|offline",
        # What stands in every German letter, such as "muss", "bereits" and "ist nicht", is a sign only
        # beside what programs say.
        "de": r"(?<!ohne )(?<!kein )(?<!keine )(?<!keinen )\w*fehler(?!frei|los)\w*|warnung"
        r"|fehl(?:t|en)(?! nicht)|fehl(?:ende[mnrs]?|geschlagen)|(?:schlug|schlägt) fehl|scheiterte?"
        r"|gescheitert|falsch(?:e[mnrs]?)?"
        r"|un(?:bekannt|erlaubt|erwartet|gültig|lesbar|vollständig|zulässig|zureichend)(?:e[mnrs]?)?"
        r"|abgebrochen|abgelaufen|abgelehnt|abgestürzt|beschädigt|blockiert|gesperrt|inkompatibel"
        r"|schreibgeschützt|überschritten|unterbrochen|unterschritten|verweigert|zurückgewiesen"
        r"|abbruch|absturz|\w*konflikt|pflichtfeld|zeitlimit|zeitüberschreitung|zu (?:alt|groß|lang|viele)"
        r"|(?:kann|können|konnten?|darf|dürfen|lässt|lassen) … nicht (?!kommen|teilnehmen)"
        r"|wurden? … (?<!noch )nicht|(?:antwortet|existiert|funktioniert|reagiert|startet) nicht"
        r"|nicht (?:mehr )?(?:angemeldet|ausreichend|autorisiert|bekannt|berechtigt|definiert|eindeutig"
        r"|erlaubt|erreichbar|gefunden|genug|genügend|gestattet|gültig|konfiguriert|lesbar|möglich"
        r"|unterstützt|verfügbar|vorhanden|zugelassen|zulässig)|nicht … überein"
        r"|keine? … (?:berechtigung(?:en)?|lizenz|rechte?|speicher\w*|verbindung|zugriff\w*)"
        r"|kein(?:e[mnrs]?)? … (?:definiert|gefunden|hinterlegt|konfiguriert|verfügbar|vorhanden|zugeordnet)"
        r"|bereits … (?:belegt|registriert|verbucht|vergeben|verwendet|vorhanden|zugeordnet)"
        r"|existier(?:t|en) bereits|doppelte[mnrs]? (?:datens\w+|eintr\w+|nummern?|schlüssel|werte?)"
        r"|(?:muss|müssen) … (?:angegeben|ausgefüllt|eindeutig|enthalten|gleich|größer|höchstens|kleiner"
        r"|mindestens|positiv|zwischen)|(?:angabe|eingabe|feld|wert) … erforderlich"
        r"|verbindung … (?:getrennt|verloren)",
    },
    # Who writes an e-mail speaks of himself; a program rather speaks to somebody.
    "people": {
        "en": r"I|I.m|I.ve|we|we.re|my|our|us|thanks?|thank you|regards|hi|hello|hey|dear|anyone|somebody"
        r"|someone|cheers|best|sent from|wrote|me|I.d",
        # Large, ICH and MIR are names of parts and records.
        "de": r"(?-i:[Ii]ch|[Mm]ir|[Mm]ich|[Ww]ir|[Uu]ns)|mein(?:e[mnrs]?)?|unser(?:e[mnrs]?)?|danke?"
        r"|grüßen?|gruß|hallo|moin|servus|guten (?:abend|morgen|tag)|liebe[rs]?|geehrte[rs]?|jemand"
        r"|gesendet von|schrieb|(?:herr|frau)(?: [\w.-]+){1,3} (?:antwortet|hat|ist|kann|möchte|war|wird)",
    },
    "polite": {
        "en": r"you|your|please|sorry",
        "de": r"sie|ihnen|ihr(?:e[mnrs]?)?|bitte|leider",
    },
    # What stands before a message that somebody tells of.
    "says": {
        "en": r"says?|said|reads?|shows?|this|that|errors?|message|reason|fail(?:ed|s|ure)|sent|warning|is|it"
        r"|text",
        "de": r"\w*fehler|(?:fehler|system)?meldung|aufgetreten|erscheint|fehlgeschlagen|gescheitert|meldet"
        r"|warnung",
    },
}
_READ_AS = {
    "… ": r"(?:\S*[^\s.!?] ){0,8}",  # words of the same sentence
    # Many a program writes these letters as two.
    "ä": "(?:ä|ae)",
    "ö": "(?:ö|oe)",
    "ü": "(?:ü|ue)",
    "ß": "(?:ß|ss)",
}


def _one_of(kind: str) -> str:
    """Return the pattern of a kind of words in both languages."""
    words = "|".join(_WORDS[kind].values())
    for written, read in _READ_AS.items():
        words = words.replace(written, read)
    return rf"\b(?:{words})\b"


SIGNS = re.compile(_one_of("signs"), re.IGNORECASE)
PEOPLE = re.compile(_one_of("people"), re.IGNORECASE)
POLITE = re.compile(_one_of("polite"), re.IGNORECASE)
SAYS = re.compile(_one_of("says") + r"\W{0,3}:\s+(?=\S)", re.IGNORECASE)
