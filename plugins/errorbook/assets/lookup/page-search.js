// Hands words to the site's search, which knows the pages beside the errors.

import { actionButton, make, shown } from "../base/dom.js";
import { sayAround } from "../base/words.js";

const LONGEST_WORDS = 60;

/**
 * Return the way to the site's search for a text, or nothing where the theme has or shows none: on a disk it
 * hides its search.
 * @param {string} text
 * @returns {HTMLElement | null}
 */
export function searchPages(text) {
  const box = document.querySelector("[data-md-component=search-query]");
  const words = text.trim().replace(/\s+/g, " ");
  if (!(box instanceof HTMLInputElement) || box.closest("[hidden]") || !words) return null;
  const search = () => {
    box.value = words;
    // The theme opens its search at the focus, and reads what stands there after a key.
    box.focus();
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  };
  const button = actionButton("", "eb-button eb-button--quiet", search);
  button.append(...sayAround("box.pages", { words: make("bdi", {}, shown(words, LONGEST_WORDS)) }));
  return make("p", {}, button);
}
