"""Errorbook: a help site that finds the article for a pasted error message."""

__version__ = "0.2.0"
