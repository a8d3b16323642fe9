import assert from "node:assert/strict";
import test from "node:test";

import { numberWords } from "../../plugins/errorbook/assets/base/words.js";
import { choicesOf, matches } from "../../plugins/errorbook/assets/pages/facets.js";

const row = {
  id: "XERO-0001",
  text: "xero-0001 the tax rate does not fit the account",
  facets: { system: ["xero"], record: ["invoice", "bill"], severity: ["blocks-record"], fixable: ["shop"] },
};
const any = { system: "", record: "", severity: "", fixable: "" };

test("a row passes when it has every word, in any order and case", () => {
  assert.equal(matches(row, "Account  TAX ", any), true);
  assert.equal(matches(row, "tax payment", any), false);
});

test("a row passes when it is one of what is wanted in each facet", () => {
  assert.equal(matches(row, "", { ...any, record: "bill", system: "xero" }), true);
  assert.equal(matches(row, "", { ...any, record: "payment" }), false);
});

test("words and choices hold together", () => {
  assert.equal(matches(row, "rate", { ...any, severity: "warning" }), false);
});

test("choices are in the order of their letters, whatever their case, accents behind", () => {
  const rows = ["zoo", "\u00f6l", "Oz", "apfel"].map((slug) => ({ ...row, facets: { system: [slug] } }));
  const page = /** @type {ParentNode} */ (/** @type {unknown} */ ({ querySelectorAll: () => [] }));
  const [system] = choicesOf(rows, page);
  assert.deepEqual(system?.choices.map(({ value }) => value), ["apfel", "Oz", "\u00f6l", "zoo"]);
});

test("a choice is called what the link of its own facet says, also where another has the same value", () => {
  const link = (/** @type {string} */ facet, /** @type {string} */ label) => ({
    getAttribute: (/** @type {string} */ name) => (name === "data-facet" ? facet : null),
    firstChild: { textContent: `${label} ` },
  });
  const links = [
    link("fixable=shop", "The shop"),
    link("fixable=till", "The till"),
    link("severity=till", "Stops the till"),
    link("severity=shop", "Stops the shop"),
  ];
  const page = /** @type {ParentNode} */ (/** @type {unknown} */ ({ querySelectorAll: () => links }));
  const rows = ["shop", "till"].map((key) => ({
    ...row,
    facets: { severity: [key], fixable: [key], record: [], system: [] },
  }));
  const named = choicesOf(rows, page).map(({ name, choices }) => [name, ...choices.map(({ label }) => label)]);
  assert.deepEqual(named, [
    ["severity", "Stops the till", "Stops the shop"],
    ["fixable", "The shop", "The till"],
  ]);
});

test("numbers are parted and pointed as the site's table says", () => {
  const written = [0, 999, 1000, 1234567].map((number) => numberWords(number));
  assert.deepEqual(written, ["0", "999", "1,000", "1,234,567"]);
  assert.deepEqual([numberWords(1234.56, 1), numberWords(2, 1)], ["1,234.6", "2.0"]);
});
