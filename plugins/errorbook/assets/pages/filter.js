// The filter of an index of errors: words and choices, over lists that are complete without it.

import { make } from "../base/dom.js";
import { choicesOf, matches } from "./facets.js";
import { filterOf, withFilter } from "./filter-address.js";
import { shorten } from "./long-group.js";
import { say } from "../base/words.js";

/** @typedef {import("./facets.js").Row} Row */

const TYPING_REST = 120;

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
  const words = make("input", {
    type: "search",
    id: "eb-filter-words",
    class: "eb-filter__words",
    autocomplete: "off",
  });
  const count = make("p", { class: "eb-filter__count", role: "status" });
  const facets = choicesOf(
    rows.map(({ row }) => row),
    document,
  ).map(({ name, label, choices }) => ({
    name,
    control: make(
      "select",
      { id: `eb-filter-${name}`, class: "eb-filter__choice" },
      make("option", { value: "" }, say("filter.any")),
      ...choices.map((choice) => make("option", { value: choice.value }, choice.label)),
    ),
    label,
  }));

  const apply = () => {
    const wanted = Object.fromEntries(facets.map(({ name, control }) => [name, control.value]));
    const filter = { words: words.value.trim(), ...wanted };
    const address = withFilter(location.href, filter);
    if (address !== location.href) history.replaceState(history.state, "", address);
    const all = Object.values(filter).every((value) => value === "");
    const left = new Set();
    for (const { group, heading, rows: members } of groups) {
      let visible = 0;
      for (const { item, row } of members) {
        item.hidden = !matches(row, words.value, wanted);
        if (item.hidden) continue;
        visible += 1;
        left.add(row.id);
      }
      group.hidden = visible === 0;
      shorten(group, all ? members : []);
      if (heading) heading.hidden = visible === 0;
    }
    const number = new Set(rows.map(({ row }) => row.id)).size;
    const errors = say("count.errors", { number });
    count.textContent = left.size === number ? "" : say("filter.left", { left: left.size, errors });
    count.classList.toggle("eb-filter__count--none", left.size === 0);
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;
  words.addEventListener("input", () => {
    clearTimeout(rest);
    rest = setTimeout(apply, TYPING_REST);
  });
  for (const { control } of facets) control.addEventListener("change", apply);
  place.append(
    field("eb-filter-words", say("filter.words"), words),
    ...facets.map(({ name, label, control }) => field(`eb-filter-${name}`, label, control)),
    count,
  );
  place.hidden = false;
  const controls = [{ name: "words", control: words }, ...facets];
  const take = () => {
    const filter = filterOf(
      location.hash,
      controls.map(({ name }) => name),
    );
    if (Object.values(filter).every((value) => value === "")) return;
    for (const { name, control } of controls) control.value = filter[name] ?? "";
  };
  take();
  addEventListener("hashchange", () => (take(), apply()));
  // Browsers put back choices made before a reload.
  apply();
}

/**
 * @param {string} id
 * @param {string} label
 * @param {HTMLElement} control
 * @returns {HTMLElement}
 */
function field(id, label, control) {
  return make("div", { class: "eb-filter__field eb-field" }, make("label", { for: id }, label), control);
}

/**
 * @param {Element} group
 * @returns {HTMLElement | null}
 */
function headingOf(group) {
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
  const row = {
    id,
    text: `${id} ${codes} ${element.textContent ?? ""}`.toLowerCase(),
    facets: {
      system: several(system),
      record: several(records),
      severity: several(severity),
      fixable: several(fixable),
    },
  };
  return { item: element, row };
}
