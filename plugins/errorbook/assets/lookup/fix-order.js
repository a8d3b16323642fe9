// What to fix first: what holds up most before what only warns, and a cause before what follows from it.

import { choicesIn } from "../base/words.js";

/**
 * A group of findings as the order sees it.
 * @typedef {{id: string, severity: string, causes: string[]}} Problem
 */

/**
 * Return the places of the problems in the order to fix them; equals stay in the order they came.
 * @param {Problem[]} problems `causes` are the ids of errors that can cause this one
 * @returns {number[]}
 */
export function fixingOrder(problems) {
  const severities = choicesIn("stops.");
  const rank = (/** @type {number} */ place) => severities.indexOf(problems[place]?.severity ?? "");
  const places = problems
    .map((_, place) => place)
    .sort((one, other) => rank(one) - rank(other) || one - other);
  /** @type {number[]} */
  const ordered = [];
  // A circle of causes ends because each place is entered once.
  const entered = new Set();
  const add = (/** @type {number} */ place) => {
    if (entered.has(place)) return;
    entered.add(place);
    for (const cause of places) if (problems[place]?.causes.includes(problems[cause]?.id ?? "")) add(cause);
    ordered.push(place);
  };
  places.forEach(add);
  return ordered;
}
