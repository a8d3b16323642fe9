import assert from "node:assert/strict";
import test from "node:test";

import { handedOver, handoverAddress, LONGEST_HANDOVER } from "../../plugins/errorbook/assets/base/fragment.js";

const LOOKUP = "https://example.org/help/";

/** @param {string} paste */
const sent = (paste) => handedOver(new URL(handoverAddress(LOOKUP, paste)).hash);

test("a paste arrives as it was, whatever it holds", () => {
  const paste = 'Tax "GST" & 100% + <b>#1</b>\nline two\t😀';
  assert.deepEqual(sent(paste), { text: paste, cut: false });
});

test("the paste stands in the fragment and nowhere else", () => {
  const url = new URL(handoverAddress(`${LOOKUP}#old`, "a?b&c=d"));
  assert.deepEqual([url.pathname, url.search], ["/help/", ""]);
});

test("a long paste arrives cut, and says so", () => {
  assert.deepEqual(sent("x".repeat(LONGEST_HANDOVER + 1)), { text: "x".repeat(LONGEST_HANDOVER), cut: true });
});

test("half a character is left out", () => {
  assert.equal(sent(`${"x".repeat(LONGEST_HANDOVER - 1)}😀`)?.text, "x".repeat(LONGEST_HANDOVER - 1));
});

test("links written by hand work, too", () => {
  assert.deepEqual(handedOver("#q=tax+rate"), { text: "tax rate", cut: false });
  assert.deepEqual(handedOver("#q=100% sure"), { text: "100% sure", cut: false });
});

test("other fragments are none of ours", () => {
  assert.equal(handedOver("#guides"), null);
  assert.equal(handedOver(""), null);
});
