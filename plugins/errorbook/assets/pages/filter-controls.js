// The controls of an index's filter: words and choices, kept alike with the page's address, in the fragment,
// which browsers keep to themselves: "#words=tax&system=shop".

import { announce } from "../base/clipboard.js";
import { make } from "../base/dom.js";
import { handoverAddress } from "../base/fragment.js";
import { say } from "../base/words.js";
import { choicesOf } from "./facets.js";

/**
 * What somebody looks for: words, a value for each facet, "" for any; and whether that is nothing at all.
 * @typedef {{words: string, wanted: Record<string, string>, all: boolean}} Filter
 */

const TYPING_REST = 120;

/**
 * Put the controls in their place.
 * @param {HTMLElement} place
 * @param {import("./facets.js").Row[]} rows what there is to choose from
 * @param {(filter: Filter, tell: (left: number, number: number, more?: string) => void) => void} show shows
 *   what is looked for, and tells how many of how many errors that are, and what else there is to say
 */
export function startControls(place, rows, show) {
  const words = make("input", { type: "search", id: "eb-filter-words", autocomplete: "off" });
  const count = make("p", { class: "eb-filter__count", role: "status" });
  const further = make("p", { class: "eb-filter__further" });
  const facets = choicesOf(rows, document).map(({ name, label, choices }) => ({
    name,
    control: make(
      "select",
      { id: `eb-filter-${name}` },
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
    show({ words: words.value, wanted, all }, (left, number, more = "") => {
      const [text, none] = [`${leftOf(left, number)}${more}`, left === 0];
      // To the eye the whole list says so itself.
      if (!text && count.textContent && number > 0) announce(say("count.errors", { number }));
      // The lookup reads whole messages and forgives typing mistakes; a filter does neither.
      const href = handoverAddress(place.dataset["lookup"] ?? "", filter.words);
      further.replaceChildren(...(none && filter.words ? [make("a", { href }, say("search.whole"))] : []));
      count.textContent = text;
      count.classList.toggle("eb-filter__count--none", none);
    });
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
    further,
  );
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
 * Return how many of how many errors are left, where that is not all of them.
 * @param {number} left
 * @param {number} number
 * @returns {string}
 */
function leftOf(left, number) {
  return left === number ? "" : say("filter.left", { left, errors: say("count.errors", { number }) });
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
 * Return what a fragment filters by, which anybody may have written: names it does not hold are "".
 * @param {string} hash
 * @param {string[]} names
 * @returns {Record<string, string>}
 */
function filterOf(hash, names) {
  const pairs = new URLSearchParams(hash.replace(/^#/, ""));
  return Object.fromEntries(names.map((name) => [name, pairs.get(name) ?? ""]));
}

/**
 * Return an address that keeps a filter; without one it is left as it was, also with a heading's anchor.
 * @param {string} href
 * @param {Record<string, string>} filter
 * @returns {string}
 */
function withFilter(href, filter) {
  const [address = "", fragment = ""] = href.split("#");
  const pairs = Object.entries(filter).filter(([, value]) => value !== "");
  if (pairs.length > 0) return `${address}#${new URLSearchParams(pairs)}`;
  return fragment.includes("=") ? address : href;
}
