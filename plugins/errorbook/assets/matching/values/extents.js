// Where a value begins and ends: its sign, currency, brackets and quotes, a number that touches another.

import { written } from "../words/lines.js";
import { TAG } from "../words/tags.js";
import { holds, isAnyText, PLAIN_NAME, PLAIN_TEXT } from "./value-kinds.js";

/** @typedef {import("../words/tokens.js").Tokens} Tokens */
/** @typedef {import("./value-kinds.js").Kind} Kind */

const CLOSED = /"[ \t]*[,:}\]]/;
const ESCAPES = /\\+(?=")/g;
const QUOTE_OF_NOTHING = /(?<![^\s=:,;([{])""(?![^\s,;)\]}])/;
const LONGEST_EDGE = 12;
/**
 * A gap that lets less through than this ends a value at the edge of a message: a quote, a cell's border or a
 * full stop, not a colon.
 */
const SENTENCE = 0.45;

const NUMERALS = "0123456789";
const DAY_OF_MONTH = /^[0-9]{1,2}$/;
const YEAR_OF_DAY = /^[0-9]{4}$/;
const BEFORE_SIGN = " \t\n\"'([";
const BRACKETS = [
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["<", ">"],
];
const WIDE_BLANK = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const CURRENCY = /^[\u00a2-\u00a5\u20a0-\u20cf]/;
const FIRST_NUMBER = /^[ \t\n]*[+-]?[0-9]+(?:[.,][0-9]+)*/;
const LAST_NUMBER = /(?<![0-9.,+-])[+-]?[0-9]+(?:[.,][0-9]+)*[ \t\n]*$/;

/**
 * Return the first word of a hole at the beginning of a message.
 * @param {number} place
 * @param {Tokens} tokens
 * @returns {number}
 */
export function leftEdge(place, tokens) {
  for (let steps = 0; steps < LONGEST_EDGE; steps += 1) {
    if (place === 0 || (steps && isStop(place, tokens))) break;
    if (steps === 0 && (tokens.gaps[place] ?? "").includes("\n")) break;
    place -= 1;
  }
  return place;
}

/**
 * Return the last word of a hole at the end of a message; words of another kind end it.
 * @param {number} place
 * @param {Tokens} tokens
 * @param {Kind} kind
 * @returns {number}
 */
export function rightEdge(place, tokens, kind) {
  for (let steps = 0; steps < LONGEST_EDGE; steps += 1) {
    const gap = tokens.gaps[place + 1] ?? "";
    if (place + 1 === tokens.words.length || gap.includes("\n") || gap.includes(TAG)) break;
    if (CLOSED.test(gap)) break;
    if (steps && (isStop(place + 1, tokens) || !mayHold(kind, gap, place + 1, tokens))) break;
    place += 1;
  }
  return place;
}

/**
 * Return the kind of the value that a message ends with; two that touch may hold any words.
 * A text that its own sentence names, and no colon announces, is no whole sentence: it ends like a name.
 * @param {import("../index/compiled-templates.js").Template} template
 * @param {Map<string, Kind>} declared
 * @returns {Kind}
 */
export function lastKind({ before, holes }, declared) {
  const [name = "", ...others] = holes.at(-1) ?? [];
  if (!name || others.length) return PLAIN_TEXT;
  const kind = declared.get(name) ?? PLAIN_TEXT;
  return isAnyText(kind) && !before.at(-1) ? PLAIN_NAME : kind;
}

/**
 * Tell whether a value may end before a word; the full stop of a day ends none: '3. Mai 2026'.
 * @param {number} word
 * @param {Tokens} tokens
 * @returns {boolean}
 */
function isStop(word, { boundaries, gaps, words }) {
  if ((boundaries[word] ?? 0) >= SENTENCE) return false;
  const [before = "", , after = ""] = words.slice(word - 1, word + 2);
  return gaps[word] !== ". " || !DAY_OF_MONTH.test(before) || !YEAR_OF_DAY.test(after);
}

/**
 * Tell whether a word behind a gap may be a value's; without a blank between, any is.
 * @param {Kind} kind
 * @param {string} gap
 * @param {number} word
 * @param {Tokens} tokens
 * @returns {boolean}
 */
function mayHold(kind, gap, word, tokens) {
  return !gap.includes(" ") || holds(kind, written(word, word + 1, tokens), tokens.words[word + 1] ?? "");
}

/**
 * Return where the marks that close a hole end, or its last word if they are not there.
 * @param {number} place
 * @param {string} fence
 * @param {Tokens} tokens
 * @returns {number}
 */
export function pastFence(place, fence, tokens) {
  const gap = tokens.gaps[place + 1] ?? "";
  const [line = ""] = gap.split("\n", 1);
  const found = fence ? line.indexOf(fence) : -1;
  return (tokens.ends[place] ?? 0) + (found === -1 ? 0 : found + fence.length);
}

/**
 * Return whether a blank of the plain text is a sign or a picture in the paste that a value may have.
 * @param {number} place
 * @param {Tokens} tokens
 * @param {Kind} kind
 * @returns {boolean}
 */
export function isSymbol(place, { normalised, paste }, kind) {
  if (normalised.text.charAt(place) !== " ") return false;
  const [start, end] = normalised.span(place, place + 1);
  const character = paste.charAt(start);
  if (kind.type === "number" && character === "\u00b0") return false;
  return end - start === 1 && character > "\x7f" && !WIDE_BLANK.test(character);
}

/**
 * Return a stretch of the plain text with what belongs to the value in it, as far as there is room.
 * @param {number} first
 * @param {number} after
 * @param {[least: number, most: number]} room
 * @param {Tokens} tokens
 * @returns {[first: number, after: number]}
 */
export function extend(first, after, [least, most], tokens) {
  const { text } = tokens.normalised;
  if (first > least && NUMERALS.includes(text.charAt(first)) && text.charAt(first - 1) === "-") {
    if (first === 1 || BEFORE_SIGN.includes(text.charAt(first - 2))) first -= 1;
  }
  const inside = text.slice(first, after);
  for (const [opening = "", closing = ""] of BRACKETS) {
    const more = inside.split(opening).length - inside.split(closing).length;
    if (more > 0 && after < most && text.charAt(after) === closing) after += 1;
    else if (more < 0 && first > least && text.charAt(first - 1) === opening) first -= 1;
  }
  if (inside.split('"').length % 2 === 0) {
    if (after < most && text.charAt(after) === '"') after += 1;
    else if (first > least && text.charAt(first - 1) === '"') first -= 1;
  }
  const before = currencySize(first - 1, -1, tokens);
  if (first - before >= least) first -= before;
  const behind = currencySize(after, 1, tokens);
  if (after + behind <= most) after += behind;
  return [first, after];
}

/**
 * Return how many quotes behind a number are its inches: those that nothing opens, two where doubled.
 * @param {number} first
 * @param {number} after
 * @param {[start: number, stop: number]} room
 * @param {Tokens} tokens
 * @returns {number}
 */
export function inchMark(first, after, [start, stop], { normalised: { text } }) {
  const marks = (/** @type {string} */ part) => part.split(/["']/).length;
  const size = marks(text.slice(after, stop)) - marks(text.slice(start, first));
  const numbered = NUMERALS.includes(text.charAt(after - 1));
  return numbered && (size === 1 || size === 2) && text.startsWith('"'.repeat(size), after) ? size : 0;
}

/**
 * Return a value without what JSON and a table's cell put before its quotes; in a cell none is alone.
 * @param {string} whole
 * @returns {string}
 */
export function plainQuotes(whole) {
  const value = whole.replace(ESCAPES, "");
  if (value.replaceAll('""', "").includes('"') || QUOTE_OF_NOTHING.test(value)) return value;
  return value.replaceAll('""', '"');
}

/**
 * Return where the first of two values ends of which one is a number; where none is, it has all.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {string | undefined} left
 * @param {string | undefined} right
 * @returns {number}
 */
export function numberEdge(text, start, end, left, right) {
  const stretch = text.slice(start, end);
  const [one, other] = [left === "number", right === "number"];
  const first = one && !other ? FIRST_NUMBER.exec(stretch) : null;
  if (first) return start + first[0].length;
  const last = other && !one ? LAST_NUMBER.exec(stretch) : null;
  return last ? start + last.index : end;
}

/**
 * Return how many characters a currency takes, with a space between; it is normalised to a space, too.
 * @param {number} place
 * @param {number} step
 * @param {Tokens} tokens
 * @returns {number}
 */
function currencySize(place, step, { normalised, paste }) {
  for (const size of [1, 2]) {
    if (normalised.text.charAt(place) !== " ") break;
    if (CURRENCY.test(paste.charAt(normalised.first(place)))) return size;
    place += step;
  }
  return 0;
}
