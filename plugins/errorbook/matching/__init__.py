"""Finds the errors of a catalogue that a paste shows.

A paste is read as words (`words`) and codes (`codes`); the words call up wordings (`index`), which are
aligned with the paste and scored in their surroundings (`candidates`) and give their values (`values`).
What speaks against each is asked (`doubts`), `deciding` decides, and `findings` is the answer.
`matcher` leads through all of it. Nothing here knows entries, YAML or pages.
"""

from __future__ import annotations

from errorbook.matching.findings import Finding, Result
from errorbook.matching.matcher import Matcher
from errorbook.matching.settings import SETTINGS, fold_table

__all__ = ["SETTINGS", "Finding", "Matcher", "Result", "fold_table"]
