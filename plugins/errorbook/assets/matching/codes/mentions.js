// Which of the known codes that stand in a paste are meant as codes there, and whose they are.

import { MOST_LOOKED_AT, YEAR } from "./codes.js";
import { strip } from "../helpers.js";
import { Surroundings } from "./code-context.js";
import { split } from "../words/tokens.js";
import { PIECE } from "./code-keys.js";

/** @typedef {import("./codes.js").Candidate} Candidate */
/** @typedef {import("./codes.js").Code} Code */
/** @typedef {import("../settings.js").Entry} Entry */

/**
 * A code that stands in a paste, and the entries that declare it; sure: the text calls it a code, so that it
 * counts beside a message, too.
 * @typedef {{start: number, end: number, codes: Code[], sure: boolean}} Mention
 */

const MOST_MENTIONS = 20;
/** Letters of a code such as card_declined that is no word of a sentence; characters of one such as 42P01. */
const LETTERS_OF_CODE = 8;
const SHORTEST_MIXED = 4;
/** How many words of an entry make a number beside them its code, and of how many letters. */
const SHARED_WORDS = 2;
const SHARED_WORD = 4;
const SOME_DIGIT = /[0-9]/;
const REASON = new RegExp(
  "^[\"')\\]:,;-]{0,2} ?(?:unauthori[sz]ed|forbidden|not found|too many requests|bad request|conflict" +
    "|internal server|bad gateway|service unavailable|gateway time|unprocessable|method not|not acceptable)",
);
const STATUS = /(?:http(?:\/[0-9.]+)?|status|response)(?:[ _-]?code)?[ "'=:(]{0,4}$/;

/** Finds the codes of an index in pastes. */
export class Mentions {
  #codes;
  #inverted;

  /**
   * Keep the codes, and what tells whose they are.
   * @param {import("./codes.js").Codes} codes
   * @param {import("../index/inverted-index.js").InvertedIndex} inverted
   */
  constructor(codes, inverted) {
    this.#codes = codes;
    this.#inverted = inverted;
  }

  /**
   * Return the codes that stand in a paste, in its order, each entry once.
   * @param {string} paste
   * @returns {Mention[]}
   */
  find(paste) {
    /** @type {Mention[]} */
    const found = [];
    /** @type {Set<number>} */
    const seen = new Set();
    const alone = !strip(paste, " \t\r\n").includes("\n");
    let looked = 0;
    for (const candidate of this.#codes.candidates(paste)) {
      if (looked === MOST_LOOKED_AT || found.length === MOST_MENTIONS) break;
      looked += 1;
      const { start, end, codes } = candidate;
      if (codes.every(({ place }) => seen.has(place))) continue;
      const around = new Surroundings(paste, start, end, alone, this.#inverted.normaliser);
      const mention = this.#scoreAlignment(paste.slice(start, end), candidate, around);
      if (!mention) continue;
      for (const { place } of mention.codes) seen.add(place);
      found.push(mention);
    }
    return found;
  }

  /**
   * Return what a code that stands somewhere says, if it is meant as one there.
   * @param {string} written
   * @param {Candidate} candidate
   * @param {Surroundings} around
   * @returns {Mention | undefined}
   */
  #scoreAlignment(written, { start, end, codes }, around) {
    const prefix = around.namesBefore.map((name) => this.#codes.system(name)).find(Boolean) ?? "";
    if (around.isJoined && !prefix && !around.isMarked) return undefined;
    const line = this.#named(around.text(written));
    let { own } = line;
    if (prefix) own = new Set([prefix]);
    else if (!own.size) ({ own } = this.#named(around.wide(written)));
    const fitting = codes.filter(({ known }) => own.has(known));
    const telling = codes.some(({ text }) => isTellingCode(text, written));
    if (!fitting.length && (own.size || line.foreign) && !telling) return undefined;
    const meant = fitting.length ? fitting : codes;
    const statuses = meant.filter(({ role }) => role === "status");
    if (statuses.length) {
      const named = prefix || telling || REASON.test(around.behind) || STATUS.test(around.before);
      return fitting.length && named ? { start, end, codes: statuses, sure: false } : undefined;
    }
    if (telling) return { start, end, codes: meant, sure: true };
    if (around.isCounted) return undefined;
    const number = isNumber(written);
    if (isNamedCode(written, prefix, fitting.length > 0, around)) {
      return { start, end, codes: meant, sure: true };
    }
    const weak = around.isClosed || (around.isAtEdge && this.#shares(around, meant));
    const year = YEAR.test(written) && !fitting.length;
    return weak && number && !year ? { start, end, codes: meant, sure: false } : undefined;
  }

  /**
   * Return the systems that a text names, and whether it names a stranger.
   * @param {string} line
   * @returns {{own: Set<string>, foreign: boolean}}
   */
  #named(line) {
    const { normaliser, names } = this.#inverted;
    const normalised = normaliser.normalise(line);
    const { words, gaps } = split(normalised.text);
    /** @type {Set<string>} */
    const own = new Set();
    let foreign = false;
    let at = 0;
    for (const [place, word] of words.entries()) {
      at += gaps[place]?.length ?? 0;
      const first = line.charAt(normalised.first(at));
      at += word.length;
      const { name } = names.find(words, place, words.length, first >= "A" && first <= "Z");
      if (name && !name.system) foreign = true;
      else if (name && !names.neutral.has(name.system)) own.add(name.system);
    }
    return { own, foreign };
  }

  /**
   * Tell whether most of the words beside a number are those of its entry.
   * @param {Surroundings} around
   * @param {Code[]} codes
   * @returns {boolean}
   */
  #shares(around, codes) {
    const beside = split(`${around.line} ${around.rest}`).words.filter((word) => word.length >= SHARED_WORD);
    const words = new Set(beside);
    return codes.some(({ place }) => {
      const own = this.#words(/** @type {Entry} */ (this.#inverted.entries[place]));
      const shared = [...words].filter((word) => own.has(word)).length;
      return shared >= SHARED_WORDS && 2 * shared >= words.size;
    });
  }

  /**
   * @param {Entry} entry
   * @returns {Set<string>}
   */
  #words({ title = "", messages = [] }) {
    const texts = [title, ...messages.map(([text]) => text)];
    return new Set(texts.flatMap((text) => split(this.#inverted.normaliser.plain(text)).words));
  }
}

/**
 * Tell whether a text calls something a code, or gives it behind the name of its system.
 * @param {string} written
 * @param {string} prefix
 * @param {boolean} fits
 * @param {Surroundings} around
 * @returns {boolean}
 */
function isNamedCode(written, prefix, fits, around) {
  if (around.callsItError || around.callsItCode(fits)) return SOME_DIGIT.test(written) || around.isCell;
  if (!isNumber(written) || !fits) return false;
  if (prefix && around.isJoined) return true;
  return !YEAR.test(written) && (prefix !== "" || around.isSaid);
}

/**
 * Tell whether a code is no number and no word of the language, so that it needs nothing to name it.
 * @param {string} text
 * @param {string} written
 * @returns {boolean}
 */
export function isTellingCode(text, written) {
  const pieces = text.match(PIECE) ?? [];
  const all = pieces.join("").length;
  const letters = pieces.filter((piece) => !isNumber(piece)).join("").length;
  if (letters < all) return letters > 0 && all >= SHORTEST_MIXED;
  if (letters < LETTERS_OF_CODE) return false;
  if (pieces.length > 1) return written.includes("_") || written.toLowerCase() === text.toLowerCase();
  return /[a-z][A-Z]/.test(text) || (text === written && !/[a-z]/.test(text));
}

/**
 * @param {string} text
 * @returns {boolean}
 */
function isNumber(text) {
  return /^[0-9]+$/.test(text);
}
