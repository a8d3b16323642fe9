import assert from "node:assert/strict";
import test from "node:test";

import { wholeWords } from "../../plugins/errorbook/assets/lookup/comparison.js";
import { compareWords, lacking } from "../../plugins/errorbook/assets/lookup/difference.js";

/** @typedef {import("../../plugins/errorbook/assets/lookup/difference.js").Compared} Compared */

/**
 * Return a side as text: differing words in brackets, holes in braces.
 * @param {Compared[]} words
 */
function side(words) {
  return words.map(({ text, same, hole }) => (hole ? `{${text}}` : same ? text : `[${text}]`)).join("");
}

/**
 * @param {string} template
 * @param {string} pasted
 * @param {string[]} [values]
 */
function sides(template, pasted, values) {
  const compared = compareWords(template, pasted, values);
  return [side(compared.known), side(compared.pasted)];
}

test("equal wordings have no difference, whatever their case", () => {
  assert.deepEqual(sides("Account not found", "ACCOUNT not FOUND"), [
    "Account not found",
    "ACCOUNT not FOUND",
  ]);
});

test("a changed word is marked on both sides", () => {
  assert.deepEqual(sides("The amount exceeds the total", "The amount exceds the total"), [
    "The amount [exceeds] the total",
    "The amount [exceds] the total",
  ]);
});

test("a missing word is marked where it is", () => {
  assert.deepEqual(sides("It cannot be paid twice", "It cannot be paid"), [
    "It cannot be paid [twice]",
    "It cannot be paid",
  ]);
});

test("what stands in place of missing last words is shown, up to the end of the sentence", () => {
  const known = "The amount exceeds the document total";
  const found = "The amount exceeds the";
  const more = lacking(compareWords(known, found));
  assert.equal(more, 2);
  for (const [after, shown] of [
    [" sum of the order", " sum of"],
    [" order. Regards, Sam", " order"],
    ["\nRetry Skip", ""],
    ["", ""],
  ]) {
    assert.equal(wholeWords(`Log: ${found}${after}`, 5, 5 + found.length, more), `${found}${shown}`);
  }
  assert.equal(lacking(compareWords(known, known)), 0);
  assert.equal(lacking(compareWords(known, "The amount exceeds the document totl")), 0);
});

test("a value differs from nothing", () => {
  assert.deepEqual(sides("Account {code} is gone", "Account 'AB 200' is away", ["AB 200"]), [
    "Account {code} is [gone]",
    "Account '{AB 200}' is [away]",
  ]);
});

test("hostile lengths are cut, not computed", () => {
  const long = "word ".repeat(5000);
  assert.equal(compareWords(long, long).known.filter(({ same }) => !same).length, 5000 - 400);
});
