// The header's title as a way home, which Material leaves a plain text.

import { make } from "../base/dom.js";

/** Let the title lead where the logo does. */
export function startHomeLink() {
  const logo = document.querySelector("a.md-logo");
  const title = document.querySelector(".md-header__topic:first-child > .md-ellipsis");
  if (!(logo instanceof HTMLAnchorElement) || !title) return;
  const link = title.querySelector("a") ?? make("a", { class: "eb-home" }, ...title.childNodes);
  link.href = logo.href;
  title.replaceChildren(link);
}
