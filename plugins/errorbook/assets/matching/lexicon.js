// The index made ready: templates as words and holes, the words' weights, and words with typing errors.

import { Hole, parse } from "../template.js";
import { Folder } from "./folding.js";
import { marks, split } from "./reading.js";
import { append, sum } from "./helpers.js";
import { LONGEST_WITH_ERRORS, SHORTEST_WITH_TWO, Typos } from "./typos.js";

/** Stands for a hole in a template's gaps. */
export const HOLE = "\x01";

const MOST_REMEMBERED = 50_000;

/** @typedef {import("./settings.js").Entry} Entry */
/** @typedef {import("./settings.js").Index} Index */
/** @typedef {import("./typos.js").Likeness} Likeness */

/**
 * @typedef {object} Template
 * @property {number} entry
 * @property {number} message
 * @property {string} role
 * @property {string[]} words
 * @property {Map<number, number[]>} positions of each word, by its number
 * @property {number[]} numbers of the words, each once
 * @property {number[][]} spots the positions of each of them
 * @property {string[]} gaps marks between the words, HOLE for each hole; one more than there are words
 * @property {string[]} before the marks of each gap before its first hole, or all of them
 * @property {string[]} after the marks of each gap after its last hole, or all of them
 * @property {string[][]} holes names of the holes in each gap
 * @property {number[]} holesUntil how many gaps up to and with this one hold a hole
 * @property {number[]} weights
 * @property {number[]} markWeights
 * @property {number} wordsTotal
 * @property {number} marksTotal
 * @property {number} needed weight of words that must be there for it to be kept beside others
 * @property {number} total
 */

/**
 * Return a weight on a grid on which sums are exact in binary, so that both twins get the same.
 * @param {number} value
 * @returns {number}
 */
function exact(value) {
  return Math.floor(value * 1024 + 0.5) / 1024;
}

/** Everything about an index that does not depend on a paste. */
export class Lexicon {
  /** @type {Map<string, string>} */
  #spellings = new Map();
  /** @type {Map<string, number>} */
  #numbers = new Map();
  /** @type {string[]} */
  #vocabulary = [];
  /** @type {Map<string, readonly Likeness[]>} */
  #likenesses = new Map();

  /**
   * Compile the index: time and memory grow with the length of its texts.
   * @param {Index} index
   */
  constructor(index) {
    this.settings = index.matcher;
    this.entries = index.entries;
    this.folder = new Folder(index.fold);
    this.levels = new Set(this.settings.levels.split(" "));
    for (const [variant, usual] of Object.entries(index.spellings ?? {})) {
      this.#spellings.set(this.folder.plain(variant), this.folder.plain(usual));
    }
    /** @type {Template[]} */
    this.templates = [];
    const users = /** @type {number[]} */ ([]);
    const latest = /** @type {number[]} */ ([]);
    for (const [number, entry] of this.entries.entries()) {
      for (const [position, [text, role]] of (entry.messages ?? []).entries()) {
        const template = this.#template(text, number, position, role);
        if (!template.words.length) continue;
        this.templates.push(template);
        for (const word of template.positions.keys()) {
          if (latest[word] !== number) users[word] = (users[word] ?? 0) + 1;
          latest[word] = number;
        }
      }
    }
    const { digit_weight, unknown_weight, unknown_digit_weight } = this.settings;
    this.weights = users.map((those, word) => {
      const share = (this.#vocabulary[word] ?? "") < ":" ? digit_weight : 1;
      return exact(Math.log(1 + this.entries.length / those) * share);
    });
    const rarest = Math.log(1 + this.entries.length);
    this.unknown = exact(rarest * unknown_weight);
    this.unknownDigits = exact(rarest * unknown_digit_weight);
    /**
     * Per word, the templates that use it and how often.
     * @type {{templates: number[], times: number[]}[]}
     */
    this.postings = users.map(() => ({ templates: [], times: [] }));
    for (const [number, template] of this.templates.entries()) {
      this.#weigh(template);
      for (const [word, positions] of template.positions) {
        this.postings[word]?.templates.push(number);
        this.postings[word]?.times.push(positions.length);
      }
    }
    /**
     * Per word, the templates that cannot be kept without it or another of their rarest words.
     * @type {number[][]}
     */
    this.telling = users.map(() => []);
    for (const [number, template] of this.templates.entries()) {
      for (const word of this.#rarest(template)) this.telling[word]?.push(number);
    }
    this.typos = new Typos(this.#vocabulary, this.settings);
  }

  /**
   * @param {string} text
   * @param {number} entry
   * @param {number} message
   * @param {string} role
   * @returns {Template}
   */
  #template(text, entry, message, role) {
    /** @type {string[]} */
    const names = [];
    let plain = "";
    for (const part of parse(text)) {
      if (part instanceof Hole) names.push(part.name);
      plain += part instanceof Hole ? HOLE : this.folder.plain(part);
    }
    const found = split(plain);
    const words = found.words.map((word) => this.usual(word));
    const gaps = found.gaps.map(marks);
    /** @type {Map<number, number[]>} */
    const positions = new Map();
    for (const [index, word] of words.entries()) append(positions, this.#numberOf(word), index);
    const pieces = gaps.map((gap) => gap.split(HOLE));
    /** @type {string[][]} */
    const inGaps = [];
    /** @type {number[]} */
    const holesUntil = [];
    let taken = 0;
    let count = 0;
    for (const { length } of pieces) {
      inGaps.push(names.slice(taken, taken + length - 1));
      taken += length - 1;
      if (length > 1) count += 1;
      holesUntil.push(count);
    }
    return {
      entry,
      message,
      role,
      words,
      positions,
      numbers: [...positions.keys()],
      spots: [...positions.values()],
      gaps,
      before: pieces.map((piece) => piece[0] ?? ""),
      after: pieces.map((piece) => piece.at(-1) ?? ""),
      holes: inGaps,
      holesUntil,
      weights: [],
      markWeights: [],
      wordsTotal: 0,
      marksTotal: 0,
      needed: 0,
      total: 0,
    };
  }

  /** @param {Template} template */
  #weigh(template) {
    const { hole_mark_weight, punctuation_weight } = this.settings;
    template.weights = template.words.map((word) => this.weights[this.#numberOf(word)] ?? 0);
    for (const [index, gap] of template.gaps.entries()) {
      const around = (template.before[index] ?? "").length + (template.after[index] ?? "").length;
      const weight = gap.includes(HOLE)
        ? hole_mark_weight * Math.min(2, around)
        : punctuation_weight * Math.min(3, gap.length);
      const share = index === 0 || index === template.gaps.length - 1 ? 0.5 : 1;
      template.markWeights.push(exact(weight * share));
    }
    template.wordsTotal = sum(template.weights);
    template.marksTotal = sum(template.markWeights);
    template.total = template.wordsTotal + template.marksTotal;
  }

  /**
   * Return so many of a template's rarest words that too little of it is there without them all.
   * @param {Template} template
   * @returns {number[]}
   */
  #rarest(template) {
    template.needed = Math.sqrt(this.settings.keep) * template.total - template.marksTotal;
    let left = template.wordsTotal;
    /** @type {number[]} */
    const rarest = [];
    const users = (/** @type {number} */ word) => this.postings[word]?.templates.length ?? 0;
    for (const word of [...template.numbers].sort((one, two) => users(one) - users(two))) {
      if (left < template.needed) break;
      rarest.push(word);
      left -= (this.weights[word] ?? 0) * (template.positions.get(word)?.length ?? 0);
    }
    return rarest;
  }

  /**
   * Return a word's number, a new one if it has none.
   * @param {string} word
   * @returns {number}
   */
  #numberOf(word) {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#vocabulary.push(word) - 1;
      this.#numbers.set(word, number);
    }
    return number;
  }

  /**
   * Return the usual spelling of a word.
   * @param {string} word
   * @returns {string}
   */
  usual(word) {
    return this.#spellings.get(word) ?? word;
  }

  /**
   * Return whether a template uses the word.
   * @param {string} word
   * @returns {boolean}
   */
  knows(word) {
    return this.#numbers.has(this.usual(word));
  }

  /**
   * Return what a word of a paste weighs, known or not.
   * @param {string} word
   * @returns {number}
   */
  weight(word) {
    const number = this.#numbers.get(this.usual(word));
    if (number !== undefined) return this.weights[number] ?? 0;
    return word < ":" ? this.unknownDigits : this.unknown;
  }

  /**
   * Return where an unknown word falls into two known ones that lost their space, or 0.
   * @param {string} word
   * @returns {number}
   */
  seam(word) {
    if (word.length < SHORTEST_WITH_TWO || word.length > LONGEST_WITH_ERRORS) return 0;
    if (this.likenesses(word).length) return 0;
    for (let middle = 3; middle < word.length - 2; middle += 1) {
      if (this.knows(word.slice(0, middle)) && this.knows(word.slice(middle))) return middle;
    }
    return 0;
  }

  /**
   * Return the template words a word may stand for, each with its likeness; a known word is itself.
   * @param {string} word
   * @returns {readonly Likeness[]}
   */
  likenesses(word) {
    let known = this.#likenesses.get(word);
    if (!known) {
      if (this.#likenesses.size === MOST_REMEMBERED) this.#likenesses.clear();
      const usual = this.usual(word);
      const itself = this.#numbers.get(usual);
      known = itself === undefined ? this.typos.near(usual) : [{ word: itself, likeness: 1 }];
      this.#likenesses.set(word, known);
    }
    return known;
  }
}
