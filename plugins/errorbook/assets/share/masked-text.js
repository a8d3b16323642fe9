// A whole paste fit to be passed on: only words that are known to be nobody's own stand in it.

import { LANGUAGE, say } from "../base/words.js";
import { functionWords } from "./function-words.js";
import { aroundStatedCodes } from "./stated-codes.js";

/** What stands for words that may be somebody's own. */
export const WORD_BLANK = "[…]";
const LONGEST_DRAFT = 1500;
const LETTERS = /^\p{L}+(?:['’]\p{L}+)?$/u;
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’.@_/-][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * Return the words of texts, in small letters.
 * @param {string[]} texts
 * @returns {Set<string>}
 */
export function wordsIn(texts) {
  return new Set(texts.flatMap((text) => text.toLowerCase().match(TOKEN) ?? []));
}

/**
 * Return what stands for a number, or for a word with digits.
 * @returns {string}
 */
export function numberBlank() {
  return say("draft.number");
}

/**
 * Return a text in which every word that is not known becomes a blank; codes that it states stay.
 * @param {string} text
 * @param {ReadonlySet<string>} known
 * @param {string} [language] of the site
 * @returns {string}
 */
export function maskedText(text, known, language = LANGUAGE) {
  const small = functionWords(language);
  const blank = (/** @type {string} */ word) => {
    const plain = word.toLowerCase();
    const nobodys = known.has(plain) || small.has(plain);
    if (nobodys && LETTERS.test(word)) return word;
    return /\p{N}/u.test(word) ? numberBlank() : WORD_BLANK;
  };
  // A sign of a currency tells an amount from a code, and goes only then.
  const masked = aroundStatedCodes(text.slice(0, LONGEST_DRAFT), (part) =>
    part.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{Zs}\n]/gu, " ").replace(TOKEN, blank),
  );
  return masked
    .replace(/(\[[^\p{Zs}[\]]+\])(?:[\p{P}\p{Zs}]*\1)+/gu, "$1")
    .replace(/\p{Zs}+/gu, " ")
    .trim();
}
