// Copy buttons on an entry's page, one for each wording.

import { copyButton } from "../base/clipboard.js";
import { say } from "../base/words.js";

/**
 * Add the buttons.
 * @param {ParentNode} page
 */
export function startCopies(page) {
  if (themeCopiesCode()) return;
  for (const message of page.querySelectorAll("pre.eb-message")) {
    message.after(copyButton(say("copy.message"), () => message.textContent?.trim() ?? ""));
  }
}

/**
 * Tell whether the theme has buttons of its own on every code block.
 * @returns {boolean}
 */
function themeCopiesCode() {
  return Boolean(document.getElementById("__config")?.textContent?.includes('"content.code.copy"'));
}
