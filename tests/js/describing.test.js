import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { stem } from "../../plugins/errorbook/assets/describing/stems.js";

const STEMS = JSON.parse(readFileSync(new URL("../cases/stems.json", import.meta.url), "utf8"));

test("words have the stems of the published algorithm", () => {
  for (const [word, expected] of Object.entries(STEMS)) assert.equal(stem(word), expected, word);
});
