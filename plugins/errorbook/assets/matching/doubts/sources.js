// Tells whose error a paste shows: the product that it names near a message, if that is another one's.
//
// A product is named by a mention in the message's line, or where the text says that it is the source:
// 'Square:', 'error from NetSuite', 'the Vend API', 'provider: Adyen', '<provider>Adyen' or
// '<log app="Adyen">'. For all but the first any name counts. A name that is denied, as in 'not from Xero',
// is no source, and a stranger may stand on the line above, or in the address of who sent it.

import { denial, heads, isSender } from "./naming.js";
import { written } from "../words/lines.js";
import { TAG } from "../words/tags.js";
import { split } from "../words/tokens.js";

/** @typedef {import("../candidates/scoring.js").ScoredAlignment} ScoredAlignment */
/** @typedef {import("../index/inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("../words/tokens.js").Tokens} Tokens */

const SAYS = new Set(
  "api error errors exception failure fault rejected responded response returned said says".split(" "),
);
const FROM = new Set(["from", "by"]);
const KEYS = new Set("app application integration platform provider service source vendor".split(" "));
const IN_ELEMENT = new RegExp(String.raw`<(${[...KEYS].join("|")})(?:[ \t][^<>]{0,80})?>[ \t\n]*$`, "i");
/** The tags that stand before a message, with the words of a value between. */
const TAGS = /<[A-Za-z][^<>]*>(?:[ \t\r\n]*(?:<[A-Za-z][^<>]*>|<!\[CDATA\[))*[^<>]*$/;
const ATTRIBUTE = /[ \t\r\n]([A-Za-z]+)=["']([A-Za-z][A-Za-z0-9 ._-]{0,40})["']/g;
const LONGEST_TAG = 120;
const LONGEST_TAGS = 300;
/** What stands before 'API' or behind 'source:' and is nobody's name. */
const GENERAL = new Set(
  (
    "accounting admin an api app client core csv default gateway http https import internal json local" +
    " manual none null online our public rest server sync system the their this unknown user web your"
  ).split(" "),
);

/**
 * Return the name of the product whose error it is, where that is not the entry's; else nothing.
 * What any program may say is anybody's, so for it a mere mention of another system counts.
 * @param {ScoredAlignment} scored
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {string}
 */
export function foreign(scored, tokens, inverted) {
  const entry = inverted.entries[scored.alignment.template.entry];
  const own = new Set([entry?.system, ...(entry?.with ?? [])]);
  let found = inAttribute(scored.start, own, tokens, inverted);
  let without = "";
  for (const [place, inLine] of wordsAround(scored, tokens, inverted.settings.near_words)) {
    const last = place < scored.start ? scored.start : tokens.words.length;
    // As the value of such a field, or in an address, a name needs no capital to be one.
    const sent = place < scored.start && isSender(place, tokens);
    const named = sent || isCapital(place, tokens) || Boolean(sourceKey(place, tokens));
    const { end, name } = inverted.names.find(tokens.words, place, last, named);
    if (!name) {
      if (!found && isUnlisted(place, tokens, inverted)) found = written(place, place + 1, tokens);
      continue;
    }
    const { denied, nothing } = denial(place, end, tokens);
    if (denied) {
      if (nothing && own.has(name.system)) without ||= `${denied} ${written(place, end, tokens)}`;
      continue;
    }
    if (own.has(name.system)) return "";
    if (found || inverted.names.neutral.has(name.system)) continue;
    const stranger = !name.system;
    const mentioned = inLine && (stranger || isGeneral(scored, inverted));
    const above = stranger && place < scored.start && (sent || heads(place, end, scored.start, tokens));
    const said = sourceKey(place, tokens) || (inLine && isSource(place, end, tokens));
    if (mentioned || above || said) found = written(place, end, tokens);
  }
  return found || without;
}

/**
 * Tell whether the entry's system is named near a message, or shown by another message of its own.
 * @param {ScoredAlignment} scored
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {boolean}
 */
export function isNamed(scored, tokens, inverted) {
  const { system = "" } = inverted.entries[scored.alignment.template.entry] ?? {};
  if (tokens.systems.has(system)) return true;
  return wordsAround(scored, tokens, inverted.settings.near_words).some(([place]) => {
    const last = place < scored.start ? scored.start : tokens.words.length;
    const { name } = inverted.names.find(tokens.words, place, last, isCapital(place, tokens));
    return name?.system === system;
  });
}

/**
 * Tell whether any program may say what is there of a wording: a status, everyday talk, an alias.
 * @param {ScoredAlignment} scored
 * @param {InvertedIndex} inverted
 * @returns {boolean}
 */
export function isGeneral({ alignment: { pairs, template } }, { settings }) {
  return pairs.length <= settings.status_words || template.everyday || template.role === "alias";
}

/**
 * Yield the words before and behind a message, and whether they are in its lines.
 * @param {ScoredAlignment} scored
 * @param {Tokens} tokens
 * @param {number} most
 * @returns {[place: number, inLine: boolean][]}
 */
function wordsAround({ start, end }, tokens, most) {
  /** @type {[number, boolean][]} */
  const before = [];
  let inLine = true;
  for (let place = start - 1; place >= Math.max(0, start - most); place -= 1) {
    inLine = inLine && !tokens.gaps[place + 1]?.includes("\n");
    before.push([place, inLine]);
  }
  /** @type {[number, boolean][]} */
  const behind = [];
  inLine = true;
  for (let place = end; place < Math.min(tokens.words.length, end + most); place += 1) {
    inLine = inLine && !tokens.gaps[place]?.includes("\n");
    behind.push([place, inLine]);
  }
  return [...before.reverse(), ...behind];
}

/**
 * Return the name of another product that a tag before a message gives: '<log app="NetSuite">'.
 * @param {number} start
 * @param {Set<string | undefined>} own
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {string}
 */
function inAttribute(start, own, { normalised, paste, starts }, inverted) {
  const begin = normalised.first(starts[start] ?? 0);
  const [tags = ""] = TAGS.exec(paste.slice(Math.max(0, begin - LONGEST_TAGS), begin)) ?? [];
  for (const [, key = "", value = ""] of tags.matchAll(ATTRIBUTE)) {
    const { words } = split(value.toLowerCase());
    const capital = value <= "[";
    const { name } = inverted.names.find(words, 0, words.length, capital);
    if (name && !own.has(name.system) && !inverted.names.neutral.has(name.system)) return value;
    const [first = ""] = words;
    const unlisted = !name && capital && !GENERAL.has(first) && !inverted.knows(first);
    if (unlisted && KEYS.has(key.toLowerCase())) return value;
  }
  return "";
}

/**
 * Tell whether a word is a name by what it is said to do: no word of ours, and with a capital.
 * Of what a 'provider' is called the capital may be lost.
 * @param {number} place
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {boolean}
 */
function isUnlisted(place, tokens, inverted) {
  const word = tokens.words[place] ?? "";
  if (GENERAL.has(word) || inverted.knows(word)) return false;
  if (!isCapital(place, tokens)) {
    return sourceKey(place, tokens) === "provider" && isAll(place, tokens);
  }
  const api = tokens.words[place + 1] === "api" && !tokens.marks[place + 1];
  return api || isFrom(place, tokens) || Boolean(sourceKey(place, tokens));
}

/**
 * Tell whether a text says that a name is where a message comes from.
 * @param {number} start
 * @param {number} end
 * @param {Tokens} tokens
 * @returns {boolean}
 */
function isSource(start, end, tokens) {
  const behind = (tokens.marks[end] ?? "").slice(0, 1);
  const says = end < tokens.words.length && !behind && SAYS.has(tokens.words[end] ?? "");
  const marked = behind === ":" || behind === "]" || behind === "-";
  return marked || says || isFrom(start, tokens);
}

/**
 * Tell whether 'error from' or 'returned by' stands before a word, with one word between at most.
 * @param {number} place
 * @param {Tokens} tokens
 * @returns {boolean}
 */
function isFrom(place, { words, marks }) {
  for (const at of [place - 1, place - 2]) {
    if (at >= 1 && FROM.has(words[at] ?? "") && !marks[at]) {
      return words.slice(Math.max(0, at - 2), at).some((word) => SAYS.has(word));
    }
  }
  return false;
}

/**
 * Return the key or the element that names a source and whose value begins with a word; else nothing.
 * @param {number} place
 * @param {Tokens} tokens
 * @returns {string}
 */
function sourceKey(place, { gaps, marks, normalised, paste, starts, words }) {
  const mark = marks[place] ?? "";
  const word = words[place - 1] ?? "";
  if (KEYS.has(word) && (mark.includes(":") || mark.includes("="))) return word;
  if (!gaps[place]?.includes(TAG)) return "";
  const begin = normalised.first(starts[place] ?? 0);
  return IN_ELEMENT.exec(paste.slice(Math.max(0, begin - LONGEST_TAG), begin))?.[1]?.toLowerCase() ?? "";
}

/**
 * Tell whether a word is all that a field holds: no other stands behind it but the next field's key.
 * @param {number} place
 * @param {Tokens} tokens
 * @returns {boolean}
 */
function isAll(place, { gaps, marks }) {
  return gaps[place + 1] !== " " || (marks[place + 2]?.includes("=") ?? true);
}

/**
 * @param {number} place
 * @param {Tokens} tokens
 * @returns {boolean}
 */
function isCapital(place, { normalised, paste, starts, ends }) {
  const character = paste.charAt(normalised.span(starts[place] ?? 0, ends[place] ?? 0)[0]);
  return character >= "A" && character <= "Z";
}
