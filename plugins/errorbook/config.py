"""The plugin's options, each explained below it."""

from __future__ import annotations

import re

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config, ValidationError


class Shaped(opt.Type[str]):
    """An option whose text must have a shape; ``shape`` says which in words."""

    def __init__(self, pattern: str, shape: str, default: str) -> None:
        super().__init__(str, default=default)
        self.pattern, self.shape = re.compile(pattern), shape

    def run_validation(self, value: object) -> str:
        """Return the text, or say what shape it lacks."""
        text = super().run_validation(value)
        if not self.pattern.fullmatch(text):
            raise ValidationError(f"'{text}' is not {self.shape}")
        return text


def page(default: str) -> Shaped:
    """Return an option that names a page."""
    return Shaped(
        r"[^/\\][^\\]*\.md", "the path of a page below the content folder, such as help/index.md", default
    )


def folder(default: str) -> Shaped:
    """Return an option that names a folder of the site."""
    return Shaped(r"[^/\\]+(/[^/\\]+)*", "a path without slashes at its ends, such as errors", default)


class Thorough(Config):
    """Options of which every problem is told; MkDocs's own stop at the first."""

    def _validate(self) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        failed: list[tuple[str, Exception]] = []
        for name, option in self._schema:
            try:
                self[name] = option.validate(self.get(name))
            except ValidationError as problem:
                failed.append((name, problem))
        unknown = sorted(set(self) - self._schema_keys)
        return failed, [(name, "is not an option. Check the spelling") for name in unknown]


class ContactConfig(Thorough):
    """Where readers turn when the site does not know their error."""

    label = opt.Type(str, default="")
    """What the place is called, such as "Cin7 Core help centre"."""
    url = Shaped(r"(https?://\S+)?", "a web address that starts with https://", "")
    """Its web address."""
    email = Shaped(r"([^@\s]+@[^@\s]+)?", "an e-mail address", "")
    """An e-mail address that somebody reads; left empty, none is shown."""


class ContactOption(opt.SubConfig[ContactConfig]):
    """The contact's options; unlike its base it reports all their problems, not only the first."""

    def run_validation(self, value: object) -> ContactConfig:
        """Return the options, or say everything that is wrong with them."""
        if not isinstance(value, dict):
            raise ValidationError("is not a mapping. Write 'name: value' lines, indented")
        config = ContactConfig()
        config.load_dict(value)
        failed, warnings = config.validate()
        if failed or warnings:
            raise ValidationError("; ".join(f"{name}: {problem}" for name, problem in (*failed, *warnings)))
        return config


class ErrorbookConfig(Thorough):
    """Everything an author of a site may set under ``plugins: - errorbook:``."""

    errors_dir = opt.Dir(exists=True, default="errors")
    """Folder of the catalogue, beside mkdocs.yml."""
    errors_path = folder("errors")
    """Where the site shows the errors: the first part of their pages' addresses."""
    lookup_page = page("index.md")
    """The page with the line <!-- errorbook:lookup -->, to which other pages send a paste."""
    guides_dir = folder("guides")
    """Folder of the guidance pages that entries name under ``guides``."""
    where_page = page("where.md")
    """The page that explains where errors are shown; entries link to it if it exists."""
    privacy_page = page("privacy.md")
    """The page that explains how to verify that nothing is sent; the lookup links to it if it exists."""
    contact_page = page("contact.md")
    """The page that says whom to ask; entries link to it if it exists."""
    examples = opt.ListOfItems(opt.Type(str), default=[])
    """Ids of the entries whose first example the lookup offers to try."""
    contact = ContactOption()
    """Where readers turn when the site does not know their error."""
