// What is known of one ticket of many, in one word, with the entries it names.

import { alternatives } from "../lookup/passages.js";

/** @typedef {import("../base/shapes.js").Answer} Answer */

/**
 * matched: surely these errors. ambiguous: it looks like one, or fits several. unknown: none is known.
 * @typedef {"matched" | "ambiguous" | "unknown"} Kind
 * @typedef {{id: string, title: string, lang?: string}} Named
 *
 * What a ticket shows; `suggested` is what one that shows nothing may describe.
 * @typedef {{kind: Kind, entries: Named[], suggested: Named[]}} Verdict
 */

/** The kinds in the order in which they are counted. */
export const KINDS = /** @type {const} */ (["matched", "ambiguous", "unknown"]);

/**
 * Return the verdict on an answer.
 * @param {Answer} answer
 * @returns {Verdict}
 */
export function verdictOf({ result, entries, suggestions }) {
  const name = (/** @type {{id: string}} */ { id }) => {
    const { title = id, lang } = entries[id] ?? {};
    return { id, title, ...(lang && { lang }) };
  };
  const named = result.findings.map(name);
  if (named.length === 0) return { kind: "unknown", entries: [], suggested: suggestions.map(name) };
  const sure = result.findings.every(({ outcome }) => outcome === "is");
  const single = alternatives(result.findings).every((group) => group.length === 1);
  return { kind: sure && single ? "matched" : "ambiguous", entries: named, suggested: [] };
}

/**
 * Return for each row the surest kind that a row of its ticket has.
 * @param {Verdict[]} verdicts
 * @param {number[]} tickets the ticket of each row
 * @returns {Kind[]}
 */
export function ticketKinds(verdicts, tickets) {
  /** @type {Map<number, Kind>} */
  const best = new Map();
  verdicts.forEach(({ kind }, place) => {
    const ticket = tickets[place] ?? place;
    const before = best.get(ticket) ?? kind;
    best.set(ticket, KINDS.indexOf(kind) < KINDS.indexOf(before) ? kind : before);
  });
  return verdicts.map(({ kind }, place) => best.get(tickets[place] ?? place) ?? kind);
}
