"""Scripts and style made small: what they do stays, and what cannot be read is told."""

import json
import subprocess
from pathlib import Path

import own
import pytest

from errorbook.indexing import match_index
from errorbook.site import browser_files
from errorbook.site.compact import CompactError, compact

# A worker as far as the script needs one: it is given the index of a file and prints what it would post.
WORKER = """
const { readFileSync } = require("node:fs");
const [script, index, pastes] = process.argv.slice(1);
globalThis.location = { href: "https://example.com/assets/errorbook/errorbook.js" };
globalThis.postMessage = (message) => console.log(JSON.stringify(message));
(0, eval)(readFileSync(script, "utf8"));
const url = "https://example.com/assets/errorbook/match-index.js";
void (async () => {
  await globalThis.onmessage({ data: { index: readFileSync(index, "utf8"), url } });
  for (const [ticket, paste] of JSON.parse(readFileSync(pastes, "utf8")).entries())
    await globalThis.onmessage({ data: { ticket, paste } });
})();
"""


def test_a_script_does_the_same_in_fewer_bytes() -> None:
    text = "(() => {\n// A word.\nconst greeting = `Grüße, ${1 + 1}`;\nconsole.log(greeting);\n})();\n"
    small = compact("a.js", text)
    assert "A word" not in small
    assert len(small) < len(text)
    said = [
        subprocess.run(["node", "-e", each], capture_output=True, check=True).stdout for each in (text, small)
    ]
    assert said[0] == said[1] != b""


def test_the_lookup_s_script_answers_the_same(tmp_path: Path) -> None:
    known = own.known()
    pastes = [entry.examples[0].paste for entry in known.entries if entry.examples][::5]
    (tmp_path / "index.json").write_text(match_index.dumps(match_index.build(known)), "utf-8")
    (tmp_path / "pastes.json").write_text(json.dumps([*pastes, "no error at all", ""]), "utf-8")
    code = browser_files.code()
    readable = next(file for file in code.readable if "/matcher." in file.uri)
    answers = []
    for number, file in enumerate((readable, code.bundles["matcher"])):
        (tmp_path / f"{number}.js").write_text(file.content, "utf-8")
        paths = [str(tmp_path / name) for name in (f"{number}.js", "index.json", "pastes.json")]
        done = subprocess.run(["node", "-e", WORKER, *paths], capture_output=True, text=True, check=True)
        answers.append(done.stdout.splitlines())
    assert len(answers[0]) == len(pastes) + 2
    assert sum('"outcome":"is"' in answer for answer in answers[0]) > len(pastes) / 2
    assert answers[1] == answers[0]


def test_a_form_that_the_library_breaks_is_refused() -> None:
    text = "const p = x.k;\nconst { id, c = [] } = /** @type {X} */ (x.e[p]);\nlet [a] = (b ?? '').split();\n"
    with pytest.raises(CompactError) as error:
        compact("errorbook.js", text)
    assert str(error.value) == (
        "errorbook.js: cannot be made compact: const { id, c = [] } = /** @type {X} */ (x.e[p]); "
        "let [a] = (b ?? '').split(). Give the value in brackets a name first, then take it apart."
    )


def test_a_style_sheet_loses_what_is_for_people() -> None:
    assert compact("a.css", "/* Red. */\na { color: red; }\n") == "a{color:red}"


@pytest.mark.parametrize("name", ["a.js", "a.css"])
def test_nothing_stays_nothing(name: str) -> None:
    assert compact(name, "") == ""


def test_a_script_that_cannot_be_read_is_told_with_its_name() -> None:
    with pytest.raises(CompactError) as error:
        compact("errorbook.js", "const = 1;")
    assert str(error.value) == (
        "errorbook.js: cannot be made compact: unexpected = in binding on line 1 and column 7. "
        "Correct the module it comes from."
    )
