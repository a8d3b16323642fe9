// A text to the terms by which entries are found; describing/terms.py is its twin.

import { germanStem } from "./german-stems.js";
import { stem } from "./stems.js";
import { Normaliser } from "../matching/words/normalising.js";
import { split } from "../matching/words/tokens.js";

const FINGERPRINTS = 2 ** 16;

/**
 * Return a number that the same words in the same order share, and hardly any others.
 * @param {string[]} words
 * @returns {number}
 */
export function fingerprint(words) {
  const text = words.join(" ");
  let number = 0;
  for (let place = 0; place < text.length; place += 1) {
    number = (31 * number + text.charCodeAt(place)) % FINGERPRINTS;
  }
  return number;
}

/** Reads texts as stems, without the words that say nothing. */
export class Terms {
  #stopWords;
  #isGerman;
  /** @type {Map<string, string>} */
  #usual = new Map();

  /**
   * Prepare with how a match index folds and spells, and with forms that no stem brings together.
   * @param {import("../matching/settings.js").Index} index
   * @param {Pick<import("./suggester.js").Described, "stop" | "irregular" | "language">} described
   */
  constructor({ fold, spellings = {} }, { stop, irregular, language }) {
    this.normaliser = new Normaliser(fold);
    this.#stopWords = new Set(stop.split(" "));
    this.#isGerman = language === "de";
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
    const words = this.words(text).filter((word) => !this.#stopWords.has(word));
    return [...new Set(words.map((word) => this.stem(this.#usual.get(word) ?? word)))];
  }

  /**
   * Return the stem of a word; where German is spoken, English words stand between.
   * @param {string} word
   * @returns {string}
   */
  stem(word) {
    return stem(this.#isGerman ? germanStem(word) : word);
  }

  /**
   * Return the words of a text as they are compared, those that say nothing, too.
   * @param {string} text
   * @returns {string[]}
   */
  words(text) {
    return split(this.normaliser.normalise(text).text).words;
  }
}
