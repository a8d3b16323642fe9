// All that a paste may be, in one list: for measuring, and for showing what the matcher weighed up.

import { first } from "./helpers.js";

/** @typedef {import("./findings.js").Result} Result */
/** @typedef {import("./candidates/scoring.js").ScoredAlignment} ScoredAlignment */
/** @typedef {import("./index/inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./search.js").Occurrence} Occurrence */
/** @typedef {import("./search.js").Outcome} Outcome */

/**
 * An entry's id, its confidence, and what a matcher says of it.
 * @typedef {[id: string, score: number, outcome: Outcome | null]} Ranked
 */

/**
 * Return what stands in a paste, in order of appearance; then what else it could be, best first.
 * @param {Result} result
 * @param {Occurrence[]} occurrences
 * @param {InvertedIndex} inverted
 * @returns {Ranked[]}
 */
export function rank(result, occurrences, inverted) {
  const said = new Map(result.findings.map(({ id, outcome }) => [id, outcome]));
  const told = occurrences.filter(({ scored }) => said.has(idOf(scored, inverted)));
  let best = 0;
  for (const { score } of told.length ? told : occurrences) best = Math.max(best, score);
  const least = inverted.settings.like * best;
  const leaders = occurrences.filter((item, index) => index === 0 || item.score >= least);
  /** @param {Occurrence} item */
  const place = ({ scored, score }) => (said.has(idOf(scored, inverted)) ? scored.start : -score);
  leaders.sort((one, two) => place(one) - place(two));
  /** @type {Map<string, number>} */
  const scores = new Map();
  for (const { scored, score } of leaders) first(scores, idOf(scored, inverted), score);
  // What else is said: a code beside a message, a part that is far less sure than another.
  for (const { id, score } of result.findings) first(scores, id, score);
  const others = leaders.flatMap((item) => item.alternatives.all()).sort((one, two) => two.rank - one.rank);
  for (const scored of others) first(scores, idOf(scored, inverted), scored.confidence);
  /** @type {Ranked[]} */
  const ranked = Array.from(scores, ([id, score]) => [id, score, said.get(id) ?? null]);
  // What nothing is said of stands back: a line that only announces an error.
  return ranked.sort((one, two) => Number(one[2] === null) - Number(two[2] === null));
}

/**
 * @param {ScoredAlignment} scored
 * @param {InvertedIndex} inverted
 * @returns {string}
 */
function idOf(scored, inverted) {
  return inverted.entries[scored.alignment.template.entry]?.id ?? "";
}
