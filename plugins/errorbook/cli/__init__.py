"""Runs the command ``errorbook``: arguments in, text and an exit code out.

Nothing here imports MkDocs or decides what is right.
"""
