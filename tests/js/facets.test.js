import assert from "node:assert/strict";
import test from "node:test";

import { matches } from "../../plugins/errorbook/assets/pages/facets.js";

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
