// The site's search is loaded at the first word, and the theme says nothing until it answers.

import { say } from "../base/words.js";

const WORD = /[\p{L}\p{N}]/u;

/**
 * Say that the first search is on its way, and let people who listen hear what comes of each: from when
 * somebody is in the box, since pages have a status of their own.
 */
export function startSearchWait() {
  const box = document.querySelector("[data-md-component=search-query]");
  const said = document.querySelector("[data-md-component=search-result] .md-search-result__meta");
  if (!(box instanceof HTMLInputElement) || !said) return;
  box.addEventListener("focus", () => said.setAttribute("role", "status"), { once: true });
  const first = () => {
    if (!WORD.test(box.value)) return;
    said.textContent = say("box.reading");
    box.removeEventListener("keyup", first);
  };
  box.addEventListener("keyup", first);
}
