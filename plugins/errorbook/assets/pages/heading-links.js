// The links beside headings, which a theme shows to a mouse alone.

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
