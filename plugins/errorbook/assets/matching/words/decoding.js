// Escapes, entities and bad encodings undone, wherever they stand.

import { matchAt } from "./characters.js";

/** @typedef {import("./characters.js").Stream} Stream */

const ESCAPED = /"[ ]*[:,][ ]*["{[0-9]|\\"|[[{][ ]*"/;
const ESCAPE = /\\+([nrt]|u[0-9A-Fa-f]{4}|["'/]|)/y;
const ENTITY = /&(?:amp;)*(#[0-9]{1,6}|#[xX][0-9A-Fa-f]{1,5}|[A-Za-z]{2,8});/y;
const ENTITIES_ANYWHERE = new RegExp(ENTITY.source, "g");
const PERCENT_SPACE = /%20/;
const PERCENT = /%([2-7][0-9A-Fa-f])/y;
const ANSI = /\x1b\[[0-9;]{0,12}[A-Za-z]/y;
/** The names that HTML gives the characters from 161 to 255, in their order. */
const LATIN = `
iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3
acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde
Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute
Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc
atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve
oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
`.trim().split(/\s+/);
/** @type {Map<string, string>} */
const ENTITIES = new Map([
  .../** @type {[string, string][]} */ (LATIN.map((name, place) => [name, String.fromCharCode(161 + place)])),
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["amp", "&"],
  ["nbsp", " "],
  ["rsquo", "'"],
  ["lsquo", "'"],
  ["ldquo", '"'],
  ["rdquo", '"'],
  ["laquo", '"'],
  ["raquo", '"'],
  ["ndash", "-"],
  ["mdash", "-"],
  ["hellip", "..."],
  ["bdquo", '"'],
  ["sbquo", "'"],
  ["lsaquo", '"'],
  ["rsaquo", '"'],
  ["euro", "\u20ac"],
  ["trade", "\u2122"],
  ["bull", "\u2022"],
  ["minus", "-"],
  ["ensp", " "],
  ["emsp", " "],
  ["thinsp", " "],
]);
// UTF-8 read as Windows-1252, as it arrives from badly configured mail and exports.
const MOJIBAKE = new Map([
  ["\u00e2\u20ac\u2122", "'"],
  ["\u00e2\u20ac\u02dc", "'"],
  ["\u00e2\u20ac\u0153", '"'],
  ["\u00e2\u20ac\u009d", '"'],
  ["\u00e2\u20ac\u201c", "-"],
  ["\u00e2\u20ac\u201d", "-"],
  ["\u00e2\u20ac\u00a6", "..."],
  ["\u00c2\u00a0", " "],
]);
const DECODED = new Set([..."\\&%\x1b\u00e2\u00c2"].map((character) => character.charCodeAt(0)));

/**
 * What the characters at a place stand for, null for themselves, and how many they are.
 * @typedef {{text: string | null, size: number}} Decoding
 */

/** @type {Decoding} */
const ITSELF = { text: null, size: 1 };

/**
 * Undo escapes, entities and bad encodings; nothing becomes longer by that.
 * @param {Stream} stream
 * @param {string} paste
 */
export function decodeInto(stream, paste) {
  const escaped = ESCAPED.test(paste);
  // Not paste.includes: V8 would search again at each character that may be decoded.
  const percent = PERCENT_SPACE.test(paste);
  let position = 0;
  while (position < paste.length) {
    const code = paste.charCodeAt(position);
    const { text, size } = DECODED.has(code) ? decodeAt(paste, position, code, escaped, percent) : ITSELF;
    if (text === null) {
      for (let at = position; at < position + size; at += 1) stream.add(paste.charCodeAt(at), at, at + 1);
    } else {
      for (let at = 0; at < text.length; at += 1) stream.add(text.charCodeAt(at), position, position + size);
    }
    position += size;
  }
}

/**
 * @param {string} paste
 * @param {number} position
 * @param {number} code
 * @param {boolean} escaped
 * @param {boolean} percent
 * @returns {Decoding}
 */
function decodeAt(paste, position, code, escaped, percent) {
  if (code === 0x5c) return decodeEscape(paste, position, escaped);
  if (code === 0x26) {
    const match = matchAt(ENTITY, paste, position);
    const text = match ? decodeEntity(match[1] ?? "") : undefined;
    return match && text !== undefined ? { text, size: match[0].length } : ITSELF;
  }
  if (code === 0x25) {
    const match = percent ? matchAt(PERCENT, paste, position) : null;
    return match ? { text: String.fromCharCode(parseInt(match[1] ?? "", 16)), size: 3 } : ITSELF;
  }
  if (code === 0x1b) {
    const match = matchAt(ANSI, paste, position);
    return match ? { text: "", size: match[0].length } : ITSELF;
  }
  for (const size of [3, 2]) {
    const text = MOJIBAKE.get(paste.slice(position, position + size));
    if (text !== undefined) return { text, size };
  }
  return ITSELF;
}

/**
 * Decode all backslashes of a run at once: else a long run would be read again from each of them.
 * @param {string} paste
 * @param {number} position
 * @param {boolean} escaped
 * @returns {Decoding}
 */
function decodeEscape(paste, position, escaped) {
  const match = matchAt(ESCAPE, paste, position);
  const what = match?.[1] ?? "";
  const run = match ? match[0].length - what.length : 1;
  const size = run + what.length;
  // Outside of JSON a backslash and an n are more likely part of a path or a product name.
  if (!what || ("nrt".includes(what) && !escaped)) return { text: null, size: run };
  if (what.startsWith("u")) return { text: String.fromCharCode(parseInt(what.slice(1), 16)), size };
  if ("nrt".includes(what)) return { text: what === "t" ? "\t" : "\n", size };
  return { text: what, size };
}

/**
 * Return a text with the entities that normalising knows as the characters they stand for.
 * @param {string} text
 * @returns {string}
 */
export function withoutEntities(text) {
  return text.replace(ENTITIES_ANYWHERE, (whole, name) => decodeEntity(name) ?? whole);
}

/**
 * @param {string} name
 * @returns {string | undefined}
 */
function decodeEntity(name) {
  if (!name.startsWith("#")) return ENTITIES.get(name);
  const code = /[xX]/.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code < 0xd800 ? String.fromCharCode(code) : " ";
}
