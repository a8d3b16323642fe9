"""Finds the wordings that a stretch of a paste may show, aligns them with it, scores and orders them.

Nothing here decides what is said of them.
"""
