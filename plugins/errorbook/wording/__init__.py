"""What readers are told: a table of sentences for each language, and the one that a site is worded in.

Nothing here is for authors: problems, and what the command line says, stay where they arise.
"""

from errorbook.wording.tables import KEYS, LANGUAGES, Text, fault
from errorbook.wording.wording import ENGLISH, Wording

__all__ = ["ENGLISH", "KEYS", "LANGUAGES", "Text", "Wording", "fault"]
