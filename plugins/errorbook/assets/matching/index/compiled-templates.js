// Templates ready to be aligned: words, the marks between them, and the holes.

import { Hole, parse } from "../../base/template.js";
import { sum } from "../helpers.js";
import { marks, split } from "../words/tokens.js";

/** @typedef {import("./inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("../settings.js").Settings} Settings */

/** Stands for a hole in a template's gaps. */
export const HOLE = "\x01";
const ASCII = /^[\x00-\x7f]*$/;
const BRACES = /\{\{|\}\}|\{[a-z][a-z0-9_]*\}/g;

/** One wording of an entry, ready to be aligned; made when it first is. */
export class Template {
  /**
   * Per word its number, and its weight; the different numbers, and the places of each.
   * @type {number[]}
   */
  wordNumbers = [];
  /** @type {number[]} */
  weights = [];
  /** @type {number[]} */
  numbers = [];
  /** @type {number[][]} */
  spots = [];
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
  /** The weight of the words, and of words and marks. */
  wordsTotal = 0;
  total = 0;
  /** Whether any program may say it. */
  everyday = false;
  /** How many line breaks it has of its own. */
  breaks = 0;

  /**
   * @param {string} text
   * @param {{entry: number, message: number, role: string}} wording
   * @param {InvertedIndex} inverted
   */
  constructor(text, { entry, message, role }, inverted) {
    const { words, gaps } = wordsOf(text, inverted);
    this.entry = entry;
    this.message = message;
    this.role = role;
    this.words = words.map((word) => inverted.usual(word));
    this.gaps = gaps.map(marks);
    this.breaks = gaps.slice(1, -1).filter((gap) => gap.includes("\n")).length;
    const ends = [0, words.length];
    this.markWeights = this.gaps.map((gap, index) =>
      gap ? markWeight(gap, ends.includes(index), inverted.settings) : 0,
    );
    for (const [position, word] of this.words.entries()) {
      const number = inverted.numberOf(word);
      const weight = inverted.weights[number] ?? 0;
      this.wordNumbers.push(number);
      this.weights.push(weight);
      this.wordsTotal += weight;
      const known = this.numbers.indexOf(number);
      if (known === -1) this.spots[this.numbers.push(number) - 1] = [position];
      else this.spots[known]?.push(position);
    }
    this.total = this.wordsTotal + sum(this.markWeights);
    this.#readHoles(parse(text).flatMap((piece) => (piece instanceof Hole ? [piece.name] : [])));
  }

  /** @param {string[]} names */
  #readHoles(names) {
    let taken = 0;
    let count = 0;
    for (const gap of this.gaps) {
      const pieces = gap.split(HOLE);
      const size = pieces.length - 1;
      if (size) count += 1;
      this.before.push(pieces[0] ?? "");
      this.after.push(pieces[size] ?? "");
      this.holes.push(names.slice(taken, taken + size));
      this.holesUntil.push(count);
      taken += size;
    }
  }
}

/**
 * Return the weight on the grid of "exact" which is not below a value.
 * @param {number} value
 * @returns {number}
 */
export function notBelow(value) {
  return Math.ceil(value * 1024) / 1024;
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
 * Return the words of a wording, and the marks between them with HOLE for each hole.
 * @param {string} text
 * @param {InvertedIndex} inverted
 * @returns {import("../words/tokens.js").Words}
 */
export function wordsOf(text, { normaliser }) {
  if (ASCII.test(text)) return split(normaliser.plain(text).replace(BRACES, unbraced));
  // Wide braces become braces when they are normalised, but make no hole.
  const pieces = parse(text).map((piece) => (piece instanceof Hole ? HOLE : normaliser.plain(piece)));
  return split(pieces.join(""));
}

/**
 * @param {string} braces
 * @returns {string}
 */
function unbraced(braces) {
  return braces === "{{" ? "{" : braces === "}}" ? "}" : HOLE;
}

/**
 * Return what the marks of a gap weigh.
 * @param {string} gap
 * @param {boolean} boundary whether it stands at the beginning or the end
 * @param {Settings} settings
 * @returns {number}
 */
export function markWeight(gap, boundary, { punctuation_weight, hole_mark_weight }) {
  const first = gap.indexOf(HOLE);
  const around = first + gap.length - 1 - gap.lastIndexOf(HOLE);
  const weight =
    first === -1 ? punctuation_weight * Math.min(3, gap.length) : hole_mark_weight * Math.min(2, around);
  return exact(boundary ? weight / 2 : weight);
}

/**
 * Return whether a wording is one word that nobody says in passing: a program's name for a fault.
 * @param {Template} template
 * @param {import("../settings.js").Settings} settings
 */
export function isTelling({ words: [word = "", ...alternatives] }, settings) {
  return !alternatives.length && word.length >= settings.telling_word;
}

/**
 * Return whether a wording is too little for a paste: one everyday word where much else is said.
 * @param {Template} template
 * @param {import("../words/tokens.js").Tokens} tokens
 * @param {import("../settings.js").Settings} settings
 */
export function isScant(template, tokens, settings) {
  const alone = template.words.length === 1 && !isTelling(template, settings);
  return alone && tokens.words.length > settings.few_words;
}
