// The filter of an index of errors: words and choices, over lists that are complete without it.

import { matches } from "./facets.js";
import { startControls } from "./filter-controls.js";
import { shorten } from "./long-group.js";

/** @typedef {import("./facets.js").Row} Row */

/**
 * Put the controls in their place and filter the page's groups with them.
 * @param {HTMLElement} place
 */
export function startFilter(place) {
  const groups = [...document.querySelectorAll('[data-eb="group"]')].map((group) => ({
    group: /** @type {HTMLElement} */ (group),
    heading: headingOf(group),
    rows: [...group.querySelectorAll("li[data-id]")].map(rowOf),
  }));
  const rows = groups.flatMap((group) => group.rows);
  if (rows.length < 2) return;
  const number = new Set(rows.map(({ row }) => row.id)).size;
  const choices = rows.map(({ row }) => row);
  startControls(place, choices, ({ words, wanted, all }, tell) => {
    const left = new Set();
    for (const { group, heading, rows: members } of groups) {
      let visible = 0;
      for (const { item, row } of members) {
        item.hidden = !matches(row, words, wanted);
        if (item.hidden) continue;
        visible += 1;
        left.add(row.id);
      }
      group.hidden = visible === 0;
      shorten(group, all ? members : []);
      if (heading) heading.hidden = visible === 0;
    }
    tell(left.size, number);
  });
}

/**
 * Return the heading of a group, if it has one.
 * @param {Element} group
 * @returns {HTMLElement | null}
 */
export function headingOf(group) {
  const before = group.previousElementSibling;
  return before instanceof HTMLHeadingElement ? before : null;
}

/**
 * @param {Element} item
 * @returns {{item: HTMLElement, row: Row}}
 */
function rowOf(item) {
  const element = /** @type {HTMLElement} */ (item);
  const { id = "", system = "", records = "", severity = "", fixable = "", codes = "" } = element.dataset;
  const several = (/** @type {string} */ list) => list.split(" ").filter(Boolean);
  /** @type {string | undefined} */
  let text;
  const row = {
    id,
    // Put together when somebody looks for words: many rows are only scrolled past.
    get text() {
      return (text ??= `${id} ${codes} ${element.textContent ?? ""}`.toLowerCase());
    },
    facets: {
      system: several(system),
      record: several(records),
      severity: several(severity),
      fixable: several(fixable),
    },
  };
  return { item: element, row };
}
