// Templates ready to be aligned: words, the marks between them, and the holes.

import { Hole, parse } from "../template.js";
import { marks, split } from "./reading.js";

/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./settings.js").Settings} Settings */

/** Stands for a hole in a template's gaps. */
export const HOLE = "\x01";

/**
 * One wording of an entry. The index is compiled while somebody waits: what only alignments need comes later,
 * by "unfold", for the few templates that are aligned.
 */
export class Template {
  /** The weight of the words, of the marks, and of both. */
  wordsTotal = 0;
  marksTotal = 0;
  total = 0;
  /** Weight of words that must be there for it to be kept beside others. */
  needed = 0;
  /**
   * The different words' numbers, the rarest first; how often each is used; the weight of it and those after.
   * @type {number[]}
   */
  numbers = [];
  /** @type {number[]} */
  uses = [];
  /** @type {number[]} */
  left = [];
  /** @type {number[]} */
  markWeights = [];

  /** Whether what follows is there. */
  unfolded = false;
  /**
   * The positions of the different words.
   * @type {number[][]}
   */
  spots = [];
  /** @type {number[]} */
  weights = [];
  /**
   * The marks of each gap before its first hole, or all of them.
   * @type {string[]}
   */
  before = [];
  /**
   * The marks of each gap after its last hole, or all of them.
   * @type {string[]}
   */
  after = [];
  /**
   * Names of the holes in each gap.
   * @type {string[][]}
   */
  holes = [];
  /**
   * How many gaps up to and with this one hold a hole.
   * @type {number[]}
   */
  holesUntil = [];

  /**
   * @param {{entry: number, message: number, role: string}} wording
   * @param {string[]} words
   * @param {number[]} wordNumbers of each word
   * @param {string[]} gaps marks between the words, HOLE for each hole; one more than there are words
   * @param {string[]} names of the holes
   */
  constructor({ entry, message, role }, words, wordNumbers, gaps, names) {
    this.entry = entry;
    this.message = message;
    this.role = role;
    this.words = words;
    this.wordNumbers = wordNumbers;
    this.gaps = gaps;
    this.names = names;
  }
}

/**
 * Return a weight on a grid on which sums are exact in binary, so that both twins get the same.
 * @param {number} value
 * @returns {number}
 */
export function exact(value) {
  return Math.floor(value * 1024 + 0.5) / 1024;
}

/**
 * Return a wording as words and holes.
 * @param {string} text
 * @param {{entry: number, message: number, role: string}} wording
 * @param {Lexicon} lexicon
 * @param {(word: string) => number} numberOf
 * @returns {Template}
 */
export function compile(text, wording, lexicon, numberOf) {
  /** @type {string[]} */
  const names = [];
  let plain = "";
  for (const part of parse(text)) {
    if (part instanceof Hole) names.push(part.name);
    plain += part instanceof Hole ? HOLE : lexicon.folder.plain(part);
  }
  const found = split(plain);
  const words = found.words.map((word) => lexicon.usual(word));
  return new Template(wording, words, words.map(numberOf), found.gaps.map(marks), names);
}

/**
 * Weigh the marks of a template.
 * @param {Template} template
 * @param {Settings} settings
 */
export function weighMarks(template, settings) {
  const { gaps, markWeights } = template;
  const last = gaps.length - 1;
  for (let index = 0; index <= last; index += 1) {
    const gap = gaps[index];
    let weight = 0;
    if (gap) {
      const first = gap.indexOf(HOLE);
      const around = first + gap.length - 1 - gap.lastIndexOf(HOLE);
      weight =
        first === -1
          ? settings.punctuation_weight * Math.min(3, gap.length)
          : settings.hole_mark_weight * Math.min(2, around);
      weight = exact(index === 0 || index === last ? weight / 2 : weight);
    }
    markWeights.push(weight);
    template.marksTotal += weight;
  }
}

/**
 * Make a template ready to be aligned.
 * @param {Template} template
 * @param {number[]} weights of all words
 */
export function unfold(template, weights) {
  template.unfolded = true;
  template.spots = template.numbers.map(() => []);
  for (const [position, word] of template.wordNumbers.entries()) {
    template.spots[template.numbers.indexOf(word)]?.push(position);
    template.weights.push(weights[word] ?? 0);
  }
  let taken = 0;
  let count = 0;
  for (const gap of template.gaps) {
    const pieces = gap.split(HOLE);
    const size = pieces.length - 1;
    if (size) count += 1;
    template.before.push(pieces[0] ?? "");
    template.after.push(pieces[size] ?? "");
    template.holes.push(template.names.slice(taken, taken + size));
    template.holesUntil.push(count);
    taken += size;
  }
}
