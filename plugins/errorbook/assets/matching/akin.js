// Which entries share words with a paste, in whatever order: no answer, but where to look on.

/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./reading.js").Reading} Reading */

const MOST_KIN_WORDS = 60;
const LEAST_SHARED = 2;

/**
 * Return the square of the share of the paste's weight that each entry's own words have.
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 * @returns {Map<number, number>}
 */
export function akin(reading, lexicon) {
  /** @type {Map<number, number>} */
  const words = new Map();
  let total = 0;
  for (let place = 0; place < Math.min(reading.words.length, MOST_KIN_WORDS); place += 1) {
    const [best] = reading.likenesses[place] ?? [];
    if (!best) {
      total += reading.weights[place] ?? 0;
      continue;
    }
    const { word, likeness } = best;
    if (!words.has(word)) total += lexicon.weights[word] ?? 0;
    words.set(word, Math.max(words.get(word) ?? 0, likeness));
  }
  /** @type {Map<number, {weight: number, count: number}>} */
  const shared = new Map();
  for (const [word, likeness] of words) {
    const weight = (lexicon.weights[word] ?? 0) * likeness;
    for (const number of usersOf(word, lexicon)) {
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
 * @param {Lexicon} lexicon
 * @returns {Set<number>}
 */
function usersOf(word, lexicon) {
  const users = new Set(lexicon.titled.get(word));
  const { entries, first, next, templates } = lexicon.postings;
  for (let posting = first[word] ?? 0; posting; posting = next[posting] ?? 0) {
    users.add(entries[templates[posting] ?? 0] ?? 0);
  }
  return users;
}
