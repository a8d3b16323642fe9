// What copied texts show of a paste: values whose form, or whose every word, proves that they are harmless.

import { shown } from "../base/dom.js";
import { fits } from "../matching/values/value-kinds.js";

/** @typedef {import("../base/shapes.js").Card} Card */
/** @typedef {import("../base/shapes.js").ValueShape} ValueShape */

/**
 * Values as they may be passed on: what to write for each, and the names of those that are hidden.
 * @typedef {{words: Map<string, string>, hidden: string[]}} Masked
 */

// A shorter value stands in other values by chance.
const LONGEST_COPIED = 500;
const SHORTEST_TRACE = 3;
// Longer than any value that is worth a look.
const LONGEST_SHOWN = 200;
const MOST_DIGITS = 6;

const SHOWN_WORD = /[\p{L}\p{M}\p{N}]+/gu;
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?" +
  "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DAY_NUMBER = "(?:0?[1-9]|[12]\\d|3[01])";
const MONTH_NUMBER = "(?:0?[1-9]|1[0-2])";
const YEAR = "(?:19|20)\\d\\d";
const DATES = [
  `${YEAR}([-/.])${MONTH_NUMBER}\\1${DAY_NUMBER}`,
  `(?:${DAY_NUMBER}([-/.])${MONTH_NUMBER}|${MONTH_NUMBER}([-/.])${DAY_NUMBER})(?:\\2|\\3)${YEAR}`,
  `${DAY_NUMBER}(?:st|nd|rd|th)?[ -]${MONTH}\\.?,?[ -]${YEAR}`,
  `${MONTH}\\.? ${DAY_NUMBER}(?:st|nd|rd|th)?,? ${YEAR}`,
  `${MONTH} ${YEAR}`,
].join("|");
const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?";
const CLOCK = "\\d\\d?:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?: ?[ap]m)?(?: ?(?:Z|UTC|GMT|[+-]\\d\\d:?\\d\\d))?";
const TIME = `(?:(?:T|,? )${CLOCK})?`;
const WHOLE_DATE = new RegExp(`^${WEEKDAY}(?:${DATES})${TIME}$`, "i");
// Neither an amount, which has cents or a currency, nor anything as long as the number of a phone or a card.
const SHORT_NUMBER = /^[+-]?\d{1,6}$|^[+-]?\d{1,3}(?:[.,]\d{1,4})? ?%$/;
const SHORT_CODE = /^(?:[A-Z]{1,6}[-./]?\d{1,5}|\d{1,6})(?:[-./]\d{1,5})?(?:-?[A-Z]{1,2})?$/;
const WITH_CENTS = /^\d+[.]\d\d$/;
const DOCUMENT_NUMBER = /^(?:S?INV|SI|SO|PO|PINV|CN|SCN|CRN?|DN|BILL|ORD(?:ER)?|PAY|QU?|RCPT?|GRN)[-./]?\d/;
const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));

/**
 * Return what may be written for each value; hidden ones are called by what they are, in brackets.
 * @param {Readonly<Record<string, string>>} values
 * @param {Readonly<Record<string, ValueShape>>} shapes
 * @param {ReadonlySet<string>} [known] the words of the card, which say nothing about whoever sent the paste
 * @returns {Masked}
 */
export function maskedValues(values, shapes, known = new Set()) {
  const named = Object.entries(values).map(([name, value]) => {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    const text = shown(value.trim());
    return { name, shape, text, shows: isHarmless(text, shape, known) };
  });
  // The same customer may stand in two holes, of which only one is known to be a name.
  const traces = named
    .filter(({ text, shows }) => !shows && text.length >= SHORTEST_TRACE)
    .map(({ text }) => text.toLowerCase());
  const words = new Map();
  const hidden = [];
  for (const { name, shape, text, shows } of named) {
    const traced = traces.some((trace) => text.toLowerCase().includes(trace));
    if (!shows || traced) hidden.push(name);
    words.set(name, shows && !traced ? text : `[${calledBy(name, shape)}]`);
  }
  return { words, hidden };
}

/**
 * Return values without what could turn a text around.
 * @param {Record<string, string>} values
 * @returns {Map<string, string>}
 */
export function wholeValues(values) {
  return new Map(Object.entries(values).map(([name, value]) => [name, shown(value, LONGEST_COPIED)]));
}

/**
 * Return whether a value says nothing about anybody. What no rule proves harmless is foreign text: no pattern
 * knows every name.
 * @param {string} text
 * @param {ValueShape | undefined} shape
 * @param {ReadonlySet<string>} known
 * @returns {boolean}
 */
function isHarmless(text, shape, known) {
  if (!shape || shape.sensitive || text.length > LONGEST_SHOWN) return false;
  switch (shape.type) {
    case "date":
      return WHOLE_DATE.test(text);
    case "number":
      return SHORT_NUMBER.test(text);
    case "account_code":
    case "tax_code":
    case "code":
      return isCode(text) || allKnown(text, known);
    case "text":
      return allKnown(text, known);
    default:
      return shape.personal === false && shape.pattern !== undefined && fits(text, shape.pattern);
  }
}

/**
 * Return whether a text is a short code of digits, alone or with capitals, or a currency: it tells one error
 * from another.
 * @param {string} text
 * @returns {boolean}
 */
function isCode(text) {
  if (CURRENCIES.has(text)) return true;
  const isShort = SHORT_CODE.test(text) && text.replace(/\D/g, "").length <= MOST_DIGITS;
  const isOwn = WITH_CENTS.test(text) || DOCUMENT_NUMBER.test(text) || CURRENCIES.has(text.slice(0, 3));
  return isShort && !isOwn;
}

/**
 * @param {string} text
 * @param {ReadonlySet<string>} known
 * @returns {boolean}
 */
function allKnown(text, known) {
  const words = text.match(SHOWN_WORD) ?? [];
  return words.length > 0 && words.every((word) => known.has(word) || isIdentifier(word, known));
}

/**
 * Return whether a word is made of known words without blanks, as CreateInvoices is.
 * @param {string} word
 * @param {ReadonlySet<string>} known
 * @returns {boolean}
 */
function isIdentifier(word, known) {
  const humps = word.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  return humps.length > 1 && humps.every((hump) => known.has(hump.toLowerCase()));
}

/**
 * Return the words of a card as it writes them, and in small letters; the address of a page names nobody.
 * @param {Card} card
 * @returns {Set<string>}
 */
export function cardWords(card) {
  /** @type {Set<string>} */
  const known = new Set();
  JSON.stringify(card, (_, value) => {
    if (typeof value !== "string") return value;
    for (const word of value.match(SHOWN_WORD) ?? []) known.add(word).add(word.toLowerCase());
    return value;
  });
  return known;
}

/**
 * Return what to call a value.
 * @param {string} name
 * @param {ValueShape | undefined} shape
 * @returns {string}
 */
export function calledBy(name, shape) {
  return shape?.label ?? name.replaceAll("_", " ");
}
