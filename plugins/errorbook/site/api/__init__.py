"""Builds the documents below ``/api/v1/`` and their JSON Schemas.

A change here must keep every promise of the version.
"""
