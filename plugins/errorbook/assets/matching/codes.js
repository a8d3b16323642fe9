// Codes and ids: a paste that is nothing else, or a code that a longer paste names as such.

import { append, strip, stripStart } from "./helpers.js";

/** @typedef {import("./settings.js").Index} Index */

const TOKEN = /[A-Za-z]+|[0-9]+/g;
const DECIMAL = /[0-9][.][0-9]/;
const CODE_WORDS = new Set("error err code codes fault exception".split(" "));
/** What a code may be called besides; alone such a word stands before any number. */
const NUMBER_WORDS = new Set("number no nr id".split(" "));
/** Digits from which a number alone is a code; three are as well a status of HTTP, or a count. */
const TELLING_CODE = 4;
const LONGEST_CODE = 40;
// "errorCode=003200", "Error code: 6240", "error 6240"; in a payload also "code":"6240", <Error code="6240">.
const NAMED_CODE = new RegExp(
  "[Ee][Rr][Rr][Oo][Rr][ _-]?(?:[Cc][Oo][Dd][Ee]|[Nn]umber|[Nn]o[.]?)?[\"']?[ \\t]*(?:[:=#][ \\t]*)?[\"']?" +
    "([0-9]{4,6})(?![-.:/]?[0-9A-Za-z])" +
    "|[\"']code[\"'][ \\t]*[:=][ \\t]*[\"']?([0-9]{3,6})(?![-.:/]?[0-9A-Za-z])" +
    "|<Error [^<>]{0,60}code=[\"']([0-9]{3,6})[\"']",
  "dg",
);
const FAULT = /[Ff]ault|[Ee]rror/;
const BEFORE_KEY = 400;
/** Codes that a paste is looked up by, where the index is in parts. */
const MOST_NAMED = 20;

/** The ids and codes of an index by their letters and digits alone. */
export class Codes {
  /** @type {Map<string, string>} */
  #systems = new Map();
  /** @type {Map<string, number[]>} */
  #ids = new Map();
  /** @type {Map<string, {place: number, known: string}[]>} */
  #codes = new Map();
  #index;
  #entries;
  /** How many entries have been read: more may come. */
  #known = 0;

  /**
   * Keep the index for the first paste that may be a code.
   * @param {Index} index
   * @param {import("./settings.js").Entry[]} entries
   */
  constructor(index, entries) {
    this.#index = index;
    this.#entries = entries;
  }

  /** Read the ids, the codes and what people call the systems, as far as they are new. */
  #read() {
    if (!this.#known) {
      const { systems = {} } = this.#index;
      for (const slug of Object.keys(systems).sort()) {
        for (const name of [slug, ...(systems[slug] ?? [])]) this.#systems.set(codeKey(name), slug);
      }
    }
    for (; this.#known < this.#entries.length; this.#known += 1) {
      const place = this.#known;
      const entry = /** @type {import("./settings.js").Entry} */ (this.#entries[place]);
      const { id, codes = [] } = entry;
      const dash = id.includes("-") ? id.indexOf("-") : id.length;
      append(this.#ids, codeKey(id), place);
      append(this.#ids, unpadded(id.slice(0, dash).toLowerCase(), id.slice(dash + 1)), place);
      for (const [known, code] of codes) append(this.#codes, codeKey(code), { place, known });
    }
  }

  /**
   * Return what a paste may be looked up by: all of it, or the codes that it names.
   * @param {string} paste
   * @returns {string[]}
   */
  keysIn(paste) {
    const tokens = tokensOf(paste);
    const rest = withoutWords(tokens);
    return [
      ...(tokens.length ? idKeys(tokens) : []),
      ...rest.map((_, size) => rest.slice(size).join("")),
      ...[...paste.matchAll(NAMED_CODE)]
        .slice(0, MOST_NAMED)
        .map((found) => codeKey(found.slice(1).join(""))),
    ];
  }

  /**
   * Return the entries whose code or id is all that a paste says, and whether it is surely meant.
   * @param {string} paste
   * @returns {{places: number[], sure: boolean}}
   */
  lookUp(paste) {
    const tokens = tokensOf(paste);
    if (!tokens.length) return { places: [], sure: false };
    this.#read();
    const ids = idKeys(tokens).flatMap((key) => this.#ids.get(key) ?? []);
    if (ids.length) return { places: this.#inOrder(ids.map((place) => ({ place }))), sure: true };
    const rest = withoutWords(tokens);
    for (let size = 0; size < rest.length; size += 1) {
      // The system comes first, the code after it: 'QBO 6240', 'quickbooks online error 6240'.
      const system = this.#systems.get(rest.slice(0, size).join(""));
      if (size && system === undefined) continue;
      const known = this.#codes.get(rest.slice(size).join("")) ?? [];
      const places = this.#inOrder(known.filter((code) => size === 0 || code.known === system));
      if (places.length) return { places, sure: size > 0 || rest.join("").length >= TELLING_CODE };
    }
    return { places: [], sure: false };
  }

  /**
   * Return the entries of the first known code that a paste names, and where the code stands.
   * @param {string} paste
   * @returns {{places: number[], start: number, end: number}}
   */
  named(paste) {
    for (const found of paste.matchAll(NAMED_CODE)) {
      const group = found.findIndex((part, index) => index > 0 && part !== undefined);
      const [start, end] = found.indices?.[group] ?? [0, 0];
      // Some other thing's code, such as an account's.
      if (group === 2 && !FAULT.test(paste.slice(Math.max(0, start - BEFORE_KEY), start))) continue;
      this.#read();
      const known = this.#codes.get(codeKey(paste.slice(start, end))) ?? [];
      if (known.length) return { places: this.#inOrder(known), start, end };
    }
    return { places: [], start: 0, end: 0 };
  }

  /**
   * Return the places of entries, each once, in the order of the index, whatever came first in a shard.
   * @param {{place: number}[]} several
   * @returns {number[]}
   */
  #inOrder(several) {
    const numberOf = (/** @type {number} */ place) => this.#entries[place]?.number ?? place;
    return [...new Set(several.map(({ place }) => place))].sort((one, two) => numberOf(one) - numberOf(two));
  }
}

/**
 * Return the words and numbers of a paste that is nothing but a code or an id; none of another one.
 * @param {string} paste
 * @returns {string[]}
 */
function tokensOf(paste) {
  const text = strip(paste, " \t\r\n");
  if (!text || text.length > LONGEST_CODE || strip(text.replace(TOKEN, ""), " \t-_:#.()[]/")) return [];
  // An amount, not a code with a mark in it.
  if (DECIMAL.test(text)) return [];
  return (text.match(TOKEN) ?? []).map((token) => token.toLowerCase());
}

/**
 * Return the tokens without what a code is called.
 * @param {string[]} tokens
 * @returns {string[]}
 */
function withoutWords(tokens) {
  const rest = tokens.filter((token) => !CODE_WORDS.has(token));
  return rest.length === tokens.length ? rest : rest.filter((token) => !NUMBER_WORDS.has(token));
}

/**
 * @param {string[]} tokens
 * @returns {string[]}
 */
function idKeys(tokens) {
  return [tokens.join(""), unpadded(tokens.slice(0, -1).join(""), tokens.at(-1) ?? "")];
}

/**
 * @param {string} text
 * @returns {string}
 */
function codeKey(text) {
  return (text.match(TOKEN) ?? []).join("").toLowerCase();
}

/**
 * @param {string} prefix
 * @param {string} number
 * @returns {string}
 */
function unpadded(prefix, number) {
  return `${prefix}-${stripStart(number, "0")}`;
}
