import assert from "node:assert/strict";
import test from "node:test";

import { savedText } from "../../plugins/errorbook/assets/lookup/unknown-file.js";
import { maskedText, wordsIn } from "../../plugins/errorbook/assets/share/masked-text.js";

const FRAME = ["Hello,", "Something is refused, and the help pages do not know this error:"];

/**
 * Return what the file of a message proposes.
 * @param {...string} lines
 */
function proposed(...lines) {
  const { proposals } = JSON.parse(savedText([...FRAME, ...lines].join("\n")));
  assert.equal(proposals.length, 1);
  return proposals[0];
}

test("blanks become what is a hole again, and our own lines stay out", () => {
  assert.deepEqual(proposed("[…]: the account '[…]' has [number] lines", "Since when:"), {
    message: "\"Example\": the account 'Example' has 7 lines",
    system: "",
    notes: "",
  });
});

test("what somebody told of it goes along, and what they filled in", () => {
  const told = proposed(
    "The shelf is closed",
    "at once",
    "",
    "Where I saw it (screen, product): the log of the till",
    "What I was doing:",
    "Since when: Monday",
  );
  assert.equal(told.message, "The shelf is closed\nat once");
  assert.equal(told.notes, "Where I saw it (screen, product): the log of the till\nSince when: Monday");
});

test("a message without the text of an error is no file", () => {
  assert.equal(savedText([...FRAME, "", "Since when: Monday"].join("\n")), "");
});

test("of a masked paste nothing of somebody's own is in the file", () => {
  const paste = "Kestrel Packaging: the account code '4110-X' is not valid, ask rashida@example.com";
  const saved = savedText(maskedText(paste, wordsIn(["The account code {code} is not valid"])));
  assert.doesNotMatch(saved, /kestrel|packaging|4110|rashida|example\.com/i);
  assert.match(saved, /the account code '7' is not valid/);
});
