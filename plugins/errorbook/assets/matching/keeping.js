// Tells which of the occurrences in a paste are worth showing, and in which order.

/** @typedef {import("./search.js").Occurrence} Occurrence */
/** @typedef {import("./tokens.js").Tokens} Tokens */

/**
 * Return the occurrences worth showing, in order of appearance.
 * @param {Occurrence[]} occurrences
 * @param {Tokens} tokens
 * @returns {Occurrence[]}
 */
export function keep(occurrences, tokens) {
  const said = occurrences.filter((item) => item.outcome);
  // What only announces an error stands back behind any message, what people type behind a sure one.
  const kept = unlike("alias", unlike("heading", said));
  const sure = kept.filter((item) => item.outcome === "is");
  const words = sure.map((item) => pairedWords(item, tokens));
  return kept
    .filter((item) => !sure.some((other, number) => repeats(item, other, words[number], tokens)))
    .sort((one, two) => one.scored.start - two.scored.start);
}

/**
 * Return the occurrences of wordings of another role, or all where there are none.
 * @param {string} role
 * @param {Occurrence[]} items
 * @returns {Occurrence[]}
 */
function unlike(role, items) {
  const alternatives = items.filter((item) => item.scored.alignment.template.role !== role);
  return alternatives.length ? alternatives : items;
}

/**
 * Tell whether a part of a message only says what a sure one says as well, as a title does above it.
 * @param {Occurrence} item
 * @param {Occurrence} other
 * @param {Set<string> | undefined} words of the other
 * @param {Tokens} tokens
 * @returns {boolean}
 */
function repeats(item, other, words, tokens) {
  if (item.scored.alignment.template.entry === other.scored.alignment.template.entry) return false;
  const partly = item.reason === "cut" || item.reason === "differs";
  return partly && [...pairedWords(item, tokens)].every((word) => words?.has(word));
}

/**
 * @param {Occurrence} item
 * @param {Tokens} tokens
 * @returns {Set<string>}
 */
function pairedWords({ scored }, { words }) {
  return new Set(scored.alignment.pairs.map(([place]) => words[place] ?? ""));
}
