// The shards of an index in parts: which of them a paste needs; index_shards.py takes the index apart.

/** @typedef {import("../codes/codes.js").Codes} Codes */
/** @typedef {import("./inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("../words/tokens.js").Tokens} Tokens */
/** @typedef {import("../settings.js").Index} Index */

/**
 * A shard as it arrives.
 * @typedef {{id: string, entries: import("../settings.js").Entry[]}} Shard
 *
 * The shards that a paste needs besides, and how much of it may be read then.
 * @typedef {{numbers: number[], until: number}} Needed
 */

/** Shards that one paste may ask for: a log of many messages would load them all. */
const MOST_SHARDS = 200;
const A = 65;

/** What has been loaded of an index, and what a paste needs besides; of a whole index, nothing. */
export class Loaded {
  #count;
  #anchors;
  #inverted;
  #codes;
  /** @type {Set<number>} */
  #added = new Set();

  /**
   * @param {Index} index
   * @param {InvertedIndex} inverted
   * @param {Codes} codes
   */
  constructor({ shard_count = 0, anchors = 0 }, inverted, codes) {
    this.#count = shard_count;
    this.#anchors = anchors;
    this.#inverted = inverted;
    this.#codes = codes;
  }

  /**
   * Return the shards that a paste needs and that have not been added.
   * @param {Tokens} tokens
   * @param {number} [most]
   * @returns {Needed}
   */
  needs(tokens, most = MOST_SHARDS) {
    const { paste, similarities } = tokens;
    /** @type {Set<number>} */
    const needed = new Set();
    if (!this.#count) return { numbers: [], until: paste.length };
    for (const key of this.#codes.keysOf(paste)) this.#need(`#${key}`, needed);
    const codes = this.#codes.candidates(paste);
    let code = codes.next();
    for (const [place, several] of similarities.entries()) {
      const first = tokens.normalised.first(tokens.starts[place] ?? 0);
      for (; !code.done && code.value.start <= first; code = codes.next()) {
        this.#need(`#${code.value.key}`, needed);
      }
      for (const { word } of several) {
        if (word < this.#anchors) this.#need(this.#inverted.words[word] ?? "", needed);
      }
      if (needed.size >= most) return { numbers: [...needed], until: first };
    }
    for (; !code.done; code = codes.next()) this.#need(`#${code.value.key}`, needed);
    return { numbers: [...needed], until: paste.length };
  }

  /**
   * @param {string} key
   * @param {Set<number>} needed
   */
  #need(key, needed) {
    const shard = shardOf(key, this.#count);
    if (!this.#added.has(shard)) needed.add(shard);
  }

  /**
   * Add a shard.
   * @param {Shard} shard
   */
  add({ id, entries }) {
    this.#added.add(Number(id));
    this.#inverted.add(entries);
  }
}

/**
 * Yield words of which each leaves out what it shares with the beginning of the one before:
 * index_shards.py writes them so. A capital letter tells how much that is: A nothing, B one letter.
 * @param {string} coded
 * @returns {Generator<string, void>}
 */
export function* frontCoded(coded) {
  let word = "";
  for (const [piece] of coded.matchAll(/[A-Z][^A-Z]*/g)) {
    word = word.slice(0, piece.charCodeAt(0) - A) + piece.slice(1);
    yield word;
  }
}

/**
 * Return the shard of a word or a code among so many.
 *
 * FNV-1a over UTF-16 units: Fowler, Noll, Vo, Eastlake, "The FNV Non-Cryptographic Hash Algorithm", 2024.
 * @param {string} key
 * @param {number} count
 * @returns {number}
 */
export function shardOf(key, count) {
  let value = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    value = Math.imul(value ^ key.charCodeAt(index), 0x01000193) >>> 0;
  }
  return ((value ^ (value >>> 16)) >>> 0) % count;
}
