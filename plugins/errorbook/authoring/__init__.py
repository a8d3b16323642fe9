"""Drafts an entry from a pasted error.

Nothing here writes files.
"""
