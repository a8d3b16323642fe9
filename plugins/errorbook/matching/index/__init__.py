"""Holds the catalogue as the matcher reads it: wordings as words, what each is worth, typing errors of it.

The index is written by `indexing`. Nothing here looks at a paste.
"""
