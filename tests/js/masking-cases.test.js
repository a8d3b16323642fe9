import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { maskedText, maskedValues } from "../../plugins/errorbook/assets/masking.js";

/** @typedef {{row: string, page: boolean, frames: string[], values: string[], only?: string[]}} Row */
/** @type {{rows: Row[]}} */
const CASES = JSON.parse(readFileSync(new URL("../cases/masking.json", import.meta.url), "utf8"));
const AROUND = ["at", "dot", "com", "gmail", "email"];

/**
 * @param {Row} row
 * @param {string} text
 * @param {string} value
 */
function leaks({ only }, text, value) {
  const seen = maskedText(text).toLowerCase();
  const plain = value.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "").toLowerCase();
  // Each half of a name that is split counts, and the whole of it.
  const halves = value.toLowerCase().split(/[\u00ad\u200b-\u200d\u2060\ufeff]/);
  const long = halves.filter((half) => half.length > 2).join(" ");
  const words = `${long} ${plain}`.match(/\p{L}{2,}/gu) ?? [];
  return words.some((word) => (only ? only.includes(word) : !AROUND.includes(word)) && seen.includes(word));
}

for (const row of CASES.rows.filter(({ page }) => page)) {
  test(`hidden on the page, too: ${row.row}`, () => {
    const cases = row.frames.flatMap((frame) =>
      row.values.map((value) => [frame.replace("{}", value), value]),
    );
    const through = cases.filter(([text = "", value = ""]) => leaks(row, text, value)).map(([text]) => text);
    assert.ok(cases.length >= 10);
    assert.ok(through.length <= 0.05 * cases.length, through.join("\n"));
  });
}

/** @param {number} number */
const digits = (number) => String(10_000_000 + ((number * 7919) % 89_999_999));
/** @type {Record<string, (number: number) => string>} */
const PERSONAL = {
  email: (number) => `ana${number}@shop${number}.example.org`,
  card: (number) => `4${digits(number).slice(0, 3)} 1111 ${digits(number).slice(4)} ${1000 + number}`,
  iban: (number) => `GB29 NWBK 6016 ${1000 + number} 9268 19`,
  phone: (number) => `+64 21 5${10 + number} 0${100 + number}`,
  company: (number) => `Castellan${"abcdefghijklmnopqrstuvwx"[number]} Ltd`,
  login: (number) => `user=okafor${number}`,
  token: (number) => `sk_live_51H8abcdef${number}x`,
};
const TYPES = ["account_code", "tax_code", "code", "text", "number"];
const FRAMES = ["{}", "200 {}", "({})", "OUTPUT {} is not valid"];

test("personal data is hidden in a hole of any type", () => {
  /** @type {string[]} */
  const through = [];
  let planted = 0;
  for (const type of TYPES) {
    for (const make of Object.values(PERSONAL)) {
      for (let number = 0; number < 24; number += 1) {
        const value = make(number);
        const text = (FRAMES[number % FRAMES.length] ?? "").replace("{}", value);
        const { words, hidden } = maskedValues({ it: text }, { it: { type, label: type, sensitive: false } });
        planted += 1;
        if (words.get("it")?.includes(value) || !hidden.includes("it")) through.push(`${type}: ${text}`);
      }
    }
  }
  assert.ok(planted >= 585);
  assert.deepEqual(through, []);
});

test("codes stay what they are", () => {
  const codes = ["200", "4-1000", "1200.01", "OUTPUT2", "TB-104", "INV-0042", "9421000000018"];
  for (const type of ["account_code", "tax_code", "code"]) {
    for (const code of codes) {
      const { words } = maskedValues({ it: code }, { it: { type, label: type, sensitive: false } });
      assert.equal(words.get("it"), code);
    }
  }
});
