// What a value of a kind looks like, and where it ends if its catalogue says so by a pattern.

/**
 * What an entry declares of a hole.
 * @typedef {{type: string, pattern?: string}} Kind
 */

/** @type {Kind} */
export const PLAIN_TEXT = { type: "text" };
/** @type {Kind} */
export const PLAIN_NAME = { type: "name" };
/** How somebody who pastes a message begins to ask for help. */
export const ASKING = "(?:please|pls|plz|kindly|thanks?|thx|help)";
const REQUEST = new RegExp(`^${ASKING}(?![^ \\t\\r\\n])`);
const MONTHS = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/;
const DIGIT = /[0-9]/;
/** Something that a code has and everyday words have not: a digit or a capital letter, for one. */
const CODE_MARK = /[^a-z \t\r\n-]/;
const AMOUNT_PART = /[0-9]|^[A-Z]{3}$/;
const DATE_PART = new RegExp(
  "[0-9]|^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?" +
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{0,6}day)?" +
    "|[ap]m|utc|gmt)$",
  "i",
);
const CODE_PART = /[0-9]|^[A-Z]{2,}$/;
/** No word with which a sentence goes on behind a name. */
const NAME_PART = new RegExp(
  "^(?!(?:although|are|because|but|can|cannot|could|does|has|have|if|is|means|no|or|should|since|so|then" +
    "|though|unless|until|was|were|when|whenever|whereas|while|will|would)$)",
);
const NO_PART = /^$/;
/**
 * What a further word of a value is like as it was written: of an amount a currency, of a date a month.
 * @type {Map<string, RegExp>}
 */
const FURTHER = new Map([
  ["money", AMOUNT_PART],
  ["number", AMOUNT_PART],
  ["date", DATE_PART],
  ["name", NAME_PART],
  ["email", NO_PART],
  ["url", NO_PART],
  ["account_code", CODE_PART],
  ["tax_code", CODE_PART],
  ["code", CODE_PART],
  ["document_number", CODE_PART],
  ["id", CODE_PART],
]);
const NEGATIONS = "not|never|no longer|nicht|kein(?:e[mnrs]?)?|nie(?:mals)?";
/** The words that turn a message into its opposite, before a value and behind it. */
const NEGATED = [
  new RegExp(`^(${NEGATIONS})[ \\t\\r\\n]`),
  new RegExp(`[ \\t\\r\\n](${NEGATIONS})(?: yet| any ?more| mehr)?$`),
];
const EVERYDAY = [/^([a-z\u00df-\u00ff]{2,})[ \t\r\n]/, /[ \t\r\n]([a-z\u00df-\u00ff]{2,})[.,;:!?)]*$/];
/** Units, and what a value is called, in small letters. */
const BESIDE_VALUES = new RegExp(
  "^(?:bytes?|chars?|characters?|cm|days?|dollars?|euros?|ft|[gkm]b|hours?|hrs?|id|inch(?:es)?|invoice" +
    "|items?|kg|km|kr|lbs?|lines?|mins?|minutes?|mm|months?|ms|n[or]|number|of|order|oz|pcs|per|percent" +
    "|points?|pounds?|px|rows?|secs?|seconds?|sku|times|uhr|units?|weeks?|years?|z\u0142)$",
);
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
 * Return whether whole sentences may be a value of a kind, so that nothing tells where it ends.
 * @param {Kind} kind
 * @returns {boolean}
 */
export function isAnyText({ type, pattern }) {
  return type === "text" && pattern === undefined;
}

/**
 * Return whether a text only asks for help where a value of a kind that is no words should stand.
 * @param {Kind} kind
 * @param {string} value
 * @returns {boolean}
 */
export function isRequest({ type }, value) {
  if ((FURTHER.get(type) ?? NAME_PART) === NAME_PART) return false;
  // 'Please' begins a sentence; 'HELP' may be a code.
  return REQUEST.test(value.charAt(0).toLowerCase() + value.slice(1));
}

/**
 * Return whether a value of a kind may go on with a word; in a date any before a year may be a month.
 * @param {Kind} kind
 * @param {string} word
 * @param {string} following
 * @returns {boolean}
 */
export function holds({ type }, word, following) {
  if (type === "date" && following && following < ":") return true;
  return FURTHER.get(type)?.test(word) ?? true;
}

/**
 * Return a word at an edge of a value that is none of its own, which of a text or a name only a negation is.
 * @param {Kind} kind
 * @param {string} value
 * @param {boolean[]} edges whether to look before it and behind
 * @returns {string}
 */
export function strayWord(kind, value, edges) {
  const typed = FURTHER.has(kind.type) && kind.type !== "name";
  const isUpper = value === value.toUpperCase() && value !== value.toLowerCase();
  const compared = typed || isUpper ? value.toLowerCase() : value;
  const negations = edges.map((edge, side) => (edge && NEGATED[side]?.exec(compared)?.[1]) || "");
  const negation = negations.find(Boolean) ?? "";
  if (negation || !typed) return negation;
  const words = edges.map((edge, side) => (edge && EVERYDAY[side]?.exec(value)?.[1]) || "");
  return words.find((word) => word && !BESIDE_VALUES.test(word) && !holds(kind, word, "")) ?? "";
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
