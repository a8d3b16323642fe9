"""Checks a catalogue and the addresses of its site by rules, and gathers every problem.

Nothing here reads ``errors/`` or decides what stops a build.
"""
