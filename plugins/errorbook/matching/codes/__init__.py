"""Finds the codes, ids and titles of a catalogue in a paste, however they are written.

Nothing here looks at messages: what a code says beside one is told by `codes_beside`.
"""
