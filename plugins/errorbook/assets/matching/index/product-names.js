// The names of the catalogue's systems, and of products that are strangers to it.

import { split } from "../words/tokens.js";

/** @typedef {import("../words/normalising.js").Normaliser} Normaliser */
/** @typedef {import("../settings.js").Index} Index */

/**
 * A name by which a product is called: whose it is, nothing for a stranger; and whether it is a word of the
 * language, too, and counts with its capital only.
 * @typedef {{system: string, capital: boolean}} Name
 */

/** Words of a name at most. */
const LONGEST_NAME = 3;

/** Finds names in the words of a paste. */
export class ProductNames {
  /** @type {Map<string, Name>} */
  #names = new Map();
  /** The first word of each of them. */
  #firsts;

  /**
   * Compile the names of an index.
   * @param {Index} index
   * @param {Normaliser} normaliser
   */
  constructor({ sources: { neutral = [], strangers = [], own = {} } = {} }, normaliser) {
    /** The systems in which all errors are shown: their names say nothing about whose an error is. */
    this.neutral = new Set(neutral);
    const key = (/** @type {string} */ name) => split(normaliser.plain(name)).words.join(" ");
    for (const name of strangers) {
      this.#names.set(key(name), { system: "", capital: /^[A-Z][a-z]+$/.test(name) });
    }
    for (const [system, names] of Object.entries(own)) {
      for (const name of names) this.#names.set(key(name), { system, capital: false });
    }
    this.#firsts = new Set(Array.from(this.#names.keys(), (name) => name.split(" ", 1)[0] ?? ""));
  }

  /**
   * Return the names of the catalogue's systems that are one word, in alphabetical order.
   * @returns {string[]}
   */
  ownWords() {
    const own = Array.from(this.#names).filter(([key, { system }]) => system && !key.includes(" "));
    return own.map(([key]) => key).sort();
  }

  /**
   * Return whether a name begins with a word.
   * @param {string} word
   * @returns {boolean}
   */
  beginWith(word) {
    return this.#firsts.has(word);
  }

  /**
   * Return the longest name that starts at a word and ends before `last`, and where it ends.
   * @param {string[]} words
   * @param {number} start
   * @param {number} last
   * @param {boolean} capital
   * @returns {{end: number, name: Name | undefined}}
   */
  find(words, start, last, capital) {
    if (!this.#firsts.has(words[start] ?? "")) return { end: start, name: undefined };
    for (let end = Math.min(start + LONGEST_NAME, last); end > start; end -= 1) {
      const name = this.#names.get(words.slice(start, end).join(" "));
      if (name && (capital || !name.capital)) return { end, name };
    }
    return { end: start, name: undefined };
  }
}
