"""Turns the YAML files that authors write into a typed catalogue, or into a list of all their problems.

It is the only package that reads ``errors/``. Nothing here matches a paste or makes a page.
"""
