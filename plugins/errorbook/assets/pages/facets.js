// What an index can be filtered by, and whether a row passes.

import { LANGUAGE, say } from "../base/words.js";

/**
 * A row of an index: its text in lower case, and what it is by each facet.
 * @typedef {{id: string, text: string, facets: Record<string, string[]>}} Row
 * @typedef {{value: string, label: string}} Choice
 */

// The twins of what words.py calls these; systems and records are called what the page's links say.
/** @type {{name: string, label: import("../base/words.js").Key, labels: Record<string, string>}[]} */
const FACETS = [
  { name: "system", label: "filter.product", labels: {} },
  { name: "record", label: "filter.record", labels: {} },
  {
    name: "severity",
    label: "filter.severity",
    labels: {
      "blocks-sync": "The whole sync",
      "blocks-record": "One record",
      warning: "Nothing, it warns",
      info: "Nothing, it informs",
    },
  },
  {
    name: "fixable",
    label: "filter.fixer",
    labels: {
      shop: "You",
      bookkeeper: "Your bookkeeper",
      admin: "An administrator",
      support: "Support",
      vendor: "The maker of the product",
    },
  },
];

/**
 * Return the facets in which the rows differ, with their choices.
 * @param {Row[]} rows
 * @param {ParentNode} page
 * @returns {{name: string, label: string, choices: Choice[]}[]}
 */
export function choicesOf(rows, page) {
  const links = [...page.querySelectorAll(".eb-way__links a")];
  return FACETS.map(({ name, label, labels }) => {
    const order = Object.keys(labels);
    const values = [...new Set(rows.flatMap((row) => row.facets[name] ?? []))];
    const choices = values.map((value) => ({
      value,
      label: new Map(Object.entries(labels)).get(value) ?? linkLabel(links, value) ?? inWords(value),
    }));
    choices.sort((one, other) =>
      order.length > 0
        ? order.indexOf(one.value) - order.indexOf(other.value)
        : one.label.localeCompare(other.label, LANGUAGE),
    );
    return { name, label: say(label), choices };
  }).filter(({ choices }) => choices.length > 1);
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
      .every((word) => row.text.includes(word)) &&
    Object.entries(wanted).every(([facet, value]) => !value || Boolean(row.facets[facet]?.includes(value)))
  );
}

/**
 * @param {Element[]} links
 * @param {string} slug
 * @returns {string | undefined}
 */
function linkLabel(links, slug) {
  const ends = [`${slug}/`, `${slug}/index.html`, `${slug}.html`];
  const link = links.find((one) => ends.some((end) => `/${one.getAttribute("href")}`.endsWith(`/${end}`)));
  return link?.firstChild?.textContent?.trim();
}

/**
 * @param {string} slug
 * @returns {string}
 */
function inWords(slug) {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
