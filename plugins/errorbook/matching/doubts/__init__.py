"""Tells what keeps an answer from being sure: a sentence that goes on, a message only named, another's error.

Nothing here answers: `deciding` does.
"""
