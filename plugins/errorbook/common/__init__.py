"""Holds what every other package may use: problems, files read and written whole, printing, templates.

Nothing here knows an entry, a page or the matcher, and nothing here imports another package.
"""
