"""Count the words of programs' texts: which of them every program says.

Reads the ``.po`` files below a folder (the texts to translate, not the translations) and writes
``everyday.txt``: each word, and each pair of words beside each other, that stands there twice or more.

    python tools/everyday.py FOLDER > plugins/errorbook/indexing/everyday.txt
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

from errorbook.indexing.everyday import words_of

_TEXT = re.compile(r'^(?:msgid|msgid_plural) ((?:"(?:[^"\\]|\\.)*"\s*)+)', re.M)
_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"')
_VALUE = re.compile(r"%\([a-z_]+\)[sd]|\{[^{}]*\}|<[^<>]*>|%[sd]")
HEAD = """\
# How often English words, and pairs of them, stand in ordinary programs: what many say is nobody's own.
# Counted by tools/everyday.py in the texts of Django, Django REST framework, WTForms, Wagtail, django-oscar,
# django CMS, django-filer, django-helpdesk, Flask-AppBuilder (all BSD-3-Clause) and django-allauth (MIT).
# The first line is the number of all words.
"""


def main(folder: Path) -> None:
    """Print the counts of the texts below a folder."""
    texts = {
        "".join(ast.literal_eval(piece) for piece in _PIECE.findall(found[1]))
        for path in sorted(folder.rglob("en*/**/*.po"))
        for found in _TEXT.finditer(path.read_text("utf-8"))
    }
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for text in texts:
        for part in re.split(r"[.,;:!?]", _VALUE.sub(" | ", text)):
            for piece in part.split("|"):
                found = words_of(piece)
                words.update(found)
                pairs.update(f"{one} {other}" for one, other in pairwise(found))
    print(HEAD + str(words.total()))
    for text, count in sorted((words + pairs).items()):
        if count > 1:
            print(f"{text} {count}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
