// What goes below a step or a cause, as elements: paragraphs, code, tables and boxes.
// The same elements as in parts.html.jinja, so that they look alike on a card and on a page.

import { make } from "./dom.js";
import { rich, worded } from "./rich-text.js";
import { LANGUAGE } from "./words.js";

/** @typedef {import("./shapes.js").TextBlock} TextBlock */
/** @typedef {import("./rich-text.js").Filling} Filling */

/**
 * Return the elements of blocks.
 * @param {TextBlock[] | undefined} blocks
 * @param {Filling} filling
 * @returns {HTMLElement[]}
 */
export function blockNodes(blocks, filling) {
  return (blocks ?? []).map(({ kind, text = "", rows = [], words = "" }) => {
    if (kind === "code") return make("pre", { class: "eb-code" }, make("code", {}, ...worded(text, filling)));
    if (kind === "table") return tableNode(rows, filling);
    if (kind === "text") return make("p", { class: "eb-more-text" }, ...rich(text, filling));
    const name = kind === "note" ? "info" : "warning";
    const begins = make("strong", { lang: LANGUAGE }, words);
    return make("p", { class: `eb-note eb-note--${name}` }, begins, " ", ...rich(text, filling));
  });
}

/**
 * @param {string[][]} rows
 * @param {Filling} filling
 * @returns {HTMLTableElement}
 */
function tableNode([heading = [], ...rows], filling) {
  const titles = heading.map((cell) => make("th", { scope: "col" }, ...rich(cell, filling)));
  const cells = (/** @type {string[]} */ row) => row.map((cell) => make("td", {}, ...rich(cell, filling)));
  const lines = rows.map((row) => make("tr", {}, ...cells(row)));
  return make(
    "table",
    { class: "eb-table" },
    make("thead", {}, make("tr", {}, ...titles)),
    make("tbody", {}, ...lines),
  );
}
