// The theme's own links: the header's title as a way home, which Material leaves a plain text, and the links
// beside headings, which it shows to a mouse alone.

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

/** Let the title lead where the logo does, and the page go up to its tabs when the keyboard reaches them. */
export function startHomeLink() {
  document.querySelector(".md-tabs")?.addEventListener("focusin", () => scrollTo(0, 0));
  const logo = document.querySelector("a.md-logo");
  const title = document.querySelector(".md-header__topic:first-child > .md-ellipsis");
  if (!(logo instanceof HTMLAnchorElement) || !title) return;
  const link = title.querySelector("a") ?? make("a", { class: "eb-home" }, ...title.childNodes);
  link.href = logo.href;
  title.replaceChildren(link);
}
