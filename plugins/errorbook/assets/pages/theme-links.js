// The theme's own links: the header's title as a way home, which Material leaves a plain text, the tabs below
// it, and the links beside headings, which it shows to a mouse alone.

import { make } from "../base/dom.js";

/**
 * Take them out of what is read aloud and walked by keyboard: else each heading ends with "¶", and so many
 * stops of that name stand between the real ones. The table of contents has the same links by their names.
 * @param {ParentNode} page
 */
export function startHeadingLinks(page) {
  for (const link of page.querySelectorAll("a.headerlink")) {
    link.setAttribute("aria-hidden", "true");
    link.setAttribute("tabindex", "-1");
  }
}

/**
 * Go up to the tabs when the keyboard reaches them: behind the header they count as seen, and stay hidden.
 * @param {Element} tabs
 */
export function startTabs(tabs) {
  tabs.addEventListener("focusin", () => scrollTo(0, 0));
}

/** Let the title lead where the logo does. */
export function startHomeLink() {
  const logo = document.querySelector("a.md-logo");
  const title = document.querySelector(".md-header__topic:first-child > .md-ellipsis");
  if (!(logo instanceof HTMLAnchorElement) || !title) return;
  const link = title.querySelector("a") ?? make("a", { class: "eb-home" }, ...title.childNodes);
  link.href = logo.href;
  title.replaceChildren(link);
}
