// What the lookup offers in the site's search: the errors that a text shows, and the lookup for what it may.

import { handoverAddress } from "../base/fragment.js";
import { outcomeWords } from "../base/phrases.js";
import { say } from "../base/words.js";

/**
 * A result as Material's search shows it; title and text are HTML there.
 * @typedef {{title: string, text: string}} Words
 * @typedef {Words & {location: string, score: number, terms: Record<string, boolean>}} Found
 */

const MOST_OFFERS = 3;
/** What results show of an error ends at this sign, which nobody sees; site/site_search.py puts it there. */
const SHOWN_UNTIL = "\u2063";
/** @type {Record<"describes" | "perhaps", import("../base/words.js").Key>} */
const OFFERED = { describes: "answer.describes", perhaps: "find.perhaps" };
/** A text of so many words is told, not searched for. */
const A_SENTENCE = 4;
/** Letters of a word that is as good as never the beginning of another one of the same meaning. */
const LONGEST_WHOLE = 4;
/** What the theme's search knows to ask for: an exact phrase, and words that must or must not be there. */
const OPERATORS = /"|(^|\s)[+-]\p{L}|[\p{L}\p{N}][*~^]/u;
const MADE_BY_PROGRAMS = /[{}<>[\]=|\\]|":/;
/** @type {Record<string, string>} */
const MARKUP = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Return all results: the errors that a text shows, then pages, and among them the lookup for a whole text.
 * @param {string} text
 * @param {import("../base/shapes.js").Answer | null} answer
 * @param {Found[][]} pages
 * @param {string} folder of the site's language, before the addresses of entries
 * @param {string} lookup address of the lookup
 * @returns {Found[][]}
 */
export function withOffers(text, answer, pages, folder, lookup) {
  const shown = pages.map((group) => group.map(asShown));
  return answer ? withAnswer(text, answer, shown, folder, lookup) : shown;
}

/**
 * Return what Material is to look for: of an id or a code alone all parts at once, where it would take any,
 * and of a sentence the short words as they are, where it would take all that begin so: "document" for "do".
 * @param {string} text
 * @param {string} separator the pattern of what parts words in the site's search
 * @returns {string}
 */
export function asSearched(text, separator) {
  const word = text.trim();
  const parts = /^[\p{L}\p{N}-]+$/u.test(word) ? word.split(new RegExp(separator)).filter(Boolean) : [];
  if (parts.length > 1 && /\p{N}/u.test(word)) return `${parts.map((part) => `+${part}`).join(" ")}*`;
  return isTold(text) && !OPERATORS.test(text) ? asSentence(text) : text;
}

/**
 * @param {string} text
 * @returns {string}
 */
function asSentence(text) {
  const words = text.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
  return words.map((word) => (word.length > LONGEST_WHOLE ? word : `${word}^1`)).join(" ");
}

/**
 * @param {string} text
 * @param {import("../base/shapes.js").Answer} answer
 * @param {Found[][]} pages
 * @param {string} folder
 * @param {string} lookup
 * @returns {Found[][]}
 */
function withAnswer(text, answer, pages, folder, lookup) {
  // The theme's key Enter opens what has the highest score.
  const best = Math.max(0, ...pages.flat().map(({ score }) => score));
  const { findings } = answer.result;
  const meant = findings.map(({ id, outcome }) => ({ id, words: led(outcomeWords(outcome), id) }));
  // The first alone is named with confidence, as in the lookup.
  const told = answer.suggestions.map(({ id, outcome }, place) => {
    const words = say(place === 0 ? OFFERED[outcome] : OFFERED.perhaps);
    return { id, words: led(words, id) };
  });
  const found = (findings.length > 0 ? meant : told).slice(0, MOST_OFFERS).flatMap(({ id, words }, place) => {
    const entry = answer.entries[id];
    if (!entry) return [];
    return [result(`${folder}${entry.url}`, entry.title, words, best + MOST_OFFERS - place)];
  });
  const others = pages.filter(([page]) => !found.some(({ location }) => location === page?.location));
  const needed = isTold(text) || found.length + others.length === 0;
  const all = result(handoverAddress(lookup, text), say("search.whole"), say("search.whole_why"), 0);
  const whole = needed ? [[all]] : [];
  const near = found.length ? 0 : MOST_OFFERS;
  return [...found.map((each) => [each]), ...others.slice(0, near), ...whole, ...others.slice(near)];
}

/**
 * Return a page as it is shown: of an error what it says, without all the words by which it is found.
 * @param {Found} page
 * @returns {Found}
 */
function asShown(page) {
  const [text = ""] = page.text.split(SHOWN_UNTIL);
  return { ...page, text };
}

/**
 * @param {string} words
 * @param {string} title
 * @returns {string}
 */
function led(words, title) {
  return say("answer.led", { words, title });
}

/**
 * Tell whether a text is a message, and not words to search for.
 * @param {string} text
 * @returns {boolean}
 */
function isTold(text) {
  return MADE_BY_PROGRAMS.test(text) || text.trim().split(/\s+/).length >= A_SENTENCE;
}

/**
 * @param {string} location
 * @param {string} title
 * @param {string} text
 * @param {number} score
 * @returns {Found}
 */
function result(location, title, text, score) {
  // No terms: where the theme marks them in pages, they would stand in the address that a server sees.
  return { location, title: escaped(title), text: escaped(text), score, terms: {} };
}

/**
 * @param {string} text
 * @returns {string}
 */
function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? sign);
}
