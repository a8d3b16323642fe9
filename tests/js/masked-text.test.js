import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { maskedText, wordsIn } from "../../plugins/errorbook/assets/share/masked-text.js";

const KNOWN = wordsIn(["The account code {code} is not valid", "Xero refused it"]);

test("known words stay and everything else becomes a blank", () => {
  assert.equal(
    maskedText("Kestrel Packaging: the account code '4110-X' is not valid, ask rashida", KNOWN),
    "[…]: the account code '[number]' is not valid, […]",
  );
});

/** @type {{stated: [string, string][], masked: string[]}} */
const CODES = JSON.parse(readFileSync(new URL("../cases/stated-codes.json", import.meta.url), "utf-8"));

test("a code that the text states stays, and no other number", () => {
  for (const [text, code] of CODES.stated) {
    const masked = maskedText(text, KNOWN);
    assert.ok(masked.includes(code), masked);
    assert.doesNotMatch(masked.replace(code, ""), /\d/);
  }
  for (const text of CODES.masked) assert.doesNotMatch(maskedText(text, KNOWN), /\d/, text);
});

test("nothing of somebody's own gets through, however it is written", () => {
  const own = ["rashida", "KESTREL", "kestrel.packaging@example.com", "INV-0042", "1,204.50", "ラシダ", "o'brien"];
  for (const word of own) {
    for (const text of [word, `The account ${word} is not valid`, `${word}\u202e/${word}_x`, `x${word}x`]) {
      const masked = maskedText(text, KNOWN).toLowerCase();
      for (const part of word.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []) assert.ok(!masked.includes(part), masked);
    }
  }
});

test("on a German site the small words of German stay, too, and no name", () => {
  const text = "Die Rechnung von Okafor konnte nicht gebucht werden: account is locked";
  const known = wordsIn(["Rechnung gebucht"]);
  assert.equal(maskedText(text, known, "de"), "Die Rechnung von […] konnte nicht gebucht werden: […] is […]");
  assert.equal(maskedText(text, known), "[…] Rechnung […] gebucht […] is […]");
});

test("a long paste is cut", () => {
  assert.ok(maskedText("the code is ".repeat(10_000), KNOWN).length <= 1500);
});
