// How a pasted wording differs from a known one, word by word.

import { Hole, parse } from "../base/template.js";

/**
 * A word of one side: `same` when the other side has it, too; `hole` when it stands for a value.
 * @typedef {{text: string, same: boolean, hole?: boolean}} Compared
 */

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
// The table of common words grows with both lengths.
const MOST_WORDS = 400;

/**
 * Return a known text and a pasted one as words with what is between them, marked where they differ.
 * @param {string} template with {holes}
 * @param {string} pasted
 * @param {string[]} values what the holes hold: they differ from nothing
 * @returns {{known: Compared[], pasted: Compared[]}}
 */
export function compareWords(template, pasted, values = []) {
  const known = parse(template).flatMap((part) =>
    part instanceof Hole ? [{ text: part.name, same: true, hole: true }] : splitWords(part),
  );
  const given = withoutValues(pasted, values);
  const one = known.filter((word) => !word.same).slice(0, MOST_WORDS);
  const other = given.filter((word) => !word.same).slice(0, MOST_WORDS);
  for (const [left, right] of commonWords(one, other)) left.same = right.same = true;
  return { known, pasted: given };
}

/**
 * Return how many words more the end of a known text has, behind what both sides have, than the pasted one.
 * @param {{known: Compared[], pasted: Compared[]}} compared
 * @returns {number}
 */
export function lacking({ known, pasted }) {
  return Math.max(0, differingAtEnd(known) - differingAtEnd(pasted));
}

/**
 * @param {Compared[]} side
 * @returns {number}
 */
function differingAtEnd(side) {
  const words = side.filter(({ text, hole }) => hole || /[\p{L}\p{N}]/u.test(text));
  return words.length - 1 - words.findLastIndex(({ same }) => same);
}

/**
 * Split a text into words, not yet known to be the same, and what is between, which never differs.
 * @param {string} text
 * @returns {Compared[]}
 */
function splitWords(text) {
  /** @type {Compared[]} */
  const parts = [];
  let last = 0;
  for (const found of text.matchAll(WORD)) {
    if (found.index > last) parts.push({ text: text.slice(last, found.index), same: true });
    parts.push({ text: found[0], same: false });
    last = found.index + found[0].length;
  }
  if (last < text.length) parts.push({ text: text.slice(last), same: true });
  return parts;
}

/**
 * @param {string} text
 * @param {string[]} values
 * @returns {Compared[]}
 */
function withoutValues(text, values) {
  const places = values
    .filter(Boolean)
    .map((value) => ({ value, start: text.indexOf(value) }))
    .filter(({ start }) => start !== -1)
    .sort((one, other) => one.start - other.start);
  /** @type {Compared[]} */
  const parts = [];
  let last = 0;
  for (const { value, start } of places) {
    if (start < last) continue;
    parts.push(...splitWords(text.slice(last, start)), { text: value, same: true, hole: true });
    last = start + value.length;
  }
  return [...parts, ...splitWords(text.slice(last))];
}

/**
 * Return the longest row of words that both sides have in the same order, as pairs.
 * @param {Compared[]} one
 * @param {Compared[]} other
 * @returns {[Compared, Compared][]}
 */
function commonWords(one, other) {
  const left = one.map(({ text }) => plainWord(text));
  const right = other.map(({ text }) => plainWord(text));
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  const at = (/** @type {number} */ row, /** @type {number} */ column) => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        left[row] === right[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  /** @type {[Compared, Compared][]} */
  const pairs = [];
  let [row, column] = [0, 0];
  while (row < left.length && column < right.length) {
    const [mine, theirs] = [one[row], other[column]];
    if (mine && theirs && left[row] === right[column]) {
      pairs.push([mine, theirs]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/**
 * @param {string} word
 * @returns {string}
 */
function plainWord(word) {
  return word.toLowerCase().replaceAll("’", "'");
}
