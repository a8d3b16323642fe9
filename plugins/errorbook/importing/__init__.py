"""Turns a list of messages that a program has, as CSV, JSON or gettext's .po, into entries.

Nothing here writes files.
"""
