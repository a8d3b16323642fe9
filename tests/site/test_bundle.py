"""One script out of modules: what it holds, and what is refused in which words."""

from pathlib import Path

import pytest

from errorbook.site.bundle import BundleError, build


def write(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return folder


def test_modules_come_before_those_that_import_them(tmp_path: Path) -> None:
    write(
        tmp_path,
        main='import { two } from "./middle.js";\nimport { one } from "./leaf.js";\nstart(two, one);\n',
        middle='import {\n  one,\n} from "./leaf.js";\n\n/** Two. */\nexport const two = one + one;\n',
        leaf="/** One. */\nexport const one = 1;\n",
    )
    assert build(tmp_path) == (
        '(() => {\n"use strict";\n\n'
        "// leaf.js\n/** One. */\nconst one = 1;\n\n"
        "// middle.js\n/** Two. */\nconst two = one + one;\n\n"
        "// main.js\nstart(two, one);\n})();\n"
    )


@pytest.mark.parametrize(
    "declaration", ["const x = 1;", "function x() {}", "async function x() {}", "class x {}"]
)
def test_exported_declarations_become_plain_ones(tmp_path: Path, declaration: str) -> None:
    write(tmp_path, main=f"export {declaration}\n")
    assert f"\n{declaration}\n" in build(tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        'import x from "./leaf.js";',
        'import * as x from "./leaf.js";',
        'import "./leaf.js";',
        'import { x } from "leaf";',
        "export default x;",
        "export { x };",
        'export * from "./leaf.js";',
    ],
)
def test_other_forms_are_refused(tmp_path: Path, line: str) -> None:
    write(tmp_path, main=f"{line}\n", leaf="export const x = 1;\n")
    with pytest.raises(BundleError) as error:
        build(tmp_path)
    fix = 'Write import { name } from "./module.js"; or put export before a declaration.'
    assert str(error.value) == f'main.js: cannot bundle "{line}". {fix}'


def test_renaming_is_refused(tmp_path: Path) -> None:
    write(tmp_path, main='import { x as y } from "./leaf.js";\n', leaf="export const x = 1;\n")
    with pytest.raises(BundleError) as error:
        build(tmp_path)
    assert str(error.value) == (
        'main.js: cannot bundle "import { x as y } from "./leaf.js";". '
        'Import the name as it is, without "as".'
    )


def test_all_names_that_clash_are_told_at_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        main='import { a } from "./leaf.js";\nconst x = a;\nfunction y() {}\n',
        leaf="const x = 1;\nclass y {}\nexport const a = x;\n",
    )
    with pytest.raises(BundleError) as error:
        build(tmp_path)
    assert str(error.value) == (
        "x is declared in leaf.js and in main.js; y is declared in leaf.js and in main.js. "
        "Rename one of each."
    )


def test_a_missing_module_is_told(tmp_path: Path) -> None:
    write(tmp_path, main='import { a } from "./gone.js";\n')
    with pytest.raises(BundleError) as error:
        build(tmp_path)
    assert str(error.value) == "main.js: imports gone.js, which does not exist."


def test_modules_that_import_each_other_are_refused(tmp_path: Path) -> None:
    write(tmp_path, main='import { a } from "./leaf.js";\n', leaf='import { b } from "./main.js";\n')
    with pytest.raises(BundleError) as error:
        build(tmp_path)
    assert (
        str(error.value)
        == "main.js → leaf.js → main.js: the modules import each other. Move what they share."
    )
