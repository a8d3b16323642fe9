"""Which entries share words with a paste, in whatever order: no answer, but where to look on."""

from __future__ import annotations

from errorbook.matching.inverted_index import InvertedIndex
from errorbook.matching.tokens import Tokens

_MOST_WORDS = 60
_LEAST_SHARED = 2


def similar_entries(tokens: Tokens, inverted: InvertedIndex) -> dict[int, float]:
    """Return the square of the share of the paste's weight that each entry's own words have."""
    words: dict[str, float] = {}
    total = 0.0
    for place in range(min(len(tokens.words), _MOST_WORDS)):
        if not tokens.similarities[place]:
            total += tokens.weights[place]
        for word, similarity in tokens.similarities[place][:1]:
            if word not in words:
                total += inverted.weights[word]
            words[word] = max(words.get(word, 0.0), similarity)
    shared: dict[int, float] = {}
    counts: dict[int, int] = {}
    for word, similarity in words.items():
        weight = inverted.weights[word] * similarity
        using = (inverted.templates[number].entry for number, _ in inverted.postings[word])
        for number in dict.fromkeys((*using, *inverted.titled.get(word, ()))):
            shared[number] = shared.get(number, 0.0) + weight
            counts[number] = counts.get(number, 0) + 1
    return {
        number: (weight / total) ** 2 for number, weight in shared.items() if counts[number] >= _LEAST_SHARED
    }
