// What an index can be filtered by, and whether a row passes.

import { say } from "../base/words.js";

/**
 * A row of an index: its text in lower case, and what it is by each facet.
 * @typedef {{id: string, text: string, facets: Record<string, string[]>}} Row
 * @typedef {{value: string, label: string}} Choice
 */

// What choices are called, and how they are ordered, is what the page's links to other indexes say.
/** @type {{name: string, label: import("../base/words.js").Key, sorted: boolean}[]} */
const FACETS = [
  { name: "system", label: "filter.product", sorted: true },
  { name: "record", label: "filter.record", sorted: true },
  { name: "severity", label: "filter.severity", sorted: false },
  { name: "fixable", label: "filter.fixer", sorted: false },
];

/**
 * Return the facets in which the rows differ, with their choices.
 * @param {Row[]} rows
 * @param {ParentNode} page
 * @returns {{name: string, label: string, choices: Choice[]}[]}
 */
export function choicesOf(rows, page) {
  const links = [...page.querySelectorAll(".eb-way__links a")];
  return FACETS.map(({ name, label, sorted }) => {
    const values = [...new Set(rows.flatMap((row) => row.facets[name] ?? []))];
    const choices = values.map((value) => {
      // Another facet may have a value of the same name.
      const place = links.findIndex((link) => link.getAttribute("data-facet") === `${name}=${value}`);
      return { value, place, label: links[place]?.firstChild?.textContent?.trim() || inWords(value) };
    });
    choices.sort(sorted ? byLetters : (one, other) => one.place - other.place);
    return { name, label: say(label), choices };
  }).filter(({ choices }) => choices.length > 1);
}

/**
 * Compare labels by their letters, accents behind them. A phone takes long to load a language's own order,
 * and those that pages are worded in differ in no more.
 * @param {Choice} one
 * @param {Choice} other
 * @returns {number}
 */
function byLetters(one, other) {
  const first = one.label.normalize("NFD").toLowerCase();
  const second = other.label.normalize("NFD").toLowerCase();
  return Number(first > second) - Number(first < second);
}

/**
 * Tell whether a row has all the words and is one of what is wanted.
 * @param {Row} row
 * @param {string} words
 * @param {Record<string, string>} wanted by facet; "" wants nothing
 * @returns {boolean}
 */
export function matches(row, words, wanted) {
  return (
    words
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
      .every((word) => row.text.includes(word)) &&
    Object.entries(wanted).every(([facet, value]) => !value || Boolean(row.facets[facet]?.includes(value)))
  );
}

/**
 * @param {string} slug
 * @returns {string}
 */
function inWords(slug) {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
