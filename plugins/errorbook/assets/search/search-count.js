// How many documents a search found: the theme counts the offer to look the text up as one.

import { handedOver } from "../base/fragment.js";

/** @typedef {Record<"search.result.none" | "search.result.one" | "search.result.other", string>} Words */

/** Count the documents alone, whenever the theme has written how many results there are. */
export function startSearchCount() {
  const said = document.querySelector("[data-md-component=search-result] .md-search-result__meta");
  const words = themeWords();
  if (!said || !words) return;
  const observer = new MutationObserver(() => {
    // The theme fills the list in the same breath.
    const links = [...(said.parentElement?.querySelectorAll("a") ?? [])];
    const results = Number(/\d+/.exec(said.textContent)?.[0]);
    // A thousand and more are rounded, where one does not count.
    if (!results || results > 999 || !links.some(({ hash }) => handedOver(hash))) return;
    said.textContent = counted(results - 1, words);
    observer.takeRecords();
  });
  observer.observe(said, { childList: true });
}

/** @returns {Words | null} how the theme tells a number of results, in the language of the site */
function themeWords() {
  try {
    /** @type {{translations: Words}} */
    const { translations } = JSON.parse(document.getElementById("__config")?.textContent ?? "");
    return translations;
  } catch {
    return null;
  }
}

/**
 * @param {number} number
 * @param {Words} words
 * @returns {string}
 */
function counted(number, words) {
  if (number === 0) return words["search.result.none"];
  if (number === 1) return words["search.result.one"];
  return words["search.result.other"].replace("#", String(number));
}
