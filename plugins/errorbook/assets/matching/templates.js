// Templates ready to be aligned: words, the marks between them, and the holes.

import { Hole, parse } from "../template.js";
import { marks, split } from "./reading.js";

/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./settings.js").Settings} Settings */

/** Stands for a hole in a template's gaps. */
export const HOLE = "\x01";

/** @type {string[]} */
const NO_HOLES = [];

/** One wording of an entry, ready to be aligned; its weights come when those of all words are known. */
export class Template {
  /** The weight of the words, of the marks, and of both. */
  wordsTotal = 0;
  marksTotal = 0;
  total = 0;
  /** Weight of words that must be there for it to be kept beside others. */
  needed = 0;
  /** @type {number[]} */
  weights = [];
  /** @type {number[]} */
  markWeights = [];
  /**
   * Marks between the words, HOLE for each hole; one more than there are words.
   * @type {string[]}
   */
  gaps = [];
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
   * The different words' numbers, the rarest first; their positions; the weight of each and those after.
   * @type {number[]}
   */
  numbers = [];
  /** @type {number[][]} */
  spots = [];
  /** @type {number[]} */
  left = [];

  /**
   * @param {number} entry
   * @param {number} message
   * @param {string} role
   * @param {string[]} words
   * @param {number[]} wordNumbers of each word
   */
  constructor(entry, message, role, words, wordNumbers) {
    this.entry = entry;
    this.message = message;
    this.role = role;
    this.words = words;
    this.wordNumbers = wordNumbers;
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
export function compile(text, { entry, message, role }, lexicon, numberOf) {
  /** @type {string[]} */
  const names = [];
  let plain = "";
  for (const part of parse(text)) {
    if (part instanceof Hole) names.push(part.name);
    plain += part instanceof Hole ? HOLE : lexicon.folder.plain(part);
  }
  const found = split(plain);
  const words = found.words.map((word) => lexicon.usual(word));
  const template = new Template(entry, message, role, words, words.map(numberOf));
  let taken = 0;
  let count = 0;
  // By index here and below: the index is compiled while somebody waits, before the engine is warm.
  for (let index = 0; index < found.gaps.length; index += 1) {
    const gap = marks(found.gaps[index] ?? "");
    const first = gap ? gap.indexOf(HOLE) : -1;
    const size = first === -1 ? 0 : gap.split(HOLE).length - 1;
    if (size) count += 1;
    template.gaps.push(gap);
    template.before.push(size ? gap.slice(0, first) : gap);
    template.after.push(size ? gap.slice(gap.lastIndexOf(HOLE) + 1) : gap);
    template.holes.push(size ? names.slice(taken, taken + size) : NO_HOLES);
    template.holesUntil.push(count);
    taken += size;
  }
  return template;
}

/**
 * Weigh a template's words and marks; words go by their numbers.
 * @param {Template} template
 * @param {number[]} weights
 * @param {Settings} settings
 */
export function weigh(template, weights, settings) {
  const { hole_mark_weight, punctuation_weight } = settings;
  const { gaps, before, after } = template;
  for (let index = 0; index < template.wordNumbers.length; index += 1) {
    const weight = weights[template.wordNumbers[index] ?? 0] ?? 0;
    template.weights.push(weight);
    template.wordsTotal += weight;
  }
  for (let index = 0; index < gaps.length; index += 1) {
    let weight = 0;
    const gap = gaps[index];
    if (gap) {
      const around = (before[index] ?? "").length + (after[index] ?? "").length;
      weight = gap.includes(HOLE)
        ? hole_mark_weight * Math.min(2, around)
        : punctuation_weight * Math.min(3, gap.length);
      weight = exact(index === 0 || index === gaps.length - 1 ? weight / 2 : weight);
    }
    template.markWeights.push(weight);
    template.marksTotal += weight;
  }
  template.total = template.wordsTotal + template.marksTotal;
}
