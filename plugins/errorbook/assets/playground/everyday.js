// How ordinary a wording is that no build has seen yet; the twin of indexing/everyday.py.

import { Hole, parse } from "../base/template.js";

/** How much the word before counts for what comes next; the rest is how common a word is by itself. */
const FOLLOWS = 0.6;
/** Times that a word counts which stands nowhere. */
const UNSEEN = 0.5;
/** Letters of a message from which it says something by itself. */
const FEWEST_LETTERS = 8;
const LOW_WORD = /[a-z]+(?:'[a-z]+)?/g;

/** Tells how much wordings say, against the words of ordinary programs. */
export class Everyday {
  /** @type {Map<string, number>} */
  #counts = new Map();
  #total;
  #settings;

  /**
   * Read how often words, and pairs of them, stand in ordinary programs: their total, then one a line.
   * @param {string} list
   * @param {{everyday: number, telling_word: number}} settings
   */
  constructor(list, settings) {
    const [total = "1", ...lines] = list.split("\n");
    this.#total = Number(total);
    this.#settings = settings;
    for (const line of lines) {
      const end = line.lastIndexOf(" ");
      this.#counts.set(line.slice(0, end), Number(line.slice(end + 1)));
    }
  }

  /**
   * Return whether a wording is so ordinary that any program may say it; a name of a fault is not.
   * @param {string} text
   * @returns {boolean}
   */
  says(text) {
    return this.bits(text) < this.#settings.everyday && !this.#isTelling(text);
  }

  /**
   * Return how much the words of a wording tell, without its holes.
   * @param {string} text
   * @returns {number}
   */
  bits(text) {
    let told = 0;
    for (const words of literalWords(text)) {
      let before = "";
      for (const word of words) {
        let share = ((1 - FOLLOWS) * (this.#counts.get(word) ?? UNSEEN)) / this.#total;
        share += (FOLLOWS * (this.#counts.get(`${before} ${word}`) ?? 0)) / (this.#counts.get(before) ?? 1);
        told -= Math.log2(Math.min(1, this.#counts.has(before) ? share : share / (1 - FOLLOWS)));
        before = word;
      }
    }
    return told;
  }

  /**
   * Return whether a wording has a long word that no ordinary program has, such as a name of a fault.
   * @param {string} text
   * @returns {boolean}
   */
  #isTelling(text) {
    const least = this.#settings.telling_word;
    return literalWords(text).some((words) =>
      words.some((word) => word.length >= least && !this.#counts.has(word)),
    );
  }
}

/**
 * Return whether a wording has so few letters outside its holes that it stands in anything.
 * @param {string} text
 * @returns {boolean}
 */
export function saysLittle(text) {
  const literal = parse(text).filter((piece) => !(piece instanceof Hole));
  return (literal.join("").match(/\p{L}/gu) ?? []).length < FEWEST_LETTERS;
}

/**
 * Return the words between the holes of a wording, in small letters.
 * @param {string} text
 * @returns {string[][]}
 */
function literalWords(text) {
  return parse(text).map((piece) => {
    return piece instanceof Hole ? [] : (piece.toLowerCase().match(LOW_WORD) ?? []);
  });
}
