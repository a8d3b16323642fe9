// What is known of one ticket of many, in one word, with the entries it names.

import { alternatives } from "../lookup/passages.js";

/** @typedef {import("../base/shapes.js").Answer} Answer */

/**
 * matched: surely these errors. ambiguous: it looks like one, or fits several. unknown: none is known.
 * @typedef {"matched" | "ambiguous" | "unknown"} Kind
 * @typedef {{kind: Kind, entries: {id: string, title: string}[]}} Verdict
 */

/** The kinds in the order in which they are counted. */
export const KINDS = /** @type {const} */ (["matched", "ambiguous", "unknown"]);

/**
 * Return the verdict on an answer.
 * @param {Answer} answer
 * @returns {Verdict}
 */
export function verdictOf({ result, entries }) {
  const named = result.findings.map(({ id }) => ({ id, title: entries[id]?.title ?? id }));
  if (named.length === 0) return { kind: "unknown", entries: [] };
  const sure = result.findings.every(({ outcome }) => outcome === "is");
  const single = alternatives(result.findings).every((group) => group.length === 1);
  return { kind: sure && single ? "matched" : "ambiguous", entries: named };
}
