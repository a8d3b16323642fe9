"""Prepares a catalogue for the matcher: the match index, its shards, and the names of products.

Nothing here matches or knows where files are served.
"""
