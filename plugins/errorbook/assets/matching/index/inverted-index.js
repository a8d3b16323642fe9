// The index made ready: the words of all templates with their weights, and the templates by their words.

import { frontCoded } from "./shards.js";
import { Normaliser } from "../words/normalising.js";
import { append } from "../helpers.js";
import { ProductNames } from "./product-names.js";
import { Postings } from "./postings.js";
import { split } from "../words/tokens.js";
import { wordBreaks } from "./misspelling.js";
import { exact, Template } from "./compiled-templates.js";
import { LONGEST_WITH_ERRORS, SHORTEST_WITH_TWO, FuzzyWords } from "./fuzzy.js";
import { readWordings, usersOfWords } from "./index-builder.js";

const MOST_REMEMBERED = 50_000;

/** @typedef {import("../settings.js").Entry} Entry */
/** @typedef {import("../settings.js").Index} Index */
/** @typedef {import("./fuzzy.js").Similarity} Similarity */

/** Everything about an index that does not depend on a paste. */
export class InvertedIndex {
  /** @type {Map<string, string>} */
  #spellings = new Map();
  /** @type {Map<string, number>} */
  #numbers = new Map();
  /**
   * The words by their numbers.
   * @type {string[]}
   */
  words = [];
  /**
   * What each word weighs.
   * @type {number[]}
   */
  weights = [];
  /** What a word weighs that a single entry uses, and what one that none uses. */
  rarest = 0;
  #unknown = 0;
  #unknownDigits = 0;
  #places;
  /** @type {(Template | undefined)[]} */
  #templates = [];
  /** @type {Map<string, readonly Similarity[]>} */
  #similarities = new Map();
  /** @type {Map<number, number[]> | null} */
  #titled = null;
  /** @type {FuzzyWords | undefined} */
  #fuzzy;

  /**
   * Compile the index: time and memory grow with the length of its texts.
   * @param {Index} index
   */
  constructor(index) {
    this.settings = index.matcher;
    this.entries = index.words === undefined ? index.entries : [];
    /** The entries' places by their ids. */
    this.#places = new Map(this.entries.map(({ id }, number) => [id, number]));
    this.normaliser = new Normaliser(index.fold);
    this.names = new ProductNames(index, this.normaliser);
    this.levels = new Set(this.settings.levels.split(" "));
    for (const [variant, usual] of Object.entries(index.spellings ?? {})) {
      this.#spellings.set(this.normaliser.plain(variant), this.normaliser.plain(usual));
    }
    if (index.words === undefined) {
      const { words, wordings } = readWordings(this.entries, 0, this);
      this.#weigh(usersOfWords(words, wordings, this.words.length), this.entries.length);
      this.postings = new Postings(this.weights, this.settings, this.rarest, words.length);
      this.#post(words, wordings);
    } else {
      for (const word of frontCoded(index.words)) this.take(word);
      this.#weigh(index.users ?? [], index.entry_count ?? 0);
      this.postings = new Postings(this.weights, this.settings, this.rarest);
    }
  }

  /**
   * Add entries that came in a shard, each once.
   * @param {Entry[]} entries
   */
  add(entries) {
    const first = this.entries.length;
    this.entries.push(...entries.filter(({ id }) => !this.#places.has(id)));
    const added = this.entries.slice(first);
    for (const [number, { id }] of added.entries()) this.#places.set(id, first + number);
    const { words, wordings } = readWordings(added, first, this);
    this.#post(words, wordings);
    this.#titled = null;
  }

  /**
   * Note which wordings use which words.
   * @param {number[]} words
   * @param {import("./index-builder.js").Wording[]} wordings
   */
  #post(words, wordings) {
    let start = 0;
    for (const wording of wordings) {
      this.postings.add(wording, words, start, wording.end);
      start = wording.end;
    }
  }

  /**
   * Weigh the words: the fewer entries use one, the more it tells.
   * @param {ArrayLike<number>} users
   * @param {number} count of entries
   */
  #weigh(users, count) {
    const { digit_weight, unknown_weight, unknown_digit_weight } = this.settings;
    this.weights = this.words.map((word, number) =>
      exact(Math.log(1 + count / (users[number] ?? 1)) * (word < ":" ? digit_weight : 1)),
    );
    this.rarest = Math.log(1 + count);
    this.#unknown = exact(this.rarest * unknown_weight);
    this.#unknownDigits = exact(this.rarest * unknown_digit_weight);
  }

  /**
   * Return a word's number, a new one if it has none.
   * @param {string} word
   * @returns {number}
   */
  take(word) {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.words.push(word) - 1;
      this.#numbers.set(word, number);
    }
    return number;
  }

  /**
   * Return an entry by its id.
   * @param {string} id
   * @returns {Entry | undefined}
   */
  entry(id) {
    return this.entries[this.#places.get(id) ?? -1];
  }

  /**
   * Return a template, ready to be aligned.
   * @param {number} number
   * @returns {Template}
   */
  template(number) {
    const known = this.#templates[number];
    if (known) return known;
    const entry = this.postings.entries[number] ?? 0;
    const message = this.postings.messages[number] ?? 0;
    const { everyday, messages = [] } = this.entries[entry] ?? {};
    const [text, role] = messages[message] ?? ["", ""];
    const template = (this.#templates[number] = new Template(text, { entry, message, role }, this));
    template.everyday = everyday?.includes(message) ?? false;
    return template;
  }

  /**
   * Per word of the templates, the entries whose titles use it; asked for when nothing is found.
   * @returns {ReadonlyMap<number, number[]>}
   */
  get titled() {
    if (this.#titled) return this.#titled;
    this.#titled = new Map();
    for (const [number, { title = "" }] of this.entries.entries()) {
      const plain = split(this.normaliser.plain(title)).words;
      const words = plain.map((word) => this.#numbers.get(this.usual(word)));
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
   * Return the number of a word of a template, or -1 for another word.
   * @param {string} word
   * @returns {number}
   */
  numberOf(word) {
    return this.#numbers.get(word) ?? -1;
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
    return word < ":" ? this.#unknownDigits : this.#unknown;
  }

  /**
   * Return where an unknown word falls into known ones that lost their spaces; no name does.
   * @param {string} word
   * @returns {number[]}
   */
  wordBreaks(word) {
    const { length } = word;
    if (length < SHORTEST_WITH_TWO || length > LONGEST_WITH_ERRORS || this.#isLikeOne(word)) return [];
    return this.names.beginWith(word) ? [] : wordBreaks(word, (piece) => this.knows(piece));
  }

  /**
   * Return whether a word is known, or one typing error away from a known one.
   * @param {string} word
   * @returns {boolean}
   */
  #isLikeOne(word) {
    const { one_edit } = this.settings;
    return this.similarities(word).some(({ similarity }) => similarity > one_edit * one_edit);
  }

  /**
   * Return the template words a word may stand for, each with its similarity; a known word is itself.
   * @param {string} word
   * @returns {readonly Similarity[]}
   */
  similarities(word) {
    let known = this.#similarities.get(word);
    if (!known) {
      if (this.#similarities.size === MOST_REMEMBERED) this.#similarities.clear();
      const usual = this.usual(word);
      const itself = this.#numbers.get(usual);
      if (itself !== undefined) known = [{ word: itself, similarity: 1 }];
      else known = (this.#fuzzy ??= new FuzzyWords(this.words, this.settings)).near(usual);
      this.#similarities.set(word, known);
    }
    return known;
  }
}
