"""Turns a paste into plain text, its lines and its words, each with its place in the paste.

Nothing here knows a catalogue: what a word is worth is told by `index`.
"""
