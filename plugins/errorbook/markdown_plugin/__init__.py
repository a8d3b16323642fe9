"""Connects the other packages to Python-Markdown, for generators without plugins that read pages with it.

Nothing here makes content, and no other package imports it.
"""
