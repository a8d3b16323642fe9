"""The matcher's constants: they travel in the index, so that both twins use the same ones.

Costs and weights share one unit: the weight of a word, which is ln(1 + entries / entries that use it).
The figures were chosen on the development half of the public benchmark (see ``bench/``), never per data set.
"""

from __future__ import annotations

import unicodedata

from errorbook.matching.index.index_shape import Settings

SETTINGS: Settings = {
    # Words.
    "digit_weight": 0.6,  # a number written in a template, relative to a word as rare
    "unknown_weight": 0.27,  # a paste's word that no template uses, relative to the rarest word
    "unknown_digit_weight": 0.02,  # the same for numbers: mostly values, times and addresses
    "punctuation_weight": 0.24,  # one punctuation mark between two words of a template
    "hole_mark_weight": 0.8,  # one mark that fences a hole, such as a quote
    "one_edit": 0.92,  # similarity of a word with one typing error
    # Alignment.
    "insertion": 0.8,  # a paste word where the template has none
    "insertion_digits": 0.5,  # how much of that a number costs
    "substitution": 0.05,  # a word that lacks, or stands in another's place: the straighter way is taken
    "hole_words": 15,  # how many words a hole holds that has its quotes or marks
    "long_hole_word": 0.1,  # a word beyond those; each word where they are not there
    "line_break": 0.4,  # a line break inside a message
    # What surrounds a message: each unexplained word counts, less the farther away it is.
    "distance": 0.85,  # what is left of a word's weight one word further
    "fenced": 0.18,  # the message stands between a pair of quotes or brackets, or ends with a hole there
    "boundaries": {  # what is left of it beyond a mark
        "line": 0.11,  # a new line, or a block of HTML
        "quote": 0.22,  # or a dash between blanks
        "sentence": 0.35,  # its end, the border of a cell, or a log's level before it
        "colon": 0.58,  # or a comma
        "bracket": 0.75,
    },
    # Score.
    "missing": 0.68,  # a template word that the paste lacks
    "cut_tail": 1.2,  # a paste cut off before the template's end: the cut itself ...
    "cut_tail_word": 0.1,  # ... and what each lost word adds
    "cut_head": 3.5,  # the same for a paste that lacks the beginning
    "cut_head_word": 0.48,
    "cut_slack": 0.8,  # unexplained weight beside the cut above which it is no cut
    "unexplained": 0.3,  # unexplained weight around the message, in the ranking
    "doubt": 0.5,  # unexplained weight around the message, in the confidence
    "little_evidence": 4.0,  # explained weight at which that doubt doubles; the less, the more
    # Decision.
    "solid": 0.7,  # fit from which the ranking alone decides which template stands first
    "faint": 0.2,  # a share that is next to nothing: of the best rank, or of the paste for a near wording
    "close": 0.8,  # a share that is nearly all: of the best one's rank, or of what a part should have
    "keep": 0.35,  # confidence of a further finding in the same paste
    "is": 0.9,  # confidence from which we say 'this is', and coverage of what people type instead
    "whole": 0.97,  # coverage that makes a template whole
    "lead": 0.06,  # how far the next entry must stay behind
    "like": 0.56,  # confidence from which we say 'looks like'
    "whole_weight": 1.5,  # what a whole message explains, in rarest words, that needs no such confidence
    "part": 0.3,  # coverage from which a paste that was cut off may look like a message with ...
    "few_part_words": 3,  # ... these words, for a name in a program has two; below it needs ...
    "part_words": 5,  # ... these
    "part_weight": 1.1,  # what a paste that was cut off must explain, in rarest words; double at the end ...
    "part_beyond": 0.09,  # ... and how much may stand where the rest should, in rarest words ...
    "near_words": 24,  # words on each side of a message among which the name of its product is looked for
    "status_words": 3,  # words that are as general as a status: no answer beside another name
    "everyday": 48.0,  # bits below which a wording is anybody's: 46 % of others' errors are, 18 % of ours
    "few_words": 8,  # words of a paste in which a message of a single word counts ...
    "telling_word": 12,  # ... unless that word has this many letters
    # Limits of the work.
    "reach": 80,  # words a hole can hold at most
    "candidates": 40,  # templates aligned with a window
    "window": 150,  # words read at a time in a long paste; two share two fifths
    "most_characters": 1_000_000,  # where reading stops
    # Words that announce a message in a log line.
    "levels": "error err warn warning info debug fatal trace severe notice critical alert emerg",
}


def fold_table() -> dict[str, str]:
    """Return what characters become before texts are compared: replacement to the characters it replaces.

    Case, accents, width and look-alikes of other alphabets go; quotes and dashes become one kind; characters
    that nobody sees go altogether. It is data, so that both twins need no Unicode tables of one version.
    """
    table: dict[str, list[str]] = {}
    fixed = {
        "'": "\u2018\u2019\u201a\u201b\u2039\u203a\u00b4\u2032`",
        '"': "\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\uff02",
        "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad"[:-1],
        "...": "\u2026",
        " ": "\u1680\v\f",
        "": "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
        + "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10)]))
        + "".join(map(chr, range(0x0300, 0x0370))),
        "\n": "\r\u0085",
        "ss": "\u00df\u1e9e",
        "ae": "\u00e6\u00c6",
        "oe": "\u0153\u0152",
        # Both cases of a letter, also where only one looks alike: a word is the same in capitals.
        "o": "\u00f8\u00d8\u043e\u041e\u03bf\u039f",
        "a": "\u0430\u0410\u0391\u03b1",
        "e": "\u0435\u0415\u0395\u03b5",
        "p": "\u0440\u0420\u03a1\u03c1",
        "c": "\u0441\u0421",
        "x": "\u0445\u0425\u03a7\u03c7",
        "y": "\u0443\u0423\u03a5\u03c5",
        "i": "\u0456\u0406\u0131\u0399\u03b9",
        "s": "\u0455\u0405\u017f",
        "j": "\u0458\u0408",
        "t": "\u0422\u0442\u03a4\u03c4",
        "h": "\u041d\u043d\u0397\u03b7",
        "k": "\u041a\u043a\u039a\u03ba",
        "m": "\u041c\u043c\u039c\u03bc",
        "b": "\u0412\u0432\u0392\u03b2",
        "\u03c3": "\u03a3\u03c2",
        "ff": "\ufb00",
        "fi": "\ufb01",
        "fl": "\ufb02",
        "ffi": "\ufb03",
        "ffl": "\ufb04",
        "l": "\u0142\u0141",
        "d": "\u0111\u0110\u00f0\u00d0",
    }
    taken: dict[str, str] = {}
    for replacement, characters in fixed.items():
        for character in characters:
            table.setdefault(replacement, []).append(character)
            taken[character] = replacement
    latin_greek_cyrillic = [
        *range(0x41, 0x5B),
        *range(0xC0, 0x250),
        *range(0x370, 0x530),
        *range(0x1E00, 0x1F00),
    ]
    for code in [*latin_greek_cyrillic, *range(0xFF01, 0xFF5F)]:
        character = chr(code)
        normalised = "".join(
            taken.get(c, c)
            for c in unicodedata.normalize("NFKD", character).lower()
            if not unicodedata.combining(c)
        )
        if character not in taken and normalised != character and len(normalised) == 1:
            table.setdefault(normalised, []).append(character)
    return {replacement: "".join(sorted(characters)) for replacement, characters in sorted(table.items())}
