"""Answers programs: what a text shows, an error as it is published, the list of all.

Nothing here reads arguments or decides what a paste is; `matching` and `describing` do.
"""
