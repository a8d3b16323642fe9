// The shards of an index in parts: which of them a paste needs; shards.py takes the index apart.

import { read } from "./reading.js";

/** @typedef {import("./codes.js").Codes} Codes */
/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./settings.js").Index} Index */

/**
 * A shard as it arrives.
 * @typedef {{id: string, entries: import("./settings.js").Entry[]}} Shard
 */

/** What has been loaded of an index, and what a paste needs besides; of a whole index, nothing. */
export class Shards {
  #count;
  #anchors;
  #lexicon;
  #codes;
  /** @type {Set<number>} */
  #added = new Set();

  /**
   * @param {Index} index
   * @param {Lexicon} lexicon
   * @param {Codes} codes
   */
  constructor({ shards = 0, anchors = 0 }, lexicon, codes) {
    this.#count = shards;
    this.#anchors = anchors;
    this.#lexicon = lexicon;
    this.#codes = codes;
  }

  /**
   * Return the shards that a paste needs and that have not been added.
   * @param {string} paste
   * @returns {number[]}
   */
  needs(paste) {
    if (!this.#count) return [];
    const lexicon = this.#lexicon;
    const text = paste.slice(0, lexicon.settings.most_characters);
    const keys = this.#codes.keys(text).map((key) => `#${key}`);
    for (const likenesses of read(text, lexicon.folder.fold(text), lexicon).likenesses) {
      for (const { word } of likenesses) if (word < this.#anchors) keys.push(lexicon.words[word] ?? "");
    }
    const needed = new Set(keys.map((key) => bucketOf(key, this.#count)));
    return [...needed].filter((shard) => !this.#added.has(shard)).sort((one, two) => one - two);
  }

  /**
   * Add a shard.
   * @param {Shard} shard
   */
  add({ id, entries }) {
    this.#added.add(Number(id));
    this.#lexicon.add(entries);
  }
}

/**
 * Return the shard of a word or a code among a power of two of them.
 *
 * FNV-1a over UTF-16 units: Fowler, Noll, Vo, Eastlake, "The FNV Non-Cryptographic Hash Algorithm", 2024.
 * @param {string} key
 * @param {number} count
 * @returns {number}
 */
export function bucketOf(key, count) {
  let value = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    value = Math.imul(value ^ key.charCodeAt(index), 0x01000193) >>> 0;
  }
  return (value ^ (value >>> 16)) & (count - 1);
}
