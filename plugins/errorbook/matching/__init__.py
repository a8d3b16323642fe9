"""Finds the errors of a catalogue that a paste shows.

A paste is read (`folding`, `reading`), its words call up candidate templates (`lexicon`, `search`), each is
aligned with the paste (`alignment`), judged in its surroundings (`judging`) and gives its values (`values`);
`matcher` decides and `findings` is the answer. Nothing here knows entries, YAML or pages.
"""

from __future__ import annotations

from errorbook.matching.findings import Finding, Result
from errorbook.matching.matcher import Matcher
from errorbook.matching.settings import SETTINGS, fold_table

__all__ = ["SETTINGS", "Finding", "Matcher", "Result", "fold_table"]
