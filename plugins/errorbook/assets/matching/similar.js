// Which entries share words with a paste, in whatever order: no answer, but where to look on.

/** @typedef {import("./inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./tokens.js").Tokens} Tokens */

const MOST_KIN_WORDS = 60;
const LEAST_SHARED = 2;

/**
 * Return the square of the share of the paste's weight that each entry's own words have.
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {Map<number, number>}
 */
export function similarEntries(tokens, inverted) {
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
  /** @type {Map<number, number>} */
  const found = new Map();
  for (const [number, { weight, count }] of shared) {
    if (count >= LEAST_SHARED) found.set(number, (weight / total) ** 2);
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
