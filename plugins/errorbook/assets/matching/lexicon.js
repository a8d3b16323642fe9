// The index made ready: templates as words and holes, the words' weights, and words with typing errors.

import { Folder } from "./folding.js";
import { append } from "./helpers.js";
import { split } from "./reading.js";
import { seamsIn } from "./seams.js";
import { compile, exact, weighMarks } from "./templates.js";
import { LONGEST_WITH_ERRORS, SHORTEST_WITH_TWO, Typos } from "./typos.js";

const MOST_REMEMBERED = 50_000;

/** @typedef {import("./settings.js").Entry} Entry */
/** @typedef {import("./settings.js").Index} Index */
/** @typedef {import("./templates.js").Template} Template */
/** @typedef {import("./typos.js").Likeness} Likeness */

/** @typedef {{templates: number[], times: number[]}} Posting */

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
  /** @type {Map<number, number[]> | null} */
  #titled = null;

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
    const numberOf = (/** @type {string} */ word) => this.#numberOf(word);
    for (const [number, entry] of this.entries.entries()) {
      for (const [position, [text, role]] of (entry.messages ?? []).entries()) {
        const template = compile(text, { entry: number, message: position, role }, this, numberOf);
        if (!template.words.length) continue;
        this.templates.push(template);
        for (const word of template.wordNumbers) {
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
    /** What a word weighs that a single entry uses. */
    this.rarest = Math.log(1 + this.entries.length);
    this.unknown = exact(this.rarest * unknown_weight);
    this.unknownDigits = exact(this.rarest * unknown_digit_weight);
    /**
     * Per word, the templates that use it and how often.
     * @type {Posting[]}
     */
    this.postings = users.map(() => ({ templates: [], times: [] }));
    for (let number = 0; number < this.templates.length; number += 1) this.#post(number);
    /**
     * Per word, the templates that cannot be kept without it or another of their rarest words.
     * @type {number[][]}
     */
    this.telling = users.map(() => []);
    this.mostMarks = 0;
    for (let number = 0; number < this.templates.length; number += 1) this.#order(number);
    this.typos = new Typos(this.#vocabulary, this.settings);
  }

  /**
   * Note a template with each of its words.
   * @param {number} number
   */
  #post(number) {
    const { numbers, uses, wordNumbers } = /** @type {Template} */ (this.templates[number]);
    for (let index = 0; index < wordNumbers.length; index += 1) {
      const word = wordNumbers[index] ?? 0;
      const { templates, times } = /** @type {Posting} */ (this.postings[word]);
      const last = templates.length - 1;
      if (templates[last] === number) {
        const again = (times[last] ?? 0) + 1;
        times[last] = again;
        uses[numbers.indexOf(word)] = again;
      } else {
        templates.push(number);
        times.push(1);
        numbers.push(word);
        uses.push(1);
      }
    }
  }

  /**
   * Weigh a template and put its words in order of rarity; note those without which too little is there.
   * @param {number} number
   */
  #order(number) {
    const template = /** @type {Template} */ (this.templates[number]);
    const { numbers, uses } = template;
    weighMarks(template, this.settings);
    // Most templates have few words: inserting one by one is quicker than a sort that calls back.
    for (let index = 0; index < numbers.length; index += 1) {
      const word = numbers[index] ?? 0;
      const use = uses[index] ?? 0;
      const users = this.postings[word]?.templates.length ?? 0;
      template.wordsTotal += use * (this.weights[word] ?? 0);
      let at = index;
      for (; at > 0; at -= 1) {
        const before = numbers[at - 1] ?? 0;
        if ((this.postings[before]?.templates.length ?? 0) <= users) break;
        numbers[at] = before;
        uses[at] = uses[at - 1] ?? 0;
      }
      numbers[at] = word;
      uses[at] = use;
    }
    template.total = template.wordsTotal + template.marksTotal;
    template.needed = Math.sqrt(this.settings.keep) * template.total - template.marksTotal;
    this.mostMarks = Math.max(this.mostMarks, template.marksTotal);
    let left = template.wordsTotal;
    for (let index = 0; index < numbers.length; index += 1) {
      const word = numbers[index] ?? 0;
      template.left.push(left);
      if (left >= template.needed) this.telling[word]?.push(number);
      left -= (uses[index] ?? 0) * (this.weights[word] ?? 0);
    }
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
   * Per word of the templates, the entries whose titles use it; asked for when nothing is found.
   * @returns {ReadonlyMap<number, number[]>}
   */
  get titled() {
    if (this.#titled) return this.#titled;
    this.#titled = new Map();
    for (const [number, { title = "" }] of this.entries.entries()) {
      const words = split(this.folder.plain(title)).words.map((word) => this.#numbers.get(this.usual(word)));
      for (const word of new Set(words)) if (word !== undefined) append(this.#titled, word, number);
    }
    return this.#titled;
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
   * Return where an unknown word falls into known ones that lost their spaces.
   * @param {string} word
   * @returns {number[]}
   */
  seams(word) {
    const { length } = word;
    if (length < SHORTEST_WITH_TWO || length > LONGEST_WITH_ERRORS || this.#isLikeOne(word)) return [];
    return seamsIn(word, (part) => this.knows(part));
  }

  /**
   * Return whether a word is known, or one typing error away from a known one.
   * @param {string} word
   * @returns {boolean}
   */
  #isLikeOne(word) {
    return this.likenesses(word).some(({ likeness }) => likeness > this.settings.two_edits);
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
