// The wordings of entries as numbers, on their way into the inverted index.

import { marks } from "../words/tokens.js";
import { markWeight, wordsOf } from "./compiled-templates.js";

/** @typedef {import("./inverted-index.js").InvertedIndex} InvertedIndex */

/**
 * Where a wording stands: its entry, its place there and its number among all; what its marks weigh; and
 * where its words end in the list of all words.
 * @typedef {{entry: number, message: number, order: number, marks: number, end: number}} Wording
 */

/** More than any entry has. */
const MOST_MESSAGES = 10_000;

/**
 * Return the wordings of entries and all their words, one wording after another.
 * @param {import("../settings.js").Entry[]} entries
 * @param {number} first the number of the first entry
 * @param {InvertedIndex} inverted
 * @returns {{words: number[], wordings: Wording[]}}
 */
export function readWordings(entries, first, inverted) {
  /** @type {number[]} */
  const words = [];
  /** @type {Wording[]} */
  const wordings = [];
  for (const [place, { number = first + place, messages = [] }] of entries.entries()) {
    for (let message = 0; message < messages.length; message += 1) {
      const found = wordsOf(messages[message]?.[0] ?? "", inverted);
      if (!found.words.length) continue;
      for (const word of found.words) words.push(inverted.take(inverted.usual(word)));
      const weight = weightOfMarks(found.gaps, inverted);
      const order = number * MOST_MESSAGES + message;
      wordings.push({ entry: first + place, message, order, marks: weight, end: words.length });
    }
  }
  return { words, wordings };
}

/**
 * Return by how many entries each word is used.
 * @param {number[]} words
 * @param {Wording[]} wordings
 * @param {number} count of different words
 * @returns {ArrayLike<number>}
 */
export function usersOfWords(words, wordings, count) {
  const users = new Int32Array(count);
  const latest = new Int32Array(count).fill(-1);
  let start = 0;
  for (const { entry, end } of wordings) {
    for (; start < end; start += 1) {
      const word = words[start] ?? 0;
      if (latest[word] !== entry) users[word] = (users[word] ?? 0) + 1;
      latest[word] = entry;
    }
  }
  return users;
}

/**
 * @param {string[]} gaps
 * @param {InvertedIndex} inverted
 * @returns {number}
 */
function weightOfMarks(gaps, { settings }) {
  const last = gaps.length - 1;
  let total = 0;
  for (let index = 0; index <= last; index += 1) {
    const gap = marks(gaps[index] ?? "");
    if (gap) total += markWeight(gap, index === 0 || index === last, settings);
  }
  return total;
}
