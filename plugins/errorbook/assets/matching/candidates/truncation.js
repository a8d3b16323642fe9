// A paste that was cut off: whether it is a telling beginning or end of a message, and of which ones.

import { STOP, endsOf, isRest, isStub, overlap } from "./scoring.js";

/** @typedef {import("./scoring.js").ScoredAlignment} ScoredAlignment */
/** @typedef {import("../index/inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("../words/tokens.js").Tokens} Tokens */

/** How many other entries are shown beside one that explains the same words. */
export const MOST_ALTERNATIVES = 2;

/**
 * Return whether the paste is a telling part of a message, and of few others.
 * @param {ScoredAlignment} scored
 * @param {import("./alternatives.js").Alternatives} alternatives
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {boolean}
 */
export function isTruncated(scored, alternatives, tokens, inverted) {
  const { alignment, coverage } = scored;
  const { settings } = inverted;
  const [, firstWord, , lastWord] = endsOf(alignment);
  if (firstWord === 0 && lastWord === alignment.template.words.length - 1) return false;
  const fewest = coverage < settings.part ? settings.part_words : settings.few_part_words;
  if (alignment.pairs.length + Number(isStub(alignment, tokens)) < fewest) return false;
  // An end tells less than a beginning of as many words: many messages end alike.
  const twice = firstWord && !isRest(alignment, tokens);
  if (alignment.explained < settings.part_weight * inverted.rarest * (twice ? 2 : 1)) return false;
  if (scored.innerCoverage < settings.close) return false;
  // Whole sentences were left out, not cut off: others may stand in their place.
  const whole = isWhole(alignment);
  let weightBeyond = whole ? 0 : scored.weightBeyond;
  for (const place of inserted(alignment)) weightBeyond += tokens.weights[place] ?? 0;
  if (weightBeyond > settings.part_beyond * inverted.rarest) return false;
  if (scored.confidence < (whole ? settings.like : settings.close) * coverage * coverage) return false;
  return alternativesOf(scored, alternatives, settings.close).size <= MOST_ALTERNATIVES;
}

/**
 * Return whether what is there of a message is made of whole sentences.
 * @param {import("./alignment.js").Alignment} alignment
 * @returns {boolean}
 */
function isWhole(alignment) {
  const { gaps, words } = alignment.template;
  const [, firstWord, , lastWord] = endsOf(alignment);
  const ends = (/** @type {number} */ gap) => STOP.test(gaps[gap] ?? "");
  return (firstWord === 0 || ends(firstWord)) && (lastWord === words.length - 1 || ends(lastWord + 1));
}

/**
 * Return the other entries that explain the same words about as well, each with its best wording.
 * @param {ScoredAlignment} scored
 * @param {import("./alternatives.js").Alternatives} alternatives
 * @param {number} close
 * @returns {Map<number, ScoredAlignment>}
 */
export function alternativesOf(scored, alternatives, close) {
  /** @type {Map<number, ScoredAlignment>} */
  const found = new Map();
  for (const other of alternatives.thatMay(close * scored.rank)) {
    const { entry } = other.alignment.template;
    if (found.has(entry) || entry === scored.alignment.template.entry) continue;
    if (overlap(other, scored) && other.rank > close * scored.rank) found.set(entry, other);
  }
  return found;
}

/**
 * Return the places of the words that stand where the template has none.
 * @param {import("./alignment.js").Alignment} alignment
 * @returns {number[]}
 */
export function inserted({ pairs, template }) {
  /** @type {number[]} */
  const inserted = [];
  for (let index = 1; index < pairs.length; index += 1) {
    const [place, word] = pairs[index - 1] ?? [0, 0];
    const [nextPlace, nextWord] = pairs[index] ?? [0, 0];
    if (template.holesUntil[nextWord] !== template.holesUntil[word]) continue;
    if (nextPlace - place <= nextWord - word) continue;
    for (let between = place + 1; between < nextPlace; between += 1) inserted.push(between);
  }
  return inserted;
}
