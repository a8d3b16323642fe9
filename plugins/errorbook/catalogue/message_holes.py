"""The holes of an entry's messages, whatever form they are written in."""

from __future__ import annotations

from collections.abc import Iterator

from errorbook.catalogue import hole_forms
from errorbook.catalogue.hole_forms import OURS, HoleForm
from errorbook.catalogue.model import EntryFile, HoleValue
from errorbook.catalogue.yaml_source import Source
from errorbook.common.problems import Problem
from errorbook.common.template import holes


def in_our_form(fields: EntryFile, form: HoleForm) -> EntryFile:
    """Return the fields with all messages' holes in our form, those of another form declared as text."""
    forms = [each.holes or form for each in fields.messages]
    if set(forms) <= {OURS}:
        return fields
    messages = tuple(
        each.model_copy(update={"text": hole_forms.ours(each.text, written)})
        for each, written in zip(fields.messages, forms, strict=True)
    )
    names = {
        name
        for each, written in zip(messages, forms, strict=True)
        if written != OURS
        for name in holes(each.text)
    }
    usual = {name: HoleValue.model_validate(hole_forms.usual_value(name)) for name in sorted(names)}
    return fields.model_copy(update={"messages": messages, "values": {**usual, **fields.values}})


def misread(fields: EntryFile, form: HoleForm, source: Source) -> Iterator[tuple[set[str], Problem]]:
    """Yield the values whose holes a message writes in another form than it is read in, and what decides."""
    read = [(message.text, message.holes or form) for message in fields.messages]
    unread = fields.values.keys() - {name for each in read for name in hole_forms.named(*each)}
    for index, (text, read_as) in enumerate(read):
        if not (other := hole_forms.form_with(text, unread)):
            continue
        there = {name: hole for name, hole in hole_forms.named(text, other).items() if name in unread}
        says, fix = f"says '{read_as}'", f"Write the message as {{text: …, holes: '{other}'}}"
        if fields.messages[index].holes:
            says = f"its 'holes' {says}"
        elif read_as != OURS:
            says = f"'holes' in catalogue.yml {says}"
        else:
            says, fix = f"no 'holes' {says.replace(OURS, other)}", f"{fix}, or set 'holes' in catalogue.yml"
        what = f"has the hole {next(iter(there.values()))}, which is plain text here: {says}"
        yield set(there), source.problem(("messages", index, "text"), what, fix)
