// The letters and digits of codes, ids and titles: what is the same in them however they are written.

import { strip, stripStart } from "../helpers.js";

/** Letters or digits. */
export const PIECE = /[A-Za-z]+|[0-9]+/g;
const CODE_JOINTS = /[_.:/-]/g;
const CODE = /^[0-9A-Za-z \t_:#.()[\]/-]{0,64}$/;
const DECIMAL = /[0-9][.][0-9]|^[+-][0-9]/;
/** The address that an error keeps, or a path to it: a reply has it, and comes back with it. */
const PERMALINK = new RegExp(
  "^(?:https?://|(?![a-z]+://))(?:[!-\"$->@-~]{1,200}/|/)?e/(?=[0-9-]*[A-Za-z])([0-9A-Za-z-]{1,40})" +
    "(?:/|(?:/index)?[.]html)?(?:[?#][!-~]{0,200})?$",
);
const QUOTES = " \t\r\n\"'`*<>\u00ab\u00bb\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a";
// Programs to write with make a dash of a hyphen.
const DASHES = /[\u2010-\u2014\u2212\uff0d]/g;
const CODE_WORDS = new Set("error err code codes fault exception".split(" "));
/** What a code may be called besides; alone such a word stands before any number. */
const NUMBER_WORDS = new Set("number no nr id".split(" "));
const STATUS_WORDS = new Set("http https status response".split(" "));
const SHORTEST_TITLE = 8;

/**
 * Return where the letters or digits end that begin at a place: the place itself if none do.
 * @param {string} text
 * @param {number} start
 * @returns {number}
 */
export function partEnd(text, start) {
  const kind = kindAt(text, start);
  let end = start;
  while (kind && kindAt(text, end) === kind) end += 1;
  return end;
}

/**
 * Return 1 for a letter, 2 for a digit, 0 for everything else.
 * @param {string} text
 * @param {number} place
 * @returns {number}
 */
function kindAt(text, place) {
  const code = text.charCodeAt(place);
  if (code >= 48 && code <= 57) return 2;
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) ? 1 : 0;
}

/**
 * Return a text without the quotes, marks and blanks that stand around it.
 * @param {string} text
 * @returns {string}
 */
export function unquoted(text) {
  return strip(text, QUOTES);
}

/**
 * Return the words and numbers of a text that is nothing but a code, an id or the permalink of one.
 * @param {string} written
 * @returns {string[]}
 */
export function piecesOf(written) {
  const text = written.replace(DASHES, "-");
  const [, id] = PERMALINK.exec(text) ?? [];
  if (id) return partsOf(id);
  // What has a decimal point or a sign is an amount, not a code with a mark in it.
  return CODE.test(text) && !DECIMAL.test(text) ? partsOf(text) : [];
}

/**
 * Tell whether a blank may stand there: 'ORA 942', but not '42 P01' or 'card declined'.
 * @param {string[]} parts
 * @param {string} following
 * @returns {boolean}
 */
export function mayPart([first = "", ...alternatives], following) {
  return !alternatives.length && first.length > 1 && first.charAt(0) > "9" && following.charAt(0) <= "9";
}

/**
 * Tell whether a code of words alone stands in a paste as words of their own: 'card declined' is no code.
 * @param {string} code
 * @param {string} paste
 * @returns {boolean}
 */
export function isApart(code, paste) {
  return !/[0-9]/.test(code) && !paste.toLowerCase().replace(CODE_JOINTS, "").includes(keyOf(code));
}

/**
 * Return the pieces without what a status is called.
 * @param {string[]} pieces
 * @returns {string[]}
 */
export function bareOf(pieces) {
  return pieces.filter((piece) => !STATUS_WORDS.has(piece));
}

/**
 * Return the pieces without what a code is called.
 * @param {string[]} pieces
 * @returns {string[]}
 */
export function withoutWords(pieces) {
  const rest = pieces.filter((piece) => !CODE_WORDS.has(piece));
  return rest.length === pieces.length ? rest : rest.filter((piece) => !NUMBER_WORDS.has(piece));
}

/**
 * @param {string[]} pieces
 * @returns {string[]}
 */
export function idKeys(pieces) {
  const named = NUMBER_WORDS.has(pieces[0] ?? "") ? pieces.slice(1) : pieces;
  return bothKeys(named);
}

/**
 * Return the id that pieces are, among some; nothing where they are none of these.
 * @param {string[]} ids
 * @param {string[]} pieces
 * @returns {string}
 */
export function oneOf(ids, pieces) {
  const wanted = pieces.length ? idKeys(pieces) : [];
  return ids.find((id) => bothKeys(partsOf(id)).some((key) => wanted.includes(key))) ?? "";
}

/**
 * Return what is the same in an id with zeros before its number, and without.
 * @param {string[]} parts
 * @returns {[string, string]}
 */
export function bothKeys(parts) {
  return [parts.join(""), unpadded(parts.slice(0, -1).join(""), parts.at(-1) ?? "")];
}

/**
 * @param {string} text
 * @returns {string}
 */
export function keyOf(text) {
  return partsOf(text).join("");
}

/**
 * Return the letters and numbers of a code.
 * @param {string} text
 * @returns {string[]}
 */
export function partsOf(text) {
  return (text.match(PIECE) ?? []).map((piece) => piece.toLowerCase());
}

/**
 * Return the parts of a code without zeros before a number, unless it is nothing but a number.
 * @param {string[]} parts
 * @returns {string[]}
 */
export function unpad(parts) {
  if (parts.length === 1) return parts;
  return parts.map((part) => (part && part.charAt(0) <= "9" ? stripStart(part, "0") || "0" : part));
}

/**
 * @param {string} text
 * @returns {string}
 */
export function titleKey(text) {
  const key = keyOf(text);
  return key.length >= SHORTEST_TITLE && text.includes(" ") ? key : "";
}

/**
 * @param {string} prefix
 * @param {string} number
 * @returns {string}
 */
function unpadded(prefix, number) {
  return `${prefix}-${stripStart(number, "0")}`;
}
