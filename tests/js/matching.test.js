// The cases that both matchers read: what stands in a paste, and what must be said of it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { createMatcher } from "../../plugins/errorbook/assets/matching/matcher.js";
import { constants } from "./constants.mjs";

/** @typedef {import("../../plugins/errorbook/assets/matching/findings.js").Finding} Finding */
/**
 * @typedef {object} Case
 * @property {number} case
 * @property {string} why
 * @property {string} paste
 * @property {number} [times]
 * @property {[piece: string, times: number]} [fill]
 * @property {Record<string, unknown> & {findings: Record<string, unknown>[]}} expect
 */

const { index, cases } = JSON.parse(
  readFileSync(new URL("../cases/matching.json", import.meta.url), "utf-8"),
);

const matcher = createMatcher({ ...index, ...constants });

/**
 * Return a case's paste; a long one says what it repeats.
 * @param {Case} item
 * @returns {string}
 */
function writtenOut({ paste, fill, times }) {
  if (fill) return paste.replace("{n}", () => fill[0].repeat(fill[1]));
  if (times) {
    return Array.from({ length: times }, (_, number) => paste.replace("{n}", String(number))).join("\n");
  }
  return paste;
}

/**
 * Return as much of an object as another speaks of: what that leaves out may be anything.
 * @param {Record<string, unknown>} wanted
 * @param {Record<string, unknown>} all
 * @returns {Record<string, unknown>}
 */
function only(wanted, all) {
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, all[key]]));
}

for (const item of /** @type {Case[]} */ (cases)) {
  test(`${item.case}: ${item.why}`, () => {
    const paste = writtenOut(item);
    const result = matcher.match(paste);
    const findings = result.findings.map((finding, place) => {
      const marked = finding.spans.map(([start, end, hole]) => [paste.slice(start, end), hole]);
      return only(item.expect.findings[place] ?? finding, { ...finding, marked });
    });
    assert.deepEqual({ ...only(item.expect, { ...result }), findings }, item.expect);
  });
}
