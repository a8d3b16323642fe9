// A paste that was cut off: whether it is a telling beginning or end of a message, and of which ones.

import { endsOf, overlap } from "./judging.js";

/** @typedef {import("./judging.js").Judgement} Judgement */
/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./reading.js").Reading} Reading */

/** Share of the best candidate's rank from which another one is close to it. */
export const CLOSE_RANK = 0.8;
/** How many other entries are shown beside one that explains the same words. */
export const MOST_TWINS = 2;
/** Two words beside each other are no part of a message yet: a name in a program has as many. */
const FEWEST_WORDS = 3;

/**
 * Return whether the paste is a telling part of a message, and of few others.
 * @param {Judgement} judgement
 * @param {Judgement[]} others
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 * @returns {boolean}
 */
export function isPart(judgement, others, reading, lexicon) {
  const { alignment, coverage } = judgement;
  const { settings } = lexicon;
  const [, firstWord, , lastWord] = endsOf(alignment);
  if (firstWord === 0 && lastWord === alignment.template.words.length - 1) return false;
  if (alignment.pairs.length < FEWEST_WORDS) return false;
  // An end tells less than a beginning of as many words: many messages end alike.
  const needed = settings.part_weight * lexicon.rarest * (firstWord ? 2 : 1);
  if (alignment.explained < needed || coverage < settings.part) return false;
  if (judgement.within < settings.part_within) return false;
  // Whole sentences were left out, not cut off: others may stand in their place.
  const whole = isWhole(alignment);
  let beyond = whole ? 0 : judgement.beyond;
  for (const place of insertedPlaces(alignment)) beyond += reading.weights[place] ?? 0;
  if (beyond > settings.part_beyond * lexicon.rarest) return false;
  const around = whole ? settings.like : settings.part_around;
  if (judgement.confidence < around * coverage * coverage) return false;
  return rivalsOf(judgement, others).size <= MOST_TWINS;
}

/**
 * Return whether what is there of a message is made of whole sentences.
 * @param {import("./alignment.js").Alignment} alignment
 * @returns {boolean}
 */
function isWhole(alignment) {
  const { gaps, words } = alignment.template;
  const [, firstWord, , lastWord] = endsOf(alignment);
  const ends = (/** @type {number} */ gap) => /[.!?]/.test(gaps[gap] ?? "");
  return (firstWord === 0 || ends(firstWord)) && (lastWord === words.length - 1 || ends(lastWord + 1));
}

/**
 * Return the other entries that explain the same words about as well, each with its best wording.
 * @param {Judgement} judgement
 * @param {Judgement[]} others
 * @returns {Map<number, Judgement>}
 */
export function rivalsOf(judgement, others) {
  /** @type {Map<number, Judgement>} */
  const found = new Map();
  for (const other of others) {
    const { entry } = other.alignment.template;
    if (found.has(entry) || entry === judgement.alignment.template.entry) continue;
    if (overlap(other, judgement) && other.rank > CLOSE_RANK * judgement.rank) found.set(entry, other);
  }
  return found;
}

/**
 * Return the places of the words that stand where the template has none.
 * @param {import("./alignment.js").Alignment} alignment
 * @returns {number[]}
 */
export function insertedPlaces({ pairs, template }) {
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
