// Codes, ids and titles: a paste that is nothing else, and where known codes stand in a longer one.

import { append, strip } from "../helpers.js";
import { bareOf, bothKeys, isApart, keyOf, idKeys, mayPart, partEnd } from "./code-keys.js";
import { EntryTable } from "./entry-table.js";
import { partsOf, piecesOf, titleKey, unpad, unquoted, withoutWords } from "./code-keys.js";

/** @typedef {import("../settings.js").Index} Index */
/** @typedef {import("../settings.js").Entry} Entry */

/**
 * A declared code of an entry; role "wrapper": it stands around many errors, "status": every program has it.
 * @typedef {{place: number, known: string, text: string, role: string}} Code
 *
 * Where a known code may stand: what it is looked up by, and whose it is.
 * @typedef {{start: number, end: number, key: string, codes: Code[]}} Candidate
 */

const NEXT_PART = /([_.:/-]{0,2}|[ ])([A-Za-z]+|[0-9]+)/y;
/** What makes a code behind which it stands a part of something longer. */
const BEHIND_CODE = /[0-9A-Za-z_%]|[-.:/,][0-9]|[-./][A-Za-z]/y;
/** A number that may be a year. */
export const YEAR = /^(?:19|20)[0-9]{2}$/;
/** Digits from which a number alone is a code; three are as well a status of HTTP, or a count. */
const TELLING_CODE = 4;
const LONGEST_TITLE = 200;
/** Places of a paste that may be codes and are looked at. */
export const MOST_LOOKED_AT = 200;

/** The ids, codes and titles of an index by their letters and digits alone. */
export class Codes {
  /** @type {Map<string, string>} */
  #systems = new Map();
  #ids;
  #titles;
  /** @type {Map<string, Code[]>} */
  #codes = new Map();
  /**
   * How many parts the longest code has that begins with a part.
   * @type {Map<string, number>}
   */
  #firsts = new Map();
  #index;
  #entries;
  /** How many entries have been read: more may come. */
  #known = -1;

  /**
   * Keep the index for the first paste.
   * @param {Index} index
   * @param {Entry[]} entries
   */
  constructor(index, entries) {
    this.#index = index;
    this.#entries = entries;
    this.#ids = new EntryTable(entries, ({ id, merged = [] }) =>
      [id, ...merged].flatMap((each) => bothKeys(partsOf(each))),
    );
    this.#titles = new EntryTable(entries, ({ title = "" }) => [titleKey(title)]);
  }

  /** Read the codes and what people call the systems, as far as they are new. */
  #read() {
    if (this.#known < 0) {
      const { systems = {}, codes = [] } = this.#index;
      for (const slug of Object.keys(systems).sort()) {
        for (const name of [slug, ...(systems[slug] ?? [])]) this.#systems.set(keyOf(name), slug);
      }
      for (const text of codes) this.#note(text);
      this.#known = 0;
    }
    for (; this.#known < this.#entries.length; this.#known += 1) {
      const place = this.#known;
      for (const [known, text, role = ""] of this.#entries[place]?.codes ?? []) {
        const key = this.#note(text);
        if (key) append(this.#codes, key, { place, known, text, role });
      }
    }
  }

  /**
   * Note a code, so that it is seen where it stands; return what it is looked up by.
   * @param {string} text
   * @returns {string}
   */
  #note(text) {
    const parts = unpad(partsOf(text));
    const [first] = parts;
    if (first !== undefined) this.#firsts.set(first, Math.max(this.#firsts.get(first) ?? 0, parts.length));
    const key = parts.join("");
    if (key && !this.#codes.has(key)) this.#codes.set(key, []);
    return key;
  }

  /**
   * Return what a paste may be looked up by that is nothing but a code.
   * @param {string} paste
   * @returns {string[]}
   */
  keysOf(paste) {
    this.#read();
    const pieces = piecesOf(unquoted(paste));
    const bare = bareOf(withoutWords(pieces));
    const codes = bare.flatMap((_, size) => [bare.slice(size), bare.slice(0, bare.length - size)]);
    const known = codes.map((code) => unpad(code).join("")).filter((key) => this.#codes.has(key));
    return [...(/[0-9]/.test(pieces.join("")) ? idKeys(pieces) : []), ...known];
  }

  /**
   * Return the system of a name; nothing if it is none's.
   * @param {string} name
   * @returns {string}
   */
  system(name) {
    return this.#systems.get(name) ?? "";
  }

  /**
   * Return the entries whose code or id is all that a paste says, and how surely.
   * @param {string} paste
   * @returns {{places: number[], outcome: "is" | "like"}}
   */
  lookUp(paste) {
    this.#read();
    const text = strip(paste, " \t\r\n");
    const pieces = piecesOf(unquoted(text));
    const keys = pieces.length ? idKeys(pieces) : [];
    const [written = [], loose = []] = keys.map((key) => this.#ids.get(key));
    if (written.length || loose.length) {
      // An id without its zeros may as well be a code of its system: QBO 130.
      const splits = written.length ? [] : [...this.#splits(pieces)];
      const others = splits.flatMap(({ codes, size }) => (size ? codes.map(({ place }) => place) : []));
      const outcome = others.every((place) => loose.includes(place)) ? "is" : "like";
      return { places: this.#inOrder([...written, ...loose, ...others]), outcome };
    }
    // A code in quotes may be any word of a program; an id is no other word.
    const rest = unquoted(text) === text ? withoutWords(pieces) : [];
    const bare = bareOf(rest);
    for (const { codes, size } of this.#splits(bare)) {
      const any = bare.length === rest.length;
      const known = codes.filter(({ text, role }) => (any || role === "status") && !isApart(text, paste));
      const [first] = known;
      if (!first) continue;
      const places = this.#inOrder(known.map(({ place }) => place));
      const long = size > 0 || bare.join("").length >= TELLING_CODE;
      const sure = long && places.length === 1 && !first.role && !YEAR.test(first.text);
      return { places, outcome: sure ? "is" : "like" };
    }
    return { places: [], outcome: "like" };
  }

  /**
   * Return the entries whose title is all that a paste says.
   * @param {string} paste
   * @returns {number[]}
   */
  titled(paste) {
    const text = strip(paste, " \t\r\n");
    const heading = text.length <= LONGEST_TITLE && titleKey(text);
    return heading ? this.#inOrder(this.#titles.get(heading)) : [];
  }

  /**
   * Yield the codes that tokens may be: alone, or with as many tokens of their system's name beside.
   * @param {string[]} pieces
   * @returns {Generator<{codes: Code[], size: number}>}
   */
  *#splits(pieces) {
    for (let size = 0; size < pieces.length; size += 1) {
      const rest = pieces.length - size;
      for (const [name, code] of /** @type {const} */ ([
        [pieces.slice(0, size), pieces.slice(size)],
        [pieces.slice(rest), pieces.slice(0, rest)],
      ])) {
        const system = this.#systems.get(name.join(""));
        const known = this.#codes.get(unpad(code).join("")) ?? [];
        yield { codes: known.filter((one) => size === 0 || one.known === system), size };
      }
    }
  }

  /**
   * Yield where known codes may stand: the longest one at each place.
   * @param {string} paste
   * @returns {Generator<Candidate>}
   */
  *candidates(paste) {
    this.#read();
    if (!this.#firsts.size) return;
    for (let start = 0, end = 0; start < paste.length; start = end) {
      end = partEnd(paste, start);
      if (end === start) {
        end += 1;
        continue;
      }
      const part = paste.slice(start, end).toLowerCase();
      const most = this.#firsts.get(part) ?? this.#firsts.get(unpad(["", part])[1] ?? "") ?? 0;
      const found = most ? this.#longest(paste, start, end, most) : undefined;
      if (found) {
        yield found;
        end = found.end;
      }
    }
  }

  /**
   * Return the longest known code that begins with a part of a paste.
   * @param {string} paste
   * @param {number} start
   * @param {number} end
   * @param {number} most parts
   * @returns {Candidate | undefined}
   */
  #longest(paste, start, end, most) {
    const parts = [paste.slice(start, end).toLowerCase()];
    /** @type {Candidate | undefined} */
    let found;
    for (let at = end; ; at = NEXT_PART.lastIndex) {
      const key = unpad(parts).join("");
      // In the order of the index, whatever came first in a shard.
      const before = (/** @type {Code} */ one, /** @type {Code} */ two) =>
        this.#numberOf(one.place) - this.#numberOf(two.place);
      const codes = this.#codes.get(key);
      BEHIND_CODE.lastIndex = at;
      if (codes && !BEHIND_CODE.test(paste)) found = { start, end: at, key, codes: [...codes].sort(before) };
      if (parts.length === most) return found;
      NEXT_PART.lastIndex = at;
      const [, joint, part = ""] = NEXT_PART.exec(paste) ?? [];
      if (!part || (joint === " " && !mayPart(parts, part))) return found;
      parts.push(part.toLowerCase());
    }
  }

  /**
   * Return the places of entries, each once, in the order of the index.
   * @param {number[]} places
   * @returns {number[]}
   */
  #inOrder(places) {
    return [...new Set(places)].sort((one, two) => this.#numberOf(one) - this.#numberOf(two));
  }

  /**
   * @param {number} place
   * @returns {number}
   */
  #numberOf(place) {
    return this.#entries[place]?.number ?? place;
  }
}
