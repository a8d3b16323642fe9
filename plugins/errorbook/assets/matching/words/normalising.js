// A paste to the plain text that is compared, and back to where each character came from.
//
// Decoding is by scanning: escapes, entities and tags are undone wherever they stand, so a payload that is
// cut off, doubly escaped or mixed with prose reads as well as a whole one. Nothing is parsed, so nothing can
// fail.

import { Stream, textOf } from "./characters.js";
import { decodeInto } from "./decoding.js";
import { isMarked, untag } from "./tags.js";

const SPECIAL = /[\\&<%\x00-\x08\x0e-\x1f\x7f-\uffff]/;

const SEVERAL = 0xffff;
// Controls, symbols, and what Python and JavaScript index differently, separate words; other letters stay.
/** @type {[first: number, last: number][]} */
const BLANK_CODES = [
  [0x00, 0x01],
  [0x03, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0xbf],
  [0x2000, 0x2bff],
  [0x3000, 0x303f],
  [0xd800, 0xf8ff],
  [0xfe00, 0xffff],
];

/** Plain text whose character i stands for paste.slice(starts[i], ends[i]); without lists: for itself. */
export class Normalised {
  /**
   * @param {string} text
   * @param {Int32Array | null} starts
   * @param {Int32Array | null} ends
   */
  constructor(text, starts, ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /**
   * Return where a non-empty stretch of the plain text stands in the paste.
   * @param {number} start
   * @param {number} end
   * @returns {[number, number]}
   */
  span(start, end) {
    return [this.first(start), this.last(end)];
  }

  /**
   * Return where in the paste a stretch of the plain text begins.
   * @param {number} start
   * @returns {number}
   */
  first(start) {
    return this.starts ? (this.starts[start] ?? 0) : start;
  }

  /**
   * Return where in the paste a stretch of the plain text ends.
   * @param {number} end
   * @returns {number}
   */
  last(end) {
    return this.ends ? (this.ends[end - 1] ?? 0) : end;
  }
}

/** Texts of which only capitals change: the browser's own way is quick from the first call on. */
const ONLY_CAPITALS = /^[ -_a-~\n]*$/;

/** Folds pastes with the table of an index. */
export class Normaliser {
  /**
   * Turn the table around: character to replacement.
   * @param {Record<string, string>} table
   */
  constructor(table) {
    /** What each code becomes; 0 for one that stays. */
    this.single = new Uint16Array(0x10000);
    /**
     * What those codes become that do not become one character.
     * @type {Map<number, string>}
     */
    this.several = new Map();
    for (const [first, last] of BLANK_CODES) this.single.fill(0x20, first, last + 1);
    for (const [replacement, characters] of Object.entries(table)) {
      for (let index = 0; index < characters.length; index += 1) {
        const code = characters.charCodeAt(index);
        this.single[code] = replacement.length === 1 ? replacement.charCodeAt(0) : SEVERAL;
        if (replacement.length !== 1) this.several.set(code, replacement);
      }
    }
  }

  /**
   * Return the paste as plain text with the way back.
   * @param {string} paste
   * @returns {Normalised}
   */
  normalise(paste) {
    if (!SPECIAL.test(paste) && !isMarked(paste)) return new Normalised(this.#letters(paste), null, null);
    const stream = new Stream(paste.length);
    decodeInto(stream, paste);
    untag(stream);
    let size = 0;
    for (let index = 0; index < stream.length; index += 1) {
      const code = stream.codes[index] ?? 0;
      size += this.single[code] === SEVERAL ? (this.several.get(code)?.length ?? 0) : 1;
    }
    const plain = new Stream(size);
    for (let index = 0; index < stream.length; index += 1) {
      const code = stream.codes[index] ?? 0;
      const normalised = this.single[code];
      const start = stream.starts[index] ?? 0;
      const end = stream.ends[index] ?? 0;
      // An accent belongs to its letter.
      if (plain.length && code >= 0x300 && code <= 0x36f) plain.ends[plain.length - 1] = end;
      if (normalised !== SEVERAL) plain.add(normalised || code, start, end);
      else for (const part of this.several.get(code) ?? "") plain.add(part.charCodeAt(0), start, end);
    }
    return new Normalised(plain.text(), plain.starts, plain.ends);
  }

  /**
   * Return a template's text as it is compared; nothing is decoded in it.
   * @param {string} text
   * @returns {string}
   */
  plain(text) {
    if (ONLY_CAPITALS.test(text)) return text.toLowerCase();
    let plain = "";
    let start = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      const normalised = this.single[code];
      if (!normalised) continue;
      plain += text.slice(start, index);
      plain += normalised === SEVERAL ? (this.several.get(code) ?? "") : String.fromCharCode(normalised);
      start = index + 1;
    }
    return start ? plain + text.slice(start) : text;
  }

  /**
   * Return a paste in which every character becomes one.
   * @param {string} paste
   * @returns {string}
   */
  #letters(paste) {
    const codes = new Uint16Array(paste.length);
    for (let index = 0; index < paste.length; index += 1) {
      const code = paste.charCodeAt(index);
      codes[index] = this.single[code] || code;
    }
    return textOf(codes, codes.length);
  }
}
