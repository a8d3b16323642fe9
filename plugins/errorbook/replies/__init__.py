"""Writes replies to errors as files that help desks and snippet tools take in.

A card becomes blocks (`wording`), and blocks become texts (`writing`) in the marks of one tool (`marks`).
`choosing` says which replies there are, `formats` names the tools. `wording` and `writing` are the twins of
``share/reply.js`` and ``share/writing.js``.
Nothing here lets a text of the catalogue be read as a placeholder of a tool, or writes files.
"""
