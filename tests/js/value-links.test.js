import assert from "node:assert/strict";
import test from "node:test";

import { linkWithValues, valuesInLink } from "../../plugins/errorbook/assets/share/value-links.js";

const LINK = "https://example.org/help/e/XERO-0001/";
const SHAPES = {
  account: { type: "account_code", label: "account code" },
  reason: { type: "text", label: "reason" },
  amount: { type: "money", label: "amount" },
};

/** @param {Record<string, string>} values */
const back = (values) => valuesInLink(new URL(linkWithValues(LINK, values)).hash, SHAPES);

test("values arrive as they were", () => {
  const values = { account: "200", reason: "100% of 'A & B' = #1 + {x}" };
  assert.deepEqual(back(values), values);
});

test("values stand in the fragment and nowhere else", () => {
  const url = new URL(linkWithValues(LINK, { account: "a?b&c/d" }));
  assert.equal(url.pathname + url.search, "/help/e/XERO-0001/");
  assert.equal(linkWithValues(LINK, {}), LINK);
});

test("a link written by hand works", () => {
  const values = valuesInLink("#v.account=200&v.reason=no+access", SHAPES);
  assert.deepEqual(values, { account: "200", reason: "no access" });
});

test("values that the entry does not have are dropped", () => {
  assert.deepEqual(valuesInLink("#v.other=1&v.__proto__=1&v.constructor=1&account=2&step-1", SHAPES), {});
});

test("values of another kind are dropped", () => {
  assert.deepEqual(valuesInLink("#v.amount=call%20this%20number&v.account=%E0%A4", SHAPES), {});
  assert.deepEqual(valuesInLink(`#v.account=${"word ".repeat(9)}`, SHAPES), {});
});

test("addresses and telephone numbers are no values", () => {
  const texts = ["see https://evil.example", "www.evil.example", "call +1 800 555 0100", "call 1-800-555-0100"];
  for (const text of texts)
    assert.deepEqual(valuesInLink(`#v.reason=${encodeURIComponent(text)}`, SHAPES), {});
});

test("a value is one short line without marks that turn it around", () => {
  const { reason } = back({ reason: `a\n\u202eb\u0000${"x".repeat(300)}` });
  assert.equal(reason?.length, 200);
  assert.ok(reason?.startsWith("a b\ufffdxxx"));
});
