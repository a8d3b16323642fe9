import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { maskedValues, cardWords } from "../../plugins/errorbook/assets/share/masking.js";

/** @typedef {import("../../plugins/errorbook/assets/base/shapes.js").Card} Card */
/** @typedef {{row: string, frames: string[], values: string[]}} Row */
/** @type {{rows: Row[]}} */
const CASES = JSON.parse(readFileSync(new URL("../cases/masking.json", import.meta.url), "utf8"));
const TYPES = ["account_code", "tax_code", "code", "text", "number", "date"];
/** @type {Card} */
const CARD = {
  id: "SHOP-0001",
  title: "The user cannot log in",
  url: "errors/shop/login/",
  permalink: "e/SHOP-0001/",
  system_name: "QuickBooks Online",
  summary: "An order of a customer was refused: OUTPUT is not valid. Create the invoices again.",
};
const KNOWN = cardWords(CARD);

/**
 * @param {string} type
 * @param {string} [label]
 * @param {boolean} [sensitive]
 */
const shape = (type, label = type, sensitive = false) => ({ type, label, sensitive });

/**
 * Return what is written for a value in a hole of a type.
 * @param {string} type
 * @param {string} value
 */
function written(type, value) {
  const { words, hidden } = maskedValues({ it: value }, { it: shape(type, "its label") }, KNOWN);
  assert.deepEqual(hidden, words.get("it") === "[its label]" ? ["it"] : []);
  return words.get("it");
}

const PRIVATE = {
  name: "Kestrel Packaging Ltd",
  money: "1,204.50",
  document_number: "INV-0042",
  email: "ana@example.org",
  id: "9c2f0a44-1b7e-4d21-9a0b-2f6f0b7c1d11",
  url: "https://example.org/orders/77?key=abc",
};
for (const [type, value] of Object.entries(PRIVATE)) {
  test(`hidden whatever it is: ${type}`, () => {
    assert.equal(written(type, value), "[its label]");
    assert.equal(written(type, "200"), "[its label]");
  });
}

/** @type {[type: string, values: string[]][]} */
const SHOWN = [
  ["account_code", ["200", "4-1000", "4000/10", "12B"]],
  ["tax_code", ["OUTPUT2", "OUTPUT", "TAX004"]],
  ["code", ["TB-104", "EUR", "6240", "QuickBooks Online"]],
  ["number", ["404", "-3", "30000", "20%", "12.5 %"]],
  ["date", ["2026-03-31", "31/03/2026", "3/31/2026 12:00:00 AM", "31 March 2026", "Mar 4, 2026"]],
  ["date", ["2026-03-04 01:32:03", "2026-03-04T01:32:03.000Z", "Tue, 31st March 2026", "March 2026"]],
  ["text", ["QuickBooks Online", "customer", "was refused", "CreateInvoices", "user_customer"]],
];
for (const [type, values] of SHOWN) {
  for (const value of values) {
    test(`shown in a hole for ${type}: ${value}`, () => assert.equal(written(type, value), value));
  }
}

const HIDDEN = [
  ...["Rashida Castellanos", "Okafor", "okafor", "OKAFOR", "LEE", "rashida castellanos", "Kestrel Ltd", "M&S"],
  ...["14 Castellanos Street", "PO Box 1234", "SW1A2AA", "ana@example.org", "okafor7", "@okafor", "user=okafor"],
  ...["4111 1111 1111 1111", "4111111111111111", "GB29 NWBK 6016 1331 9268 19", "+64 21 555 0182", "0215550182"],
  ...["555-0182", "12-34-56", "QQ123456C", "sk_live_51H8abcdef", "9C2F0A44", "192.168.0.17", "C:\\Users\\ana"],
  ...["$5.00", "5.00", "1,204.50", "1.204,50", "EUR 90", "EUR90", "INV-0001", "SO00017", "200 Okafor", "", "☎"],
  ...["31 March 2026 Okafor", "Okafor 2026", "2026-03-31-4111", "4111 March 2026", "Us\u200bser", "x".repeat(300)],
];
for (const type of TYPES) {
  for (const value of HIDDEN) {
    test(`hidden in a hole for ${type}: ${value}`, () => assert.equal(written(type, value), "[its label]"));
  }
  for (const { row, frames, values } of CASES.rows) {
    test(`hidden in a hole for ${type}: ${row}`, () => {
      const cases = values.flatMap((value) => [value, ...frames.map((frame) => frame.replace("{}", value))]);
      assert.deepEqual(
        cases.filter((text) => written(type, text) !== "[its label]"),
        [],
      );
    });
  }
}

test("a value that its author calls sensitive is hidden, whatever its kind", () => {
  const { words } = maskedValues({ number: "TB-104" }, { number: shape("code", "contact number", true) });
  assert.equal(words.get("number"), "[contact number]");
});

test("a value that the entry does not know is hidden", () => {
  assert.equal(maskedValues({ odd_one: "x" }, {}).words.get("odd_one"), "[odd one]");
  assert.equal(maskedValues({ constructor: "x" }, {}).words.get("constructor"), "[constructor]");
});

test("a hidden value is hidden inside the others, too", () => {
  const { words } = maskedValues(
    { who: "Customer", reason: "refused CUSTOMER", code: "200" },
    { who: shape("name", "contact name"), reason: shape("text"), code: shape("account_code") },
    new Set(["refused", "CUSTOMER"]),
  );
  assert.equal(words.get("reason"), "[text]");
  assert.equal(words.get("code"), "200");
});

test("a word counts as the card writes it, or in small letters", () => {
  const known = cardWords({ ...CARD, summary: "A bill has a Price." });
  for (const [text, words] of Object.entries({ bill: "bill", Price: "Price", price: "price", Bill: "[text]" })) {
    assert.equal(maskedValues({ it: text }, { it: shape("text") }, known).words.get("it"), words);
  }
});

// At work that grows with the square the limit ends it: it is no measure of speed.
test("a long text takes no longer than it should", { timeout: 120_000 }, () => {
  for (const unit of ["1 ", "a@", "1,1", "INV-1 ", "A", "1", "1-", "user ", "aB", " ", "jan "]) {
    for (const type of TYPES) assert.notEqual(written(type, unit.repeat(100_000)), undefined);
  }
});

test("a value of the catalogue's own type is shown where that is not personal and the pattern is its own", () => {
  const own = { ...shape("machine", "machine"), pattern: "[A-Z]{3}-[0-9]+" };
  /** @type {[string, Partial<import("../../plugins/errorbook/assets/base/shapes.js").ValueShape>, string][]} */
  const cases = [
    ["KRN-12", { personal: false }, "KRN-12"],
    ["KRN-12", { personal: true }, "[machine]"],
    ["KRN-12", {}, "[machine]"],
    ["KRN-12 Okafor", { personal: false }, "[machine]"],
    ["KRN-12", { personal: false, sensitive: true }, "[machine]"],
  ];
  for (const [value, more, expected] of cases) {
    const { words } = maskedValues({ it: value }, { it: { ...own, ...more } }, KNOWN);
    assert.equal(words.get("it"), expected, `${value} ${JSON.stringify(more)}`);
  }
});
