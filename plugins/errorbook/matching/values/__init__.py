"""Reads what fills the holes of a message: where it begins and ends, and whether it is of its kind.

Nothing here judges a message by its values: that is done in `doubts`.
"""
