// A text to the terms by which entries are found; describing/terms.py is its twin.

import { stem } from "./stems.js";
import { Normaliser } from "../matching/normalising.js";
import { split } from "../matching/tokens.js";

/** Reads texts as stems, without the words that say nothing. */
export class Terms {
  #stopWords;
  /** @type {Map<string, string>} */
  #spellings;

  /**
   * Prepare with how a match index folds and spells.
   * @param {import("../matching/settings.js").Index} index
   * @param {string} stopWords
   */
  constructor({ fold, spellings = {} }, stopWords) {
    this.normaliser = new Normaliser(fold);
    this.#stopWords = new Set(stopWords.split(" "));
    const plain = (/** @type {string} */ text) => this.normaliser.plain(text);
    this.#spellings = new Map(
      Object.entries(spellings).map(([variant, usual]) => [plain(variant), plain(usual)]),
    );
  }

  /**
   * Return the terms of a text, each once, in their order.
   * @param {string} text
   * @returns {string[]}
   */
  of(text) {
    const all = split(this.normaliser.normalise(text).text).words;
    const words = all.filter((word) => !this.#stopWords.has(word));
    return [...new Set(words.map((word) => stem(this.#spellings.get(word) ?? word)))];
  }
}
