// A text to the terms by which entries are found; describing/terms.py is its twin.

import { stem } from "./stems.js";
import { Normaliser } from "../matching/words/normalising.js";
import { split } from "../matching/words/tokens.js";

/** Reads texts as stems, without the words that say nothing. */
export class Terms {
  #stopWords;
  /** @type {Map<string, string>} */
  #usual = new Map();

  /**
   * Prepare with how a match index folds and spells, and with forms that no stem brings together.
   * @param {import("../matching/settings.js").Index} index
   * @param {string} stopWords
   * @param {string} irregular
   */
  constructor({ fold, spellings = {} }, stopWords, irregular) {
    this.normaliser = new Normaliser(fold);
    this.#stopWords = new Set(stopWords.split(" "));
    const plain = (/** @type {string} */ text) => this.normaliser.plain(text);
    const forms = irregular.split(" ");
    for (let place = 0; place + 1 < forms.length; place += 2) {
      this.#usual.set(forms[place] ?? "", forms[place + 1] ?? "");
    }
    for (const [variant, usual] of Object.entries(spellings)) this.#usual.set(plain(variant), plain(usual));
  }

  /**
   * Return the terms of a text, each once, in their order.
   * @param {string} text
   * @returns {string[]}
   */
  of(text) {
    const all = split(this.normaliser.normalise(text).text).words;
    const words = all.filter((word) => !this.#stopWords.has(word));
    return [...new Set(words.map((word) => stem(this.#usual.get(word) ?? word)))];
  }
}
