"""The plugin's options, each explained below it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Generic, Literal, TypeVar

from jinja2 import Environment, TemplateSyntaxError
from mkdocs.config import config_options as opt
from mkdocs.config.base import Config, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from errorbook.catalogue import reader
from errorbook.common.problems import CatalogueError
from errorbook.mkdocs_plugin.files import source_uri
from errorbook.site import markers, option_shapes, style_sheet
from errorbook.site.option_shapes import Shape
from errorbook.site.site_info import Contact, Feedback, ReplyWording, SiteInfo
from errorbook.site.style_sheet import Look
from errorbook.wording import Wording

Sub = TypeVar("Sub", bound=Config)


class Shaped(opt.Type[str]):
    """An option whose text must have a shape."""

    def __init__(self, shape: Shape, default: str = "") -> None:
        super().__init__(str, default=default)
        self.shape = shape

    def run_validation(self, value: object) -> str:
        """Return the text, or say what shape it lacks."""
        text = super().run_validation(value)
        if not self.shape.fits(text):
            raise ValidationError(f"'{text}' is not {self.shape.words}")
        return text


class Thorough(Config):
    """Options of which every problem is told; MkDocs's own stop at the first. An empty one is left out."""

    def _validate(self) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        failed: list[tuple[str, Exception]] = []
        for name, option in self._schema:
            try:
                value = self.get(name)
                self[name] = option.validate(option.default if value is None else value)
            except ValidationError as problem:
                failed.append((name, problem))
        unknown = sorted(set(self) - self._schema_keys)
        return failed, [(name, "is not an option. Check the spelling") for name in unknown]


class ContactConfig(Thorough):
    """Where readers turn when the site does not know their error."""

    label = opt.Type(str, default="")
    """What the place is called, such as "Help centre of the shop"."""
    url = Shaped(option_shapes.WEB_ADDRESS)
    """Its web address."""
    email = Shaped(option_shapes.EMAIL)
    """An email address that is read; left empty, none is shown."""


class TemplateFile(opt.File):
    """A file beside mkdocs.yml that holds a Jinja template; empty where there is none."""

    def run_validation(self, value: object) -> str:
        """Return the file's path, or say why it is no template."""
        if value == "":
            return ""
        path = super().run_validation(value)
        try:
            Environment().parse(Path(path).read_text("utf-8"))
        except TemplateSyntaxError as error:
            raise ValidationError(f"{Path(path).name}:{error.lineno}: {error.message}") from None
        except UnicodeDecodeError:
            raise ValidationError(f"{Path(path).name} is not UTF-8 text") from None
        return path


class ReplyConfig(Thorough):
    """How copied replies are worded; what is left out has plain words of our own."""

    greeting = Shaped(option_shapes.WORDS)
    """What a reply begins with, such as "Hello, thanks for your message."."""
    closing = Shaped(option_shapes.WORDS)
    """What it ends with; several lines are fine."""
    template = TemplateFile(exists=True, default="")
    """A Jinja template, beside mkdocs.yml, whose blocks replace those of reply.txt.jinja."""


class FeedbackConfig(Thorough):
    """Where answers to "Did this fix it?" go; without one of these, where they usually go."""

    mailto = Shaped(option_shapes.MAIL_TARGET)
    """An email address: a mail draft opens, and the reader sends it."""
    issue = Shaped(option_shapes.WEB_ADDRESS)
    """The page on which a new report is written, such as https://github.com/you/help/issues/new."""
    endpoint = Shaped(option_shapes.ENDPOINT)
    """An address that takes a form by POST; it is called once, when the reader says so."""
    ask = opt.Type(bool, default=True)
    """Whether the question is asked: with one of these, contact.email, or a repo_url on GitHub."""

    def sink(self, email: str, repository: str = "") -> Feedback:
        """Return the one that is set, or else what is usual for an address and a repository."""
        if not self.ask:
            return Feedback()
        usual = Feedback.usual(email, repository)
        kinds: tuple[Literal["mailto", "issue", "endpoint"], ...] = ("mailto", "issue", "endpoint")
        return next((Feedback(kind, self[kind]) for kind in kinds if self[kind]), usual)

    def _validate(self) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        failed, warnings = super()._validate()
        named = [name for name in ("mailto", "issue", "endpoint") if self.get(name)]
        if len(named) > 1:
            failed.append((" and ".join(named), ValidationError("set only one of them")))
        return failed, warnings


class Group(opt.SubConfig[Sub], Generic[Sub]):
    """Options below one name; unlike its base it reports all their problems, not only the first."""

    def run_validation(self, value: object) -> Sub:
        """Return the options, or say everything that is wrong with them."""
        if not isinstance(value, dict):
            raise ValidationError("is not a mapping. Write 'name: value' lines, indented")
        config = self.config_class(config_file_path=self._config_file_path)
        config.load_dict(value)
        failed, warnings = config.validate()
        if failed or warnings:
            raise ValidationError("; ".join(f"{name}: {problem}" for name, problem in (*failed, *warnings)))
        return config


class ContactOption(Group[ContactConfig]):
    """The contact's options."""


class ReplyOption(Group[ReplyConfig]):
    """The reply's options."""


class FeedbackOption(Group[FeedbackConfig]):
    """The feedback's options."""


def language(config: MkDocsConfig) -> str:
    """Return the language of the theme, as HTML writes it."""
    return str(config.theme.get("language") or config.theme.locale).replace("_", "-")


def look(config: MkDocsConfig) -> Look:
    """Return whether the theme dresses our parts as Material does."""
    return style_sheet.look_of(config.theme.name or "custom")


class ErrorbookConfig(Thorough):
    """Everything an author of a site may set under ``plugins: - errorbook:``."""

    errors_dir = opt.Dir(exists=True, default="errors")
    """Folder of the catalogue, beside mkdocs.yml, and neither in ``docs_dir`` nor in ``site_dir``."""
    errors_path = Shaped(option_shapes.FOLDER, "errors")
    """Where the site shows the errors: the first part of their pages' addresses."""
    lookup_page = Shaped(option_shapes.PAGE, "index.md")
    """The page with the line <!-- errorbook:lookup -->, to which other pages send a paste."""
    guides_dir = Shaped(option_shapes.FOLDER, "guides")
    """Folder of the guidance pages that entries name under ``guides``."""
    where_page = Shaped(option_shapes.PAGE, "where.md")
    """The page that explains where errors are shown; entries link to it if it exists."""
    privacy_page = Shaped(option_shapes.PAGE, "privacy.md")
    """The page that explains how to verify that nothing is sent; the lookup links to it if it exists."""
    contact_page = Shaped(option_shapes.PAGE, "contact.md")
    """The page that says whom to ask; entries link to it if it exists."""
    popular = opt.ListOfItems(opt.Type(str), default=[])
    """Ids of the entries that <!-- errorbook:popular --> lists, in this order."""
    examples = opt.ListOfItems(opt.Type(str), default=[])
    """Ids of the entries whose first example the lookup offers to try."""
    split_index = opt.Type(bool, default=False)
    """Serve the match index in parts, of which a paste loads those it needs; the privacy page must say so."""
    contact = ContactOption()
    """Where readers turn when the site does not know their error."""
    reply = ReplyOption()
    """How the replies are worded that support people copy from the lookup."""
    feedback = FeedbackOption()
    """Where answers to "Did this fix it?" go; left out, a mail to the contact's address is drafted."""
    redirect_files = opt.ListOfItems(opt.Choice(option_shapes.HOSTS), default=[])
    """Web servers to write redirects and headers for: netlify serves Cloudflare Pages as well."""
    frame_ancestors = Shaped(option_shapes.FRAMERS, "'self'")
    """Who may show the site in a frame, such as "'self' https://*.zendesk.com"; told by these headers."""
    published = opt.Optional(opt.File(exists=True))
    """The urls.json of the site as it is published now: the build fails if it would break one of them."""

    def wording(self, config: MkDocsConfig) -> Wording:
        """Return the sentences of the scripts, whose names pages need before the catalogue is read."""
        site = SiteInfo(language=language(config))
        try:
            words = reader.vocabulary(Path(self.errors_dir))
            return site.worded(words.in_language(site.plain_language)).wording
        except CatalogueError:
            # It is told with all else that is wrong when the catalogue is read.
            return site.wording

    def site(self, files: Files, config: MkDocsConfig) -> SiteInfo:
        """Return the site as its files and these options describe it."""
        pages_of = {source_uri(file): file for file in files}
        guides = {
            Path(uri).stem: markers.title(file.content_string, Path(uri).stem)
            for uri, file in pages_of.items()
            if uri.endswith(".md") and PurePosixPath(uri).parent.as_posix() == self.guides_dir
        }
        reply = self.reply
        own = Path(reply.template).read_text("utf-8") if reply.template else ""
        return SiteInfo(
            name=config.site_name,
            description=config.site_description or "",
            language=language(config),
            errors_path=self.errors_path,
            lookup_page=self.lookup_page,
            guides_dir=self.guides_dir,
            where_page=self.where_page if self.where_page in pages_of else "",
            privacy_page=self.privacy_page if self.privacy_page in pages_of else "",
            contact_page=self.contact_page if self.contact_page in pages_of else "",
            contact=Contact(**self.contact),
            popular=tuple(self.popular),
            reply=ReplyWording(reply.greeting, reply.closing, own),
            feedback=self.feedback.sink(self.contact.email, config.repo_url or ""),
            guides=dict(sorted(guides.items(), key=lambda guide: guide[1])),
            directory_urls=config.use_directory_urls,
            site_url=config.site_url or "",
            split_index=self.split_index,
            playground=any(
                markers.has_playground(file.content_string) for file in files.documentation_pages()
            ),
        )
