// Copy buttons on an entry's page, one for each wording, where the theme has none.

import { copyButton } from "../base/clipboard.js";
import { say } from "../base/words.js";

/**
 * Add the buttons.
 * @param {ParentNode} page
 */
export function startCopies(page) {
  if (themeCopiesCode()) {
    // Where Material says that it copied: shown, and read to nobody.
    document.querySelector(".md-dialog")?.setAttribute("aria-live", "polite");
    plainTools();
    new MutationObserver(plainTools).observe(page, { childList: true, subtree: true });
    return;
  }
  for (const message of page.querySelectorAll("pre.eb-message")) {
    const words = say(message.closest(".eb-embed") ? "copy.code" : "copy.message");
    message.after(copyButton(words, () => message.textContent?.trim() ?? ""));
  }
}

/** Material's buttons stand in a landmark on each block of code: among so many nobody finds the real ones. */
function plainTools() {
  for (const tools of document.querySelectorAll("nav.md-code__nav:not([role])")) {
    tools.setAttribute("role", "presentation");
  }
}

/**
 * Tell whether the theme has buttons of its own on every code block.
 * @returns {boolean}
 */
function themeCopiesCode() {
  return Boolean(document.getElementById("__config")?.textContent?.includes('"content.code.copy"'));
}
