#!/usr/bin/env python3
"""Peers that run in Python, behind the adapter protocol; exit code 3: a package is missing.

python_peers.py NAME < request.json > reply.json
"""

from __future__ import annotations

import gzip
import json
import logging
import pickle
import re
import sys
import time
from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

MISSING = 3

Hit = tuple[int, float]
Options = dict[str, Any]


class Doc(NamedTuple):
    """A template, as it is and with its placeholders taken out."""

    id: str
    template: str
    text: str


class Peer(Protocol):
    """What a peer can do."""

    def search(self, query: str, top: int) -> list[Hit]:
        """Return (place of the document, score), the best first."""

    def size(self) -> int:
        """Return the gzip bytes of the index."""


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return re.findall(r"\w+", text.lower())


def zipped(value: Any) -> int:
    """Return the gzip bytes of bytes, or of a value as JSON."""
    return len(gzip.compress(value if isinstance(value, bytes) else json.dumps(value).encode(), 9))


def best(scores: Any, top: int) -> list[Hit]:
    """Return the documents with the highest scores above nothing."""
    order = scores.argsort(kind="stable")[::-1][:top]
    return [(int(place), float(scores[place])) for place in order if scores[place] > 0]


class RapidFuzz:
    """process.extract over the templates, default_process on both sides."""

    def __init__(self, docs: list[Doc], scorer: str) -> None:
        """Prepare the templates."""
        from rapidfuzz import fuzz, process, utils

        self.extract, self.prepare = process.extract, utils.default_process
        self.scorer = getattr(fuzz, scorer)
        self.choices = [self.prepare(doc.text) for doc in docs]

    def search(self, query: str, top: int) -> list[Hit]:
        """Return the most similar templates."""
        found = self.extract(self.prepare(query), self.choices, scorer=self.scorer, processor=None, limit=top)
        return [(place, score) for _, score, place in found]

    def size(self) -> int:
        """Return the gzip bytes of the texts: there is no index."""
        return zipped(self.choices)


class Bm25:
    """Okapi BM25 over words."""

    def __init__(self, docs: list[Doc], options: Options) -> None:
        """Count the words."""
        from rank_bm25 import BM25Okapi

        k1, b = options.get("k1", 1.5), options.get("b", 0.75)
        self.model = BM25Okapi([words(doc.text) or [""] for doc in docs], k1=k1, b=b)

    def search(self, query: str, top: int) -> list[Hit]:
        """Return the best scores."""
        return best(self.model.get_scores(words(query)), top)

    def size(self) -> int:
        """Return the gzip bytes of the pickled model."""
        return zipped(pickle.dumps(self.model))


class TfIdf:
    """Cosine of character n-grams (3 to 5, inside words)."""

    def __init__(self, docs: list[Doc]) -> None:
        """Weigh the n-grams."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        self.vectorizer = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, lowercase=True
        )
        self.matrix = self.vectorizer.fit_transform([doc.text for doc in docs]).T.tocsr()

    def search(self, query: str, top: int) -> list[Hit]:
        """Return the nearest templates."""
        return best((self.vectorizer.transform([query]) @ self.matrix).toarray()[0], top)

    def size(self) -> int:
        """Return the gzip bytes of the pickled arrays."""
        return zipped(pickle.dumps((self.vectorizer.vocabulary_, self.vectorizer.idf_, self.matrix)))


class Regex:
    """Each template as literals joined by ``.*``, searched anywhere in the text, case and white space folded.

    For a pattern of literals and ``.*`` only, finding the literals from left to right is the same test, in
    linear time. The template with the most literal characters wins; score = those / length of the text.
    """

    def __init__(self, docs: list[Doc], placeholder: str) -> None:
        """Cut the templates at their placeholders."""
        self.patterns: list[tuple[int, int, list[str]]] = []
        for place, doc in enumerate(docs):
            literals = [self._fold(part) for part in re.split(placeholder, doc.template)]
            literals = [part for part in literals if part]
            if literals:
                self.patterns.append((sum(map(len, literals)), place, literals))
        self.patterns.sort(key=lambda pattern: (-pattern[0], pattern[1]))

    @staticmethod
    def _fold(text: str) -> str:
        return " ".join(text.lower().split())

    def search(self, query: str, top: int) -> list[Hit]:
        """Return the templates that match, the longest first."""
        text, found = self._fold(query), []
        for size, place, literals in self.patterns:
            at = 0
            for literal in literals:
                at = text.find(literal, at)
                if at < 0:
                    break
                at += len(literal)
            else:
                found.append((place, size / max(1, len(text))))
                if len(found) == top:
                    break
        return found

    def size(self) -> int:
        """Return the gzip bytes of the literals."""
        return zipped([literals for _, _, literals in self.patterns])


class RegexThenTfIdf:
    """Regex hits first, then TF-IDF for the rest of the ranking."""

    def __init__(self, docs: list[Doc], placeholder: str) -> None:
        """Prepare both."""
        self.first, self.second = Regex(docs, placeholder), TfIdf(docs)

    def search(self, query: str, top: int) -> list[Hit]:
        """Return the hits of one, then of the other."""
        hits = [(place, 1 + score) for place, score in self.first.search(query, top)]
        have = {place for place, _ in hits}
        return (hits + [hit for hit in self.second.search(query, top) if hit[0] not in have])[:top]

    def size(self) -> int:
        """Return the gzip bytes of both."""
        return self.first.size() + self.second.size()


class Drain:
    """drain3 in match mode; it answers one cluster or none.

    The templates are put into the tree as clusters, a token with a placeholder in it as the wildcard token.
    Tokens with a digit in the query are kept as they are, since match() lets a wildcard take any token.
    """

    def __init__(self, docs: list[Doc], placeholder: str) -> None:
        """Grow the tree."""
        from drain3.template_miner import TemplateMiner
        from drain3.template_miner_config import TemplateMinerConfig

        logging.disable(logging.CRITICAL)
        config = TemplateMinerConfig()
        config.drain_sim_th, config.drain_depth, config.drain_max_children = 1.0, 4, 10000
        config.parametrize_numeric_tokens = False
        self.miner = TemplateMiner(config=config)
        self.of: dict[int, int] = {}
        for place, doc in enumerate(docs):
            text = " ".join("<*>" if re.search(placeholder, word) else word for word in doc.template.split())
            if text:
                self.of.setdefault(int(self.miner.add_log_message(text)["cluster_id"]), place)

    def search(self, query: str, top: int) -> list[Hit]:
        """Return the cluster that takes the message."""
        cluster = self.miner.match(" ".join(query.split()), full_search_strategy="always")
        return [(self.of[cluster.cluster_id], 1.0)][:top] if cluster else []

    def size(self) -> int:
        """Return the gzip bytes of the pickled clusters."""
        clusters = self.miner.drain.clusters
        return zipped(pickle.dumps([(each.cluster_id, each.log_template_tokens) for each in clusters]))


PEERS: dict[str, Callable[[list[Doc], str, Options], Peer]] = {
    "rapidfuzz_token_set": lambda docs, _, __: RapidFuzz(docs, "token_set_ratio"),
    "rapidfuzz_wratio": lambda docs, _, __: RapidFuzz(docs, "WRatio"),
    "bm25": lambda docs, _, options: Bm25(docs, options),
    "tfidf_char": lambda docs, _, __: TfIdf(docs),
    "regex": lambda docs, placeholder, _: Regex(docs, placeholder),
    "regex_then_tfidf": lambda docs, placeholder, _: RegexThenTfIdf(docs, placeholder),
    "drain3": lambda docs, placeholder, _: Drain(docs, placeholder),
}


def main() -> None:
    """Answer one request."""
    request: dict[str, Any] = json.load(sys.stdin)
    placeholder, top = request.get("placeholder") or r"\{[^{}]*\}", request.get("top", 10)
    docs = [
        Doc(entry["id"], template, re.sub(placeholder, " ", template))
        for entry in request["catalogue"]
        for template in entry["templates"]
    ]
    start = time.perf_counter()
    try:
        peer = PEERS[sys.argv[1]](docs, placeholder, request.get("options", {}))
    except ModuleNotFoundError as error:
        print(error, file=sys.stderr)
        sys.exit(MISSING)
    build_ms = (time.perf_counter() - start) * 1000
    results: list[list[tuple[str, float]]] = []
    query_ms = []
    for query in request["queries"]:
        start = time.perf_counter()
        hits = peer.search(query, top)
        query_ms.append((time.perf_counter() - start) * 1000)
        ranked: dict[str, float] = {}
        for place, score in hits:
            ranked.setdefault(docs[place].id, score)
        results.append(list(ranked.items()))
    reply = {"results": results, "build_ms": build_ms, "query_ms": query_ms, "index_gzip_bytes": peer.size()}
    json.dump(reply, sys.stdout)


if __name__ == "__main__":
    main()
