"""Finds the errors of a catalogue that a paste shows.

A paste is normalised and tokenised (`normalising`, `tokens`), its words call up candidate templates
(`inverted_index`, `search`), each is aligned with the paste (`alignment`), scored in its surroundings
(`scoring`) and gives its values (`values`); `deciding` decides and `findings` is the answer.
Nothing here knows entries, YAML or pages.
"""

from __future__ import annotations

from errorbook.matching.findings import Finding, Result
from errorbook.matching.matcher import Matcher
from errorbook.matching.settings import SETTINGS, fold_table

__all__ = ["SETTINGS", "Finding", "Matcher", "Result", "fold_table"]
