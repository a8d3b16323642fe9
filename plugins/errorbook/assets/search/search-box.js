// The box of the header's search: Tab and Escape, on which Material closes it and leaves the focus nowhere,
// the wait for the search, which is loaded at the first word while the theme says nothing, and texts that
// come without a key.

import { announce } from "../base/clipboard.js";
import { say } from "../base/words.js";

const RESULTS = ".md-search-result__list :is(:not(details) > [href], summary, details[open] [href])";
// Results are told to people who listen once somebody has not typed, and nothing more has come, for so long.
const REST = 1000;
const WORD = /[\p{L}\p{N}]/u;

/** Let Tab walk through the results, and Escape lead back: to the box, then to where it was opened. */
export function startSearchKeys() {
  const toggle = document.getElementById("__search");
  const box = document.querySelector("[data-md-component=search-query]");
  const output = document.querySelector(".md-search__output");
  if (!(toggle instanceof HTMLInputElement) || !box || !(output instanceof HTMLElement)) return;
  /** @type {EventTarget | null} */
  let from = null;
  const turned = () => {
    // What scrolls is a stop for the keyboard, also while nobody sees it.
    output.inert = !toggle.checked;
    if (!toggle.checked) from = null;
  };
  turned();
  toggle.addEventListener("change", turned);
  box.addEventListener("focusin", (event) => {
    if (!toggle.checked && event instanceof FocusEvent) from = event.relatedTarget;
  });
  const neighbour = (/** @type {Element} */ here, /** @type {boolean} */ backwards) => {
    const stops = [box, ...output.querySelectorAll(RESULTS)];
    // What had the focus may be gone: results are shown anew as more is found.
    return stops[Math.max(0, stops.indexOf(here)) + (backwards ? -1 : 1)];
  };
  const before = (/** @type {Element} */ here) => {
    if (here === box) return from;
    return output.contains(here) ? box : null;
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (!toggle.checked || event.isComposing || !(event.target instanceof Element)) return;
    // The first half of Shift + Tab, with which Material would go back to the box.
    if (event.key === "Shift" && output.contains(event.target)) event.stopPropagation();
    const next = event.key === "Tab" && neighbour(event.target, event.shiftKey);
    const goal = next || (event.key === "Escape" && before(event.target));
    if (!(goal instanceof HTMLElement)) return;
    event.preventDefault();
    event.stopPropagation();
    if (goal === from) toggle.click();
    goal.focus();
  };
  // Before Material, which listens at the window, too.
  addEventListener("keydown", key, { capture: true });
}

/**
 * Say that the first search is on its way, and tell people who listen what comes of each, from when somebody
 * is in the box: the theme writes at every letter, also that nothing is found before it has looked.
 */
export function startSearchWait() {
  const box = document.querySelector("[data-md-component=search-query]");
  const said = document.querySelector("[data-md-component=search-result] .md-search-result__meta");
  if (!(box instanceof HTMLInputElement) || !said) return;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;
  const later = () => {
    clearTimeout(rest);
    rest = setTimeout(() => announce((said.textContent ?? "").trim()), REST);
  };
  const listen = () => new MutationObserver(later).observe(said, { childList: true });
  box.addEventListener("focus", listen, { once: true });
  const first = () => {
    if (!WORD.test(box.value)) return;
    said.textContent = say("box.reading");
    box.removeEventListener("keyup", first);
  };
  box.addEventListener("keyup", first);
}

/** Let the theme, which reads its box when a key goes up, hear of a text without one: pasted or spoken. */
export function startSearchInput() {
  const box = document.querySelector("[data-md-component=search-query]");
  // The same text is looked up once, so a key that does come tells it nothing new.
  box?.addEventListener("input", () => box.dispatchEvent(new KeyboardEvent("keyup")));
}
