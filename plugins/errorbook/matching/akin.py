"""Which entries share words with a paste, in whatever order: no answer, but where to look on."""

from __future__ import annotations

from errorbook.matching.lexicon import Lexicon
from errorbook.matching.reading import Reading

_MOST_WORDS = 60
_LEAST_SHARED = 2


def akin(reading: Reading, lexicon: Lexicon) -> dict[int, float]:
    """Return the square of the share of the paste's weight that each entry's own words have."""
    words: dict[str, float] = {}
    total = 0.0
    for place in range(min(len(reading.words), _MOST_WORDS)):
        if not reading.likenesses[place]:
            total += reading.weights[place]
        for word, likeness in reading.likenesses[place][:1]:
            if word not in words:
                total += lexicon.weights[word]
            words[word] = max(words.get(word, 0.0), likeness)
    shared: dict[int, float] = {}
    counts: dict[int, int] = {}
    for word, likeness in words.items():
        weight = lexicon.weights[word] * likeness
        using = (lexicon.templates[number].entry for number, _ in lexicon.postings[word])
        for number in dict.fromkeys((*using, *lexicon.titled.get(word, ()))):
            shared[number] = shared.get(number, 0.0) + weight
            counts[number] = counts.get(number, 0) + 1
    return {
        number: (weight / total) ** 2 for number, weight in shared.items() if counts[number] >= _LEAST_SHARED
    }
