// The lookup in a panel beside another program: box and cards of the site, in the colours of the device.

import { part } from "../base/dom.js";
import { openDelivery } from "../engine/delivery.js";
import { startLookup } from "../lookup/lookup.js";

/** @typedef {{show: (text: string) => void, shows: (text: string) => boolean}} Panel */

/**
 * Start the lookup of a panel; return what puts a text into its box, as if somebody had pasted it.
 * @returns {Panel}
 */
export function startPanel() {
  openDelivery();
  followColours();
  document.documentElement.classList.add("eb-scripted");
  document.addEventListener("click", stayInside, { capture: true });
  const section = part(document, "lookup", HTMLElement);
  const area = section && part(section, "paste", HTMLTextAreaElement);
  if (!section || !area) throw new TypeError("lookup");
  startLookup(section, new URL(section.dataset["matcher"] ?? "", document.baseURI).href);
  return {
    show(text) {
      area.value = text;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    },
    // A text area has line ends of its own.
    shows: (text) => area.value === text.replace(/\r\n?/g, "\n"),
  };
}

/** Take light or dark from the device: a panel has no switch of its own. */
function followColours() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => document.body.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default");
  dark.addEventListener("change", apply);
  apply();
}

/**
 * Links leave the panel for a tab of their own; those within the panel stay.
 * @param {MouseEvent} event
 */
function stayInside({ target }) {
  const link = target instanceof Element && target.closest("a[href^='#']");
  if (link instanceof HTMLAnchorElement) link.target = "_self";
}
