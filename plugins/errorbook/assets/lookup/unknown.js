// When nothing was found: what may be missing, what comes near, where to look and whom to ask.

import { suggestedItem } from "./described.js";
import { looksCut } from "./truncation.js";
import { make } from "../base/dom.js";
import { UNKNOWN_TITLE } from "../base/phrases.js";

/** @typedef {import("../base/shapes.js").Answer} Answer */
/** @typedef {{label?: string | undefined, url?: string | undefined, email?: string | undefined}} Contact */

// Below this the words that texts share are chance.
const CLOSE = 0.45;

/**
 * Return the section that says so; nothing in it is an answer, and nothing is sent.
 * @param {string} paste
 * @param {Answer} answer
 * @param {(url: string) => string} href
 * @param {string} errors address of the index of all errors
 * @param {Contact} contact
 * @returns {HTMLElement}
 */
export function unknown(paste, { result, entries }, href, errors, contact) {
  const near = result.nearest.flatMap(({ id, score }) => (score >= CLOSE ? (entries[id] ?? []) : []));
  const cut = looksCut(
    paste,
    near.flatMap(({ messages }) => (messages ?? []).map(([text]) => text)),
  );
  return make(
    "section",
    { class: "eb-unknown", "aria-labelledby": "eb-unknown" },
    make("h2", { class: "eb-unknown__title", id: "eb-unknown", tabindex: "-1" }, UNKNOWN_TITLE),
    make("p", {}, advice(cut, near.length > 0)),
    near.length > 0 && make("h3", {}, "Not a match, but perhaps one of these"),
    near.length > 0 && make("ul", { class: "eb-near" }, ...near.map((entry) => suggestedItem(entry, href))),
    make("h3", {}, "What you can do"),
    make(
      "ul",
      { class: "eb-links" },
      make(
        "li",
        {},
        make("a", { href: errors }, "Look through all errors"),
        ", by product or by kind of record",
      ),
      ...contactItems(contact),
    ),
  );
}

/**
 * @param {boolean} cut
 * @param {boolean} near whether something comes near
 * @returns {string}
 */
function advice(cut, near) {
  if (cut) {
    return "The paste seems to end too early. Open the record's details and paste the whole message.";
  }
  const part = "If it is only a part of the message, paste the whole of it.";
  return near ? `We are not sure which error this is. ${part}` : `No page here explains this text. ${part}`;
}

/**
 * @param {Contact} contact
 * @returns {HTMLElement[]}
 */
function contactItems({ label, url, email }) {
  const items = [];
  if (url) items.push(make("li", {}, "Go to ", make("a", { href: url, rel: "noopener" }, label ?? url)));
  else if (label) items.push(make("li", {}, `Go to ${label}`));
  // The address only: what was pasted goes nowhere unless somebody sends it.
  if (email) items.push(make("li", {}, "Write to ", make("a", { href: `mailto:${email}` }, email)));
  return items;
}
