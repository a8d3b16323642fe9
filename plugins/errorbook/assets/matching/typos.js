// Words with typing errors: which template words are like a word that no template has.

/** @typedef {import("./settings.js").Settings} Settings */

/**
 * A template word that a word of a paste may stand for, and how like it is; words are numbers here.
 * @typedef {{word: number, likeness: number}} Likeness
 */

/**
 * Words by a part of them; most parts are of one word only, which needs no list.
 * @typedef {Map<string, number | number[]>} Words
 */

/** Words shorter than this are told apart by a letter; numbers always are. */
const SHORTEST_WITH_ERRORS = 4;
/** The least length of a word in which two errors are forgiven. */
export const SHORTEST_WITH_TWO = 6;
/** Longer words are ids or encoded data, not mistyped. */
export const LONGEST_WITH_ERRORS = 40;

/** Finds words by what is left of them when letters are wrong. */
export class Typos {
  /** @type {Words} */
  #withoutOne = new Map();
  /** @type {Words[]} */
  #thirds = [];

  /**
   * Prepare for a list of words, which go by their places in it.
   * @param {string[]} words
   * @param {Settings} settings
   */
  constructor(words, settings) {
    this.words = words;
    this.settings = settings;
    for (let number = 0; number < words.length; number += 1) {
      const word = words[number] ?? "";
      const size = word.length;
      if (word < ":" || size < SHORTEST_WITH_ERRORS) continue;
      for (const part of shorter(word)) note(this.#withoutOne, part, number);
      if (size < SHORTEST_WITH_TWO) continue;
      for (let part = 0; part < 3; part += 1) {
        note(this.#third(size, part), word.slice(cutOf(size, part), cutOf(size, part + 1)), number);
      }
    }
  }

  /**
   * Return the words of a length by one of their thirds.
   * @param {number} length
   * @param {number} part
   * @returns {Words}
   */
  #third(length, part) {
    const place = 3 * length + part;
    return (this.#thirds[place] ??= new Map());
  }

  /**
   * Return the words that an unknown word may be, each with its likeness.
   * @param {string} word
   * @returns {Likeness[]}
   */
  near(word) {
    const size = word.length;
    if (size < SHORTEST_WITH_ERRORS || size > LONGEST_WITH_ERRORS || word < ":") return [];
    const { one_edit, two_edits } = this.settings;
    /** @type {Likeness[]} */
    const near = [];
    /** @type {Set<number>} */
    const seen = new Set();
    /** @type {(candidates: number | number[] | undefined) => void} */
    const consider = (candidates = []) => {
      for (const candidate of typeof candidates === "number" ? [candidates] : candidates) {
        if (seen.has(candidate)) continue;
        seen.add(candidate);
        const other = this.words[candidate] ?? "";
        const errors = edits(word, other, 2);
        if (errors === 1) near.push({ word: candidate, likeness: one_edit });
        else if (errors === 2 && Math.min(size, other.length) >= SHORTEST_WITH_TWO) {
          near.push({ word: candidate, likeness: two_edits });
        }
      }
    };
    for (const part of shorter(word)) consider(this.#withoutOne.get(part));
    if (!near.length && size >= SHORTEST_WITH_TWO) {
      // Two errors leave one third of a word whole, moved by two places at most.
      for (let length = Math.max(SHORTEST_WITH_TWO, size - 2); length <= size + 2; length += 1) {
        for (let part = 0; part < 3; part += 1) {
          const start = cutOf(length, part);
          const end = cutOf(length, part + 1);
          for (let shift = Math.max(-2, -start); shift <= 2; shift += 1) {
            consider(this.#third(length, part).get(word.slice(start + shift, end + shift)));
          }
        }
      }
    }
    return near;
  }
}

/**
 * Note a word with a part of it.
 * @param {Words} words
 * @param {string} part
 * @param {number} number
 */
function note(words, part, number) {
  const known = words.get(part);
  if (known === undefined) words.set(part, number);
  else if (typeof known === "number") words.set(part, [known, number]);
  else known.push(number);
}

/**
 * Return the word itself and the word without each of its letters, each once.
 * @param {string} word
 * @returns {string[]}
 */
function shorter(word) {
  const parts = [word];
  for (let index = 0; index < word.length; index += 1) {
    // Without either of two equal neighbours a word is the same.
    if (word[index] !== word[index - 1]) parts.push(word.slice(0, index) + word.slice(index + 1));
  }
  return parts;
}

/**
 * Return where one of three parts of a word begins.
 * @param {number} length
 * @param {number} part
 * @returns {number}
 */
function cutOf(length, part) {
  return Math.floor((part * length) / 3);
}

/**
 * Return how many letters were mistyped (changed, lost, added or swapped), or "most + 1" if more.
 *
 * Optimal string alignment distance: Boytsov, "Indexing methods for approximate dictionary searching", 2011.
 * @param {string} first
 * @param {string} second
 * @param {number} most
 * @returns {number}
 */
export function edits(first, second, most) {
  if (Math.abs(first.length - second.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let i = 1; i <= first.length; i += 1) {
    const following = [i];
    const left = first.charCodeAt(i - 1);
    let least = i;
    for (let j = 1; j <= second.length; j += 1) {
      const right = second.charCodeAt(j - 1);
      let cost = Math.min(
        (row[j] ?? 0) + 1,
        (following[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (left === right ? 0 : 1),
      );
      if (i > 1 && j > 1 && left === second.charCodeAt(j - 2) && first.charCodeAt(i - 2) === right) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      following.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = row;
    row = following;
  }
  return Math.min(row[second.length] ?? 0, most + 1);
}
