// What a value of a kind looks like, and where it ends if its catalogue says so by a pattern.

/**
 * What an entry declares of a hole.
 * @typedef {{type: string, pattern?: string}} Kind
 */

/** @type {Kind} */
export const PLAIN_TEXT = { type: "text" };
const MONTHS = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/;
const DIGIT = /[0-9]/;
/** Something that a code has and everyday words have not: a digit or a capital letter, for one. */
const CODE_MARK = /[^a-z \t\r\n-]/;
const BLANK = /[ \t\r\n]+/;
const BLANKS_AFTER = /[ \t\r\n]+/g;
const ENDS = "(?![^ \\t\\r\\n.,;:!?)\\]}'\"])";
const MOST_STARTS = 12;
/** @type {Map<string, RegExp>} */
const COMPILED = new Map();

/**
 * Return what an entry declares of each hole.
 * @param {import("../settings.js").Entry | undefined} entry
 * @returns {Map<string, Kind>}
 */
export function valueKinds(entry) {
  return new Map(Object.entries(entry?.values ?? {}));
}

/**
 * Return whether a text can be of a declared kind; unsure means yes, but a pattern is sure.
 * @param {string} value
 * @param {Kind} kind
 * @returns {boolean}
 */
export function agrees(value, { type, pattern }) {
  const words = value.split(BLANK).filter(Boolean);
  switch (type) {
    case "money":
    case "number":
    case "document_number":
      return DIGIT.test(value) && words.length <= 6;
    case "date":
      return (DIGIT.test(value) || MONTHS.test(value.toLowerCase())) && words.length <= 6;
    case "account_code":
    case "tax_code":
    case "code":
    case "id":
      return words.length <= 4 && value.length <= 60 && CODE_MARK.test(value);
    case "email":
      return value.includes("@");
    case "url":
      return words.length === 1;
    case "name":
      return value.length <= 200;
    default:
      return pattern === undefined || fits(value, pattern);
  }
}

/**
 * Return whether a pattern is of the whole of a text.
 * @param {string} value
 * @param {string} pattern
 * @returns {boolean}
 */
export function fits(value, pattern) {
  return compiledPattern(`^(?:${pattern})$`).test(value);
}

/**
 * Return the beginning of a text that a pattern is of and that another value touches; none is "".
 * @param {string} text
 * @param {string} pattern
 * @returns {string}
 */
export function ownStart(text, pattern) {
  return compiledPattern(`^(?:${pattern})`).exec(text)?.[0] ?? "";
}

/**
 * Return what a pattern is of at the beginning or the end of a text: whole words; none is "".
 * @param {string} text
 * @param {string} pattern
 * @param {boolean} atEnd
 * @returns {string}
 */
export function ownPart(text, pattern, atEnd) {
  if (!atEnd) return compiledPattern(`^(?:${pattern})${ENDS}`).exec(text)?.[0] ?? "";
  const starts = [0, ...Array.from(text.matchAll(BLANKS_AFTER), (blank) => blank.index + blank[0].length)];
  const parts = starts.slice(-MOST_STARTS).map((start) => text.slice(start));
  return parts.find((part) => fits(part, pattern)) ?? "";
}

/**
 * @param {string} source
 * @returns {RegExp}
 */
function compiledPattern(source) {
  const found = COMPILED.get(source) ?? new RegExp(source);
  COMPILED.set(source, found);
  return found;
}
