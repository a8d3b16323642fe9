"""Connects the other packages to MkDocs: its hooks, the options of ``mkdocs.yml``, its files.

Nothing here makes content, and no other package imports MkDocs.
"""
