import assert from "node:assert/strict";
import test from "node:test";

import { maskedText, maskedValues } from "../../plugins/errorbook/assets/masking.js";

/**
 * @param {string} type
 * @param {string} [label]
 * @param {boolean} [sensitive]
 */
const shape = (type, label = type, sensitive = false) => ({ type, label, sensitive });

const PRIVATE = {
  name: "Kestrel Packaging Ltd",
  money: "1,204.50",
  document_number: "INV-0042",
  email: "ana@example.org",
  id: "9c2f0a44-1b7e-4d21-9a0b-2f6f0b7c1d11",
  url: "https://example.org/orders/77?key=abc",
};

test("values of a private kind are called by what they are", () => {
  for (const [type, value] of Object.entries(PRIVATE)) {
    const { words, hidden } = maskedValues({ it: value }, { it: shape(type, "its label") });
    assert.equal(words.get("it"), "[its label]");
    assert.deepEqual(hidden, ["it"]);
  }
});

test("values that tell errors apart stay", () => {
  const values = { account: "200", tax: "OUTPUT2", code: "TB-104", status: "404", day: "2026-03-31" };
  const shapes = {
    account: shape("account_code"),
    tax: shape("tax_code"),
    code: shape("code"),
    status: shape("number"),
    day: shape("date"),
  };
  const { words, hidden } = maskedValues(values, shapes);
  assert.deepEqual(Object.fromEntries(words), values);
  assert.deepEqual(hidden, []);
});

test("a value that its author calls sensitive is hidden, whatever its kind", () => {
  const { words } = maskedValues({ number: "CUST-0042" }, { number: shape("code", "contact number", true) });
  assert.equal(words.get("number"), "[contact number]");
});

test("a value that the entry does not know is hidden", () => {
  assert.equal(maskedValues({ odd_one: "x" }, {}).words.get("odd_one"), "[odd one]");
  assert.equal(maskedValues({ constructor: "x" }, {}).words.get("constructor"), "[constructor]");
});

test("a hidden value is hidden inside the others, too", () => {
  const { words } = maskedValues(
    { who: "Kestrel", reason: "no access for KESTREL (kestrel)" },
    { who: shape("name", "contact name"), reason: shape("text") },
  );
  assert.equal(words.get("reason"), "no access for [contact name] ([contact name])");
});

test("no original value survives, wherever it stands", () => {
  const values = { ...PRIVATE, reason: `failed for ${Object.values(PRIVATE).join(", ")} and again` };
  const shapes = Object.fromEntries(Object.keys(PRIVATE).map((type) => [type, shape(type)]));
  const { words } = maskedValues(values, { ...shapes, reason: shape("text") });
  const written = [...words.values()].join("\n");
  for (const value of Object.values(PRIVATE)) assert.ok(!written.includes(value), `${value} in ${written}`);
});

const HIDDEN = [
  ["ana.maria+1@example.co.uk", "[email]"],
  ["https://login.example.org/x?token=abc", "[url]"],
  ["Authorization: Bearer abc123.def456", "Authorization: [secret]"],
  ["api_key=9f8e7d", "[secret]"],
  ["password: 'hunter 2'", "[secret]"],
  ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig", "[secret]"],
  ["sk_live_51H8abcdef", "[secret]"],
  ["9c2f0a44-1b7e-4d21-9a0b-2f6f0b7c1d11", "[id]"],
  ["GB29 NWBK 6016 1331 9268 19", "[bank account]"],
  ["C:\\Users\\Ana\\export.csv", "[path]"],
  ["$1,204.50", "[amount]"],
  ["EUR 90", "[amount]"],
  ["1.204,50", "[amount]"],
  ["-10.00", "[amount]"],
  ["INV-0042", "[document number]"],
  ["SO-00017-B", "[document number]"],
  ["+64 21 555 0182", "[phone number]"],
  ["12345678901", "[number]"],
];
for (const [text = "", masked] of HIDDEN) {
  test(`hidden: ${text}`, () => assert.equal(maskedText(text), masked));
  test(`hidden in a sentence: ${text}`, () => {
    assert.equal(maskedText(`It says ${text} here.`), `It says ${masked} here.`);
  });
}

const KEPT = ["404", "500", "6240", "200", "2026-03-31", "TaxType", "OUTPUT", "QuickBooks Online", "20%"];
for (const text of KEPT) {
  test(`kept: ${text}`, () => assert.equal(maskedText(`error ${text} x`), `error ${text} x`));
}

test("characters that we use as marks cannot bring anything back", () => {
  assert.equal(maskedText("\ue000\u{f0000}\ue001 ana@example.org"), "\u{f0000} [email]");
});

test("a long text takes no longer than it should", () => {
  const started = performance.now();
  const units = ["1 ", "a@", "1,1", "INV-1 ", "a/", "password ", "x".repeat(50)];
  for (const unit of units) maskedText(unit.repeat(4000));
  assert.ok(performance.now() - started < 2000);
});
