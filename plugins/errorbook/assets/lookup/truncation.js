// Signs that a paste is only the beginning of a message.

const CUT_MARKS = /(?:…|\.\.\.|\[\.\.\.\]|\b(?:read|show|see) more)["')\]\s]*$/i;
const LAST_WORD = /([\p{L}]+)$/u;
// Sought in more, it would be tried at every letter of an endless word.
const LONGEST_WORD = 100;
const JOINING_WORDS = new Set(
  (
    "a an and are as at be been but by can cannot for from has have if in into is it must not of on or " +
    "that the this to was when with"
  ).split(" "),
);

/**
 * Tell whether a text seems to end too early: with dots, on a word that wants another, or within a word
 * of the known texts that come nearest.
 * @param {string} text
 * @param {string[]} [nearest]
 * @returns {boolean}
 */
export function looksCut(text, nearest = []) {
  const end = text.trimEnd();
  if (CUT_MARKS.test(end)) return true;
  const word = LAST_WORD.exec(end.slice(-LONGEST_WORD))?.[1]?.toLowerCase();
  // A word or two is a search, not a message that was cut.
  if (!word || end.split(/\s+/).length < 4) return false;
  return JOINING_WORDS.has(word) || isPartOfWord(word, nearest);
}

/**
 * @param {string} word
 * @param {string[]} texts
 * @returns {boolean}
 */
function isPartOfWord(word, texts) {
  if (word.length < 3) return false;
  const words = new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}]+/gu) ?? []));
  return (
    !words.has(word) &&
    [...words].some((whole) => whole.startsWith(word) && !isEnding(whole.slice(word.length)))
  );
}

/**
 * A plural or another form is no cut.
 * @param {string} rest
 * @returns {boolean}
 */
function isEnding(rest) {
  return ["s", "es", "d", "ed", "ing", "ly"].includes(rest);
}
