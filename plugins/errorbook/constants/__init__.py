"""Serves programs that raise the errors: constants for their code, and proof that what they name is there.

`known` says which errors there are, `languages` writes them down, `references` finds them in a text and
`source_tree` in the files of a folder.
Nothing here runs or changes a file of a source tree.
"""
