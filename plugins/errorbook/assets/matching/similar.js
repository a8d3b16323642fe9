// Finds the entries that share words with a paste, in whatever order: what it may mean, or where to look on.

import { occurrence } from "./search.js";
import { foreign } from "./doubts/sources.js";
import { MOST_ALTERNATIVES } from "./candidates/truncation.js";
import { valueKinds } from "./values/value-kinds.js";
import { readValues } from "./values/values.js";

/** @typedef {import("./index/inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./candidates/scoring.js").ScoredAlignment} ScoredAlignment */
/** @typedef {import("./search.js").Occurrence} Occurrence */
/** @typedef {import("./words/tokens.js").Tokens} Tokens */

/**
 * How much of a paste an entry's own words are.
 * @typedef {object} Similar
 * @property {number} score the square of their share of its weight
 * @property {number} shared how many different words they are
 * @property {number} weight what these weigh
 */

const MOST_KIN_WORDS = 60;
const LEAST_SHARED = 2;
const MOST_NEAREST = 3;

/**
 * Return what looks like a message told in another order: its entry, or two, has nearly all the words.
 * @param {Occurrence[]} occurrences
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {Occurrence[]}
 */
export function reworded(occurrences, tokens, inverted) {
  const { close, part_weight: part, part_words: fewest } = inverted.settings;
  const known = knownWords(tokens, inverted);
  if (tokens.words.length > MOST_KIN_WORDS || known.share < close) return [];
  // As for the end of a message: many have the same words.
  const needed = 2 * part * inverted.rarest;
  const near = [...similarEntries(known, inverted)].filter(
    ([, { score, shared, weight }]) => score >= close && shared >= fewest && score * weight >= needed,
  );
  /** @type {Map<number, ScoredAlignment>} */
  const best = new Map();
  for (const scored of candidates(occurrences)) {
    const { entry } = scored.alignment.template;
    if (!near.some(([number]) => number === entry)) continue;
    const first = best.get(entry);
    if (!first || scored.rank > first.rank) best.set(entry, scored);
  }
  const named = [...best.values()].some((scored) => foreign(scored, tokens, inverted));
  if (near.length > MOST_ALTERNATIVES || named) return [];
  near.sort((one, two) => two[1].score - one[1].score || byPlace(one[0], two[0], inverted));
  return near.flatMap(([number, { score }]) => {
    const scored = best.get(number);
    if (!scored) return [];
    const values = readValues(scored.alignment, tokens, valueKinds(inverted.entries[number]));
    return [Object.assign(occurrence(scored), { outcome: "like", reason: "differs", values, score })];
  });
}

/**
 * Return the entries that come nearest, each with how near: by a wording, or by their words in any order.
 * @param {Occurrence[]} occurrences
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {{id: string, score: number}[]}
 */
export function nearestEntries(occurrences, tokens, inverted) {
  /** @type {Map<number, number>} */
  const near = new Map();
  const known = knownWords(tokens, inverted);
  for (const [number, { score }] of similarEntries(known, inverted)) near.set(number, score);
  for (const scored of candidates(occurrences)) {
    const { entry } = scored.alignment.template;
    near.set(entry, Math.max(near.get(entry) ?? 0, scored.confidence));
  }
  const ranked = [...near].filter(([, score]) => score >= inverted.settings.faint);
  ranked.sort((one, two) => two[1] - one[1] || byPlace(one[0], two[0], inverted));
  const nearest = ranked.slice(0, MOST_NEAREST);
  return nearest.map(([number, score]) => ({ id: inverted.entries[number]?.id ?? "", score }));
}

/**
 * @param {Occurrence[]} occurrences
 * @returns {ScoredAlignment[]}
 */
function candidates(occurrences) {
  return occurrences.flatMap((item) => [item.scored, ...item.alternatives.all()]);
}

/**
 * Compare the places of two entries in the catalogue, of which a page may have loaded a part.
 * @param {number} one
 * @param {number} two
 * @param {InvertedIndex} inverted
 * @returns {number}
 */
function byPlace(one, two, { entries }) {
  return (entries[one]?.number ?? one) - (entries[two]?.number ?? two);
}

/**
 * The words at the beginning of a paste that any wording uses.
 * @typedef {object} Known
 * @property {Map<number, number>} words each with how like it is
 * @property {number} total what all words weigh, known or not
 * @property {number} share the square of the known ones' share of it: no entry's is more
 */

/**
 * Return the words of a paste that any entry may share.
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {Known}
 */
function knownWords(tokens, inverted) {
  /** @type {Map<number, number>} */
  const words = new Map();
  let total = 0;
  for (let place = 0; place < Math.min(tokens.words.length, MOST_KIN_WORDS); place += 1) {
    const [best] = tokens.similarities[place] ?? [];
    if (!best) {
      total += tokens.weights[place] ?? 0;
      continue;
    }
    const { word, similarity } = best;
    if (!words.has(word)) total += inverted.weights[word] ?? 0;
    words.set(word, Math.max(words.get(word) ?? 0, similarity));
  }
  let known = 0;
  for (const [word, similarity] of words) known += (inverted.weights[word] ?? 0) * similarity;
  return { words, total, share: total ? (known / total) ** 2 : 0 };
}

/**
 * Return how similar each entry is that shares words with a paste, in any order.
 * @param {Known} known
 * @param {InvertedIndex} inverted
 * @returns {Map<number, Similar>}
 */
function similarEntries({ words, total }, inverted) {
  /** @type {Map<number, {weight: number, count: number}>} */
  const shared = new Map();
  for (const [word, similarity] of words) {
    const weight = (inverted.weights[word] ?? 0) * similarity;
    for (const number of usersOf(word, inverted)) {
      const known = shared.get(number);
      if (!known) shared.set(number, { weight, count: 1 });
      else Object.assign(known, { weight: known.weight + weight, count: known.count + 1 });
    }
  }
  /** @type {Map<number, Similar>} */
  const found = new Map();
  for (const [number, { weight, count }] of shared) {
    if (count >= LEAST_SHARED) found.set(number, { score: (weight / total) ** 2, shared: count, weight });
  }
  return found;
}

/**
 * @param {number} word
 * @param {InvertedIndex} inverted
 * @returns {Set<number>}
 */
function usersOf(word, inverted) {
  const users = new Set(inverted.titled.get(word));
  const { entries, first, next, templates } = inverted.postings;
  for (let posting = first[word] ?? 0; posting; posting = next[posting] ?? 0) {
    users.add(entries[templates[posting] ?? 0] ?? 0);
  }
  return users;
}
