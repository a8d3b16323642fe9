// Entries by what they are looked up by: read when somebody first asks, so that a page is ready sooner.

import { append } from "../helpers.js";

/** @typedef {import("../settings.js").Entry} Entry */

/** The places of entries by their keys, as far as entries have come. */
export class EntryTable {
  /** @type {Map<string, number[]>} */
  #places = new Map();
  #entries;
  #keysOf;
  /** How many entries have been read. */
  #known = 0;

  /**
   * @param {Entry[]} entries to which more may come
   * @param {(entry: Entry) => string[]} keysOf
   */
  constructor(entries, keysOf) {
    this.#entries = entries;
    this.#keysOf = keysOf;
  }

  /**
   * Return the places of the entries that have a key.
   * @param {string} key
   * @returns {number[]}
   */
  get(key) {
    for (const entry of this.#entries.slice(this.#known)) {
      for (const each of this.#keysOf(entry)) append(this.#places, each, this.#known);
      this.#known += 1;
    }
    return this.#places.get(key) ?? [];
  }
}
