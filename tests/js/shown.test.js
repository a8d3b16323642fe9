// Texts of unknown origin as the page shows them.

import assert from "node:assert/strict";
import test from "node:test";

import { isPiledUp, shown } from "../../plugins/errorbook/assets/base/dom.js";

const PILES = {
  "marks on a letter": ["a", "\u0301"],
  "marks between which nothing is seen": ["a", "\u0301\u200f\u0316\u200b"],
  "a vowel of Thai": ["\u0e01", "\u0e33"],
  "colours of skin": ["\u{1f44d}", "\u{1f3fd}"],
};
const WRITTEN = [
  "e\u0301\u0302\u0303".repeat(1000),
  "\u{1f469}\u200d\u{1f469}\u200d\u{1f467}".repeat(1000),
  "\u{1f44d}\u{1f3fd}".repeat(1000),
  "\u0e01\u0e33".repeat(1000),
  "\u05d1\u05bc\u05b0\u05e8\u05b5\u05d0\u05e9\u05c1\u05b4\u0596\u05d9\u05ea",
  "a\ufe0f".repeat(1000),
];

for (const [name, [letter, marks]] of Object.entries(PILES)) {
  test(`of ${name} the page shows a hundred and no more, however many there are`, () => {
    const length = (/** @type {number} */ times) => [...shown(letter + (marks ?? "").repeat(times))].length;
    assert.equal(length(30_000), length(1000));
    assert.equal(length(30_000), 101);
    assert.ok(isPiledUp(letter + (marks ?? "").repeat(1000)));
  });
}

test("what people write is shown as it is, in every script", () => {
  for (const text of WRITTEN) {
    assert.ok(!isPiledUp(text));
    assert.equal(shown(text), text);
  }
});

test("a pile is found wherever it stands, and each is cut", () => {
  const pile = "\u0301".repeat(500);
  assert.ok(isPiledUp(`one a${pile}`));
  assert.ok(isPiledUp(`one a${pile}`), "asking twice gives the same answer");
  const cut = pile.slice(0, 100);
  assert.equal(shown(`a${pile} and b${pile}.`), `a${cut} and b${cut}.`);
});
