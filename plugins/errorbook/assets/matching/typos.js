// Words with typing errors: which template words are like a word that no template has.

import { append } from "./helpers.js";

/** @typedef {import("./settings.js").Settings} Settings */

/**
 * A template word that a word of a paste may stand for, and how like it is; words are numbers here.
 * @typedef {{word: number, likeness: number}} Likeness
 */

/** Words shorter than this are told apart by a letter; numbers always are. */
const SHORTEST_WITH_ERRORS = 4;
/** The least length of a word in which two errors are forgiven. */
export const SHORTEST_WITH_TWO = 6;
/** Longer words are ids or encoded data, not mistyped. */
export const LONGEST_WITH_ERRORS = 40;

/** Finds words by what is left of them when letters are wrong. */
export class Typos {
  /** @type {Map<string, number[]>} */
  #withoutOne = new Map();
  /** @type {Map<string, number[]>} */
  #thirds = new Map();

  /**
   * Prepare for a list of words, which go by their places in it.
   * @param {string[]} words
   * @param {Settings} settings
   */
  constructor(words, settings) {
    this.words = words;
    this.settings = settings;
    for (const [number, word] of words.entries()) {
      if (word < ":" || word.length < SHORTEST_WITH_ERRORS) continue;
      for (const part of shorter(word)) append(this.#withoutOne, part, number);
      if (word.length < SHORTEST_WITH_TWO) continue;
      for (const [part, [start, end]] of thirds(word.length).entries()) {
        append(this.#thirds, `${word.length}.${part}.${word.slice(start, end)}`, number);
      }
    }
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
    /** @type {(candidates: number[] | undefined) => void} */
    const consider = (candidates) => {
      for (const candidate of candidates ?? []) {
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
        for (const [part, [start, end]] of thirds(length).entries()) {
          for (let shift = Math.max(-2, -start); shift <= 2; shift += 1) {
            consider(this.#thirds.get(`${length}.${part}.${word.slice(start + shift, end + shift)}`));
          }
        }
      }
    }
    return near;
  }
}

/**
 * Return the word itself and the word without each of its letters, each once.
 * @param {string} word
 * @returns {Set<string>}
 */
function shorter(word) {
  const parts = new Set([word]);
  for (let index = 0; index < word.length; index += 1) {
    parts.add(word.slice(0, index) + word.slice(index + 1));
  }
  return parts;
}

/**
 * @param {number} length
 * @returns {[number, number][]}
 */
function thirds(length) {
  const first = Math.floor(length / 3);
  const second = Math.floor((2 * length) / 3);
  return [
    [0, first],
    [first, second],
    [second, length],
  ];
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
