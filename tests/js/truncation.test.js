import assert from "node:assert/strict";
import test from "node:test";

import { looksCut } from "../../plugins/errorbook/assets/lookup/truncation.js";

const CUT = [
  "The account cannot be…",
  "The account cannot be used with ... ",
  "Payment amount exceeds the amount (read more)",
  "The tax rate cannot be used with the",
];
const WHOLE = [
  "Account not found",
  "The tax rate cannot be used with this account.",
  "the",
  "Choose one of",
  "",
];

for (const text of CUT) test(`cut: ${text}`, () => assert.equal(looksCut(text), true));
for (const text of WHOLE) test(`whole: ${text}`, () => assert.equal(looksCut(text), false));

test("half a word of a near text is a cut", () => {
  const near = ["Payment amount exceeds the amount outstanding on this document"];
  assert.equal(looksCut("Payment amount exceeds the amount outst", near), true);
  assert.equal(looksCut("Payment amount exceeds the amount outstanding", near), false);
});

test("another form of a word is no cut", () => {
  assert.equal(looksCut("it has one of the document", ["all documents are locked"]), false);
});

test("an endless word is read at once", () => {
  const before = performance.now();
  assert.equal(looksCut(`one two three ${"x".repeat(100_000)}1`), false);
  assert.ok(performance.now() - before < 1000);
});
