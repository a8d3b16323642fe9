// The rows of all errors as one file brings them: which are left by a filter, and what they look like.

import { make } from "../base/dom.js";
import { matches } from "./facets.js";

/**
 * @typedef {[id: string, url: string, title: string, message: string[], note: string,
 *   facets: string[][], codes: string, lang: string]} Packed
 */

const PACKED_FACETS = ["system", "record", "severity", "fixable"];

/**
 * Return the rows that are left of an index, and of how many.
 * @param {Packed[]} rows
 * @param {string} of what all rows of the index are or have: "system=shop", "codes", or nothing
 * @param {{words: string, wanted: Record<string, string>}} filter
 * @returns {{left: Packed[], number: number}}
 */
export function found(rows, of, { words, wanted }) {
  const [name = "", value = ""] = of.split("=");
  const listed = rows.filter(([, , , , , facets, codes]) =>
    name === "codes" ? codes !== "" : !name || facets[PACKED_FACETS.indexOf(name)]?.includes(value),
  );
  const left = listed.filter(([id, , title, message, note, facets, codes]) => {
    const text = `${id} ${codes} ${title} ${message.join("")} ${note}`.toLowerCase();
    const named = Object.fromEntries(PACKED_FACETS.map((facet, place) => [facet, facets[place] ?? []]));
    return matches({ id, text, facets: named }, words, wanted);
  });
  return { left, number: listed.length };
}

/**
 * Return a row as the lists of the pages have it.
 * @param {Packed} row
 * @param {string} root the way from the page to the site's root
 * @returns {HTMLElement}
 */
export function packedRow([id, url, title, message, note, , , lang], root) {
  const parts = message.map((text, place) => (place % 2 ? make("span", { class: "eb-hole" }, text) : text));
  const shown = message.join("") && make("span", { class: "eb-list__message" }, ...parts);
  return make(
    "li",
    { "data-id": id },
    make("a", { class: "eb-list__title", href: `${root}${url}`, lang: lang || undefined }, title),
    shown && " ",
    shown,
    note && " ",
    note && make("span", { class: "eb-list__note" }, note),
  );
}
