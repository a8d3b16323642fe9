import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { germanStem } from "../../plugins/errorbook/assets/describing/german-stems.js";
import { stem } from "../../plugins/errorbook/assets/describing/stems.js";

const read = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../cases/${name}`, import.meta.url), "utf8"));

test("words have the stems of the published algorithm", () => {
  for (const [word, expected] of Object.entries(read("stems.json"))) assert.equal(stem(word), expected, word);
});

test("German words have the stems of the published algorithm", () => {
  for (const [word, expected] of Object.entries(read("stems-german.json"))) {
    assert.equal(germanStem(word), expected, word);
  }
});
