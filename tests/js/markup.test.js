import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { inlineRuns } from "../../plugins/errorbook/assets/base/markup.js";

/** @type {{why: string, text: string, runs: string[][]}[]} */
const cases = JSON.parse(readFileSync(new URL("../cases/inline.json", import.meta.url), "utf-8"));

for (const { why, text, runs } of cases) {
  test(why, () => {
    assert.deepEqual(
      inlineRuns(text).map((run) => [run.kind, run.text, run.within, ...(run.url ? [run.url] : [])]),
      runs,
    );
  });
}
