// Words with typing errors, or cut off: which template words are like a word that no template has.
// Words are found by what is left of them when letters are wrong. These parts are never made as texts: only
// their hashes are kept, and whatever a hash brings up is compared letter by letter.

import { edits } from "./misspelling.js";

/**
 * A template word that a word of a paste may stand for, and how like it is; words are numbers here.
 * @typedef {{word: number, similarity: number}} Similarity
 */

/** Words shorter than this are told apart by a letter; numbers always are. */
const SHORTEST_WITH_ERRORS = 4;
/** The least length of a word in which two errors are forgiven. */
export const SHORTEST_WITH_TWO = 6;
/** Longer words are ids or encoded data, not mistyped. */
export const LONGEST_WITH_ERRORS = 40;
/** Letters from which the beginning of a longer word may be that word, cut off: the name of a fault. */
const SHORTEST_CUT = 12;
/** A third of a word is as long for its hash as no word without a letter is. */
const THIRD = 1000;

const BASE = 0x01000193;
/** Powers of the base, and the hashes of a word's beginnings: one word at a time. */
const POWERS = new Int32Array(LONGEST_WITH_ERRORS + 3);
const BEGINNINGS = new Int32Array(LONGEST_WITH_ERRORS + 3);
for (let place = 0; place < POWERS.length; place += 1) {
  POWERS[place] = place ? Math.imul(POWERS[place - 1] ?? 0, BASE) : 1;
}

/** Finds words by what is left of them when letters are wrong. */
export class FuzzyWords {
  /** The first note in each bucket; per note its hash, its word and the next note of the bucket. */
  #buckets;
  #hashes;
  #words;
  #next;
  #count = 0;

  /**
   * Prepare for a list of words, which go by their places in it.
   * @param {string[]} words
   * @param {{one_edit: number}} settings
   */
  constructor(words, settings) {
    this.words = words;
    this.settings = settings;
    let size = 0;
    for (const word of words) if (canHaveErrors(word)) size += word.length + 5;
    let buckets = 1;
    while (buckets < size) buckets *= 2;
    this.#buckets = new Int32Array(buckets);
    this.#hashes = new Int32Array(size + 1);
    this.#words = new Int32Array(size + 1);
    this.#next = new Int32Array(size + 1);
    for (let number = 0; number < words.length; number += 1) {
      const word = words[number] ?? "";
      if (!canHaveErrors(word)) continue;
      hashBeginnings(word);
      const { length } = word;
      this.#note(hashOf(0, length), number);
      for (let place = 0; place < length; place += 1) {
        // Without either of two equal neighbours a word is the same.
        if (word[place] !== word[place - 1]) this.#note(hashWithout(place, length), number);
      }
      if (length < SHORTEST_WITH_TWO) continue;
      for (let third = 0; third < 3; third += 1) {
        this.#note(keyOfThird(length, third, hashOf(cutOf(length, third), cutOf(length, third + 1))), number);
      }
      if (length > SHORTEST_CUT) this.#note(keyOfThird(0, 0, hashOf(0, SHORTEST_CUT)), number);
    }
  }

  /**
   * Note a word with the hash of a part of it.
   * @param {number} hash
   * @param {number} number
   */
  #note(hash, number) {
    const bucket = this.#bucketOf(hash);
    this.#count += 1;
    this.#hashes[this.#count] = hash;
    this.#words[this.#count] = number;
    this.#next[this.#count] = this.#buckets[bucket] ?? 0;
    this.#buckets[bucket] = this.#count;
  }

  /**
   * @param {number} hash
   * @returns {number}
   */
  #bucketOf(hash) {
    return (hash ^ (hash >>> 15)) & (this.#buckets.length - 1);
  }

  /**
   * Return the words that an unknown word may be, each with its similarity, in alphabetical order.
   * @param {string} word
   * @returns {Similarity[]}
   */
  near(word) {
    const size = word.length;
    if (!canHaveErrors(word) || size > LONGEST_WITH_ERRORS) return [];
    /** @type {Set<number>} */
    const seen = new Set();
    /** @type {Similarity[]} */
    const near = [];
    hashBeginnings(word);
    this.#consider(hashOf(0, size), word, seen, near);
    for (let place = 0; place < size; place += 1) this.#consider(hashWithout(place, size), word, seen, near);
    if (!near.length && size >= SHORTEST_WITH_TWO) {
      // Two errors leave one third of a word whole, moved by two places at most.
      for (let length = Math.max(SHORTEST_WITH_TWO, size - 2); length <= size + 2; length += 1) {
        for (let third = 0; third < 3; third += 1) this.#considerThird(length, third, word, seen, near);
      }
    }
    if (!near.length) return this.#begunBy(word);
    const spelt = (/** @type {Similarity} */ like) => this.words[like.word] ?? "";
    return near.sort((one, two) => (spelt(one) < spelt(two) ? -1 : 1));
  }

  /**
   * Return the one word of which two thirds or more are there and the end was cut off.
   * @param {string} word
   * @returns {Similarity[]}
   */
  #begunBy(word) {
    if (word.length < SHORTEST_CUT) return [];
    const hash = keyOfThird(0, 0, hashOf(0, SHORTEST_CUT));
    const longer = [];
    for (let note = this.#buckets[this.#bucketOf(hash)] ?? 0; note; note = this.#next[note] ?? 0) {
      const number = this.#words[note] ?? 0;
      if (this.#hashes[note] === hash && this.words[number]?.startsWith(word)) longer.push(number);
    }
    const [found = 0, another] = longer;
    if (!longer.length || another !== undefined) return [];
    if (3 * word.length < 2 * (this.words[found] ?? "").length) return [];
    return [{ word: found, similarity: this.settings.one_edit }];
  }

  /**
   * @param {number} length
   * @param {number} third
   * @param {string} word
   * @param {Set<number>} seen
   * @param {Similarity[]} near
   */
  #considerThird(length, third, word, seen, near) {
    const start = cutOf(length, third);
    const end = cutOf(length, third + 1);
    for (let shift = Math.max(-2, -start); shift <= 2 && end + shift <= word.length; shift += 1) {
      this.#consider(keyOfThird(length, third, hashOf(start + shift, end + shift)), word, seen, near);
    }
  }

  /**
   * Add the words of a bucket that differ by so few letters that the word may be mistyped.
   * @param {number} hash
   * @param {string} word
   * @param {Set<number>} seen
   * @param {Similarity[]} near
   */
  #consider(hash, word, seen, near) {
    const { one_edit } = this.settings;
    for (let note = this.#buckets[this.#bucketOf(hash)] ?? 0; note; note = this.#next[note] ?? 0) {
      const candidate = this.#words[note] ?? 0;
      if (this.#hashes[note] !== hash || seen.has(candidate)) continue;
      seen.add(candidate);
      const other = this.words[candidate] ?? "";
      const errors = edits(word, other, 2);
      if (errors === 1) near.push({ word: candidate, similarity: one_edit });
      else if (errors === 2 && Math.min(word.length, other.length) >= SHORTEST_WITH_TWO) {
        near.push({ word: candidate, similarity: one_edit * one_edit });
      }
    }
  }
}

/**
 * @param {string} word
 * @returns {boolean}
 */
function canHaveErrors(word) {
  return word > ":" && word.length >= SHORTEST_WITH_ERRORS && word.length <= LONGEST_WITH_ERRORS + 2;
}

/**
 * Hash all beginnings of a word: from them follow the hashes of its parts.
 * @param {string} word
 */
function hashBeginnings(word) {
  let hash = 0;
  for (let place = 0; place < word.length; place += 1) {
    hash = (Math.imul(hash, BASE) + word.charCodeAt(place)) | 0;
    BEGINNINGS[place + 1] = hash;
  }
}

/**
 * Return the hash of a part of the word.
 * @param {number} start
 * @param {number} end
 * @returns {number}
 */
function hashOf(start, end) {
  return ((BEGINNINGS[end] ?? 0) - Math.imul(BEGINNINGS[start] ?? 0, POWERS[end - start] ?? 0)) | 0;
}

/**
 * Return the hash of the word without the letter at a place.
 * @param {number} place
 * @param {number} length
 * @returns {number}
 */
function hashWithout(place, length) {
  const rest = length - place - 1;
  return (Math.imul(BEGINNINGS[place] ?? 0, POWERS[rest] ?? 0) + hashOf(place + 1, length)) | 0;
}

/**
 * @param {number} length
 * @param {number} third
 * @param {number} hash
 * @returns {number}
 */
function keyOfThird(length, third, hash) {
  return (Math.imul(hash, BASE) + THIRD + 3 * length + third) | 0;
}

/**
 * Return where one of three parts of a word begins.
 * @param {number} length
 * @param {number} third
 * @returns {number}
 */
function cutOf(length, third) {
  return Math.floor((third * length) / 3);
}
