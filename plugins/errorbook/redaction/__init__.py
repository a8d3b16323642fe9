"""Removes personal data and secrets from a text.

Nothing here knows a ticket, a reply or a page.
"""
