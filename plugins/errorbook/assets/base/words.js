// What readers are told, in the language of the site: the build puts the sentences that a script says, of the
// site's own table, in the place of the English ones.

import sentences from "../../wording/en.json" with { type: "json" };

/** @typedef {keyof typeof sentences} Key */

// A hole, or a brace that is written twice.
const HOLES = /(\{\{|\}\}|\{\w+\})/;
const SENTENCES = /** @type {Record<string, string | Record<string, string>>} */ (sentences);
/** The language in which the site is worded. */
export const LANGUAGE = sentences["language.code"];
/** @type {Intl.PluralRules | undefined} */
let plurals;

/**
 * Return a sentence with its holes filled; `number` chooses among its forms.
 * @param {Key} key
 * @param {Record<string, string | number>} [values] by the names of the holes
 * @returns {string}
 */
export function say(key, values = {}) {
  return sayAround(key, values).join("");
}

/**
 * Return the parts of a sentence: its own texts, and in the place of holes what fills them.
 * @param {Key} key
 * @param {Record<string, string | number | Node>} values
 * @returns {(string | Node)[]}
 */
export function sayAround(key, values) {
  const text = SENTENCES[key] ?? "";
  return sentenceFor(text, Number(values["number"] ?? 0)).split(HOLES).map((part, place) => {
    if (place % 2 === 0) return part;
    if (/^(?:\{\{|\}\})$/.test(part)) return part.charAt(0);
    const value = values[part.slice(1, -1)] ?? "";
    return typeof value === "number" ? numberWords(value) : value;
  });
}

/**
 * @param {string | Record<string, string>} text
 * @param {number} number
 * @returns {string}
 */
function sentenceFor(text, number) {
  if (typeof text === "string") return text;
  plurals ??= new Intl.PluralRules(LANGUAGE);
  return text[plurals.select(number)] ?? text["other"] ?? "";
}

/**
 * Return what the catalogue lists in a group of keys such as "stops.", in its order.
 * @param {string} group
 * @returns {string[]}
 */
export function choicesIn(group) {
  return Object.keys(SENTENCES).flatMap((key) => (key.startsWith(group) ? key.slice(group.length) : []));
}

/**
 * Return a number as people write it.
 * @param {number} number
 * @param {number} [digits] behind the point
 * @returns {string}
 */
export function numberWords(number, digits = 0) {
  // By the site's own table, as the build writes them: a phone takes a tenth of a second to load its own.
  const [whole = "", rest] = number.toFixed(digits).split(".");
  const parted = whole.replace(/\B(?=(?:\d{3})+$)/g, sentences["number.group"]);
  return rest === undefined ? parted : parted + sentences["number.point"] + rest;
}
