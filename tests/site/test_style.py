"""The style sheet: colours that everybody can read, and nothing fetched from elsewhere."""

import re

import pytest

from errorbook.site import browser_files, style_sheet

CSS = "\n".join(file.content for file in browser_files.code().readable if file.uri.endswith(".css"))
LIGHT, DARK = '[data-md-color-scheme="default"]', '[data-md-color-scheme="slate"]'
TEXT = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "surface-strong"),
    ("ink", "accent-soft"),
    ("ink", "mark"),
    ("ink", "mark-value"),
    ("ink", "warn-soft"),
    ("ink-soft", "paper"),
    ("ink-soft", "surface"),
    ("ink-soft", "surface-strong"),
    ("ink-soft", "accent-soft"),
    ("ink-faint", "paper"),
    ("ink-faint", "surface"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "accent-soft"),
    ("accent-strong", "paper"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("warn", "warn-soft"),
    ("danger", "danger-soft"),
    ("ok", "ok-soft"),
    ("ok", "paper"),
]
EDGES = [("line-strong", "paper"), ("accent", "paper"), ("focus", "paper"), ("focus", "accent-soft")]


def tokens(scheme: str) -> dict[str, str]:
    block = CSS.partition(f"{scheme} {{")[2].partition("}")[0]
    return dict(re.findall(r"--eb-([\w-]+): (#[0-9a-f]{6});", block))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize(("front", "back"), TEXT)
def test_text_can_be_read(scheme: str, front: str, back: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours[front], colours[back]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize(("front", "back"), EDGES)
def test_edges_of_controls_can_be_seen(scheme: str, front: str, back: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours[front], colours[back]) >= 3


def test_both_schemes_have_the_same_tokens() -> None:
    assert tokens(LIGHT).keys() == tokens(DARK).keys()


def test_every_token_that_is_used_is_defined() -> None:
    used = set(re.findall(r"var\((--eb-[\w-]+)", CSS))
    assert used <= set(re.findall(r"(--eb-[\w-]+):", CSS))


def test_every_token_that_is_defined_is_used() -> None:
    defined = set(re.findall(r"(--eb-[\w-]+):", CSS))
    assert sorted(defined - set(re.findall(r"var\((--eb-[\w-]+)", CSS))) == []


def test_every_class_that_is_styled_is_one_of_a_page() -> None:
    package = browser_files.SOURCES.parent
    files = [path for ending in ("js", "py", "jinja") for path in package.rglob(f"*.{ending}")]
    files += (package.parents[1] / "content").rglob("*.md")
    made = "\n".join(path.read_text("utf-8") for path in files)
    # Whole, or put together from its beginning and a word: eb-card--${outcome}, eb-beside__{{ rel }}.
    begun = tuple(re.findall(r"(eb-[\w-]+?(?:--|__))(?=\$\{|\{\{|\{|\")", made))
    whole = set(re.findall(r"eb-\w[\w-]*", made))
    styled = set(re.findall(r"\.(eb-[\w-]+)", re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)))
    assert len(styled) > 200
    assert sorted(name for name in styled - whole if not name.startswith(begun)) == []


def test_nothing_is_fetched() -> None:
    assert "url(" not in CSS
    assert "@import" not in CSS


def test_no_side_is_called_left_or_right() -> None:
    named = re.findall(
        r"^\s*(?:[\w-]+-(?:left|right)|left|right|float|text-align: (?:left|right))\b.*", CSS, re.MULTILINE
    )
    four = re.findall(r"^\s*(?:margin|padding): (\S+) (\S+) (\S+) (\S+);", CSS, re.MULTILINE)
    assert named == []
    assert [sides for sides in four if sides[1] != sides[3]] == []


def test_our_parts_lean_on_no_class_of_a_theme() -> None:
    folder = browser_files.SOURCES / "style"
    parts = [style_sheet.with_script(folder, name, "plain") for name in style_sheet.WITH_SCRIPTS]
    plain = "\n".join((style_sheet.build(folder, "plain"), *parts))
    selectors = re.findall(r"([^{}]+)\{", re.sub(r"/\*.*?\*/", "", plain, flags=re.DOTALL))
    ours = [each.strip() for whole in selectors for each in whole.split(",") if ".eb-" in each]
    assert ours
    assert [
        each for each in ours if ".md-" in each and not each.startswith((".md-content", "[dir] .md-content"))
    ] == []


def test_sizes_grow_where_the_root_is_smaller() -> None:
    folder = browser_files.SOURCES / "style"
    size = r"--eb-radius: ([\d.]+)rem"
    sizes = [re.findall(size, style_sheet.build(folder, look)) for look in ("material", "plain")]
    assert sizes == [["0.6"], ["0.75"]]


def test_a_theme_that_is_not_like_material_keeps_its_own_look() -> None:
    looks = {
        name: style_sheet.look_of(name) for name in ("material", "materialx", "", "mkdocs", "readthedocs")
    }
    assert looks == {
        "material": "material",
        "materialx": "material",
        "": "material",
        "mkdocs": "plain",
        "readthedocs": "plain",
    }
    plain = browser_files.code(look="plain").style.content
    assert "font-size:125%" not in plain
    assert "font-size:125%" in browser_files.code().style.content
