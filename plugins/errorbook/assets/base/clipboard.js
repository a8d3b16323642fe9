// Copying to the clipboard, said aloud.

import { actionButton, make } from "./dom.js";
import { say } from "./words.js";

const SAID_FOR = 2500;

/**
 * Return a button that copies a text and says so.
 * @param {string} label says what it copies
 * @param {() => string} text
 * @param {string} [className]
 * @returns {HTMLButtonElement}
 */
export function copyButton(label, text, className = "eb-button eb-button--quiet eb-button--small") {
  return actionButton(label, className, async (button) => {
    const copied = await copyText(text());
    announce(say(copied ? "copy.done" : "copy.by_hand"));
    showFor(button, label, say(copied ? "copy.done_short" : "copy.refused_short"));
  });
}

/**
 * Show for a moment what a button did; nothing beside it moves.
 * @param {HTMLButtonElement} button
 * @param {string} label what it says before and after
 * @param {string} words
 */
export function showFor(button, label, words) {
  button.style.minWidth = `${button.getBoundingClientRect().width}px`;
  button.textContent = words;
  setTimeout(() => {
    button.textContent = label;
    button.style.removeProperty("min-width");
  }, SAID_FOR);
}

/**
 * Say something to people who listen to the page.
 * @param {string} words
 */
export function announce(words) {
  let region = document.getElementById("eb-announcer");
  if (!region) {
    region = make("div", { id: "eb-announcer", class: "eb-visually-hidden", role: "status" });
    document.body.append(region);
  }
  // The same words again are news again.
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
}

/**
 * Copy a text, together with its HTML if there is one; tell whether that was allowed.
 * @param {string} text
 * @param {string} [html]
 * @returns {Promise<boolean>}
 */
export async function copyText(text, html) {
  try {
    if (html && typeof ClipboardItem === "function") await navigator.clipboard.write([bothForms(text, html)]);
    else await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text);
  }
}

/**
 * @param {string} text
 * @param {string} html
 * @returns {ClipboardItem}
 */
function bothForms(text, html) {
  return new ClipboardItem({
    "text/plain": new Blob([text], { type: "text/plain" }),
    "text/html": new Blob([html], { type: "text/html" }),
  });
}

/**
 * Copy as browsers did before there was a clipboard for pages, which still works without https.
 * @param {string} text
 * @returns {boolean}
 */
function copySelection(text) {
  const focused = document.activeElement;
  const area = make("textarea", { class: "eb-visually-hidden", "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
