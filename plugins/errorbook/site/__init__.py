"""Builds what is served: pages, cards, scripts, redirects, documents for programs.

Nothing here knows MkDocs, reads ``errors/`` or writes files.
"""
