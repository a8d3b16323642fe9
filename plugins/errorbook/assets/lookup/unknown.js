// When nothing was found: what may be missing, what comes near, where to look and whom to ask.

import { suggestedItem } from "./described.js";
import { looksCut } from "./truncation.js";
import { copyButton } from "../base/clipboard.js";
import { make } from "../base/dom.js";
import { UNKNOWN_TITLE } from "../base/phrases.js";
import { maskedText, wordsIn } from "../share/masked-text.js";

/** @typedef {import("../base/shapes.js").Answer} Answer */
/** @typedef {{label?: string | undefined, url?: string | undefined, email?: string | undefined}} Contact */
/** @typedef {{errors: string, where: string, contact: Contact}} Elsewhere where else to look and to ask */

// Below this the words that texts share are chance.
const CLOSE = 0.45;
const DRAFT_WORDS =
  "Names, numbers and unknown words are blanks. Fill in what may be said; nothing is sent from here.";

/**
 * Return the section that says so; nothing in it is an answer, and nothing is sent.
 * @param {string} paste
 * @param {Answer} answer
 * @param {(url: string) => string} href
 * @param {Elsewhere} elsewhere
 * @returns {HTMLElement}
 */
export function unknown(paste, { result, entries }, href, { errors, where, contact }) {
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
      where && make("li", {}, make("a", { href: where }, "Find the whole message"), ", then paste all of it"),
      make(
        "li",
        {},
        make("a", { href: errors }, "Look through all errors"),
        ", by product or by kind of record",
      ),
      ...contactItems(contact),
    ),
    draft(paste, Object.values(entries)),
  );
}

/**
 * Return a message to whoever helps, ready to copy: of the paste only words that are nobody's own.
 * @param {string} paste
 * @param {import("../base/shapes.js").IndexEntry[]} near
 * @returns {HTMLElement}
 */
function draft(paste, near) {
  const texts = near.flatMap(({ title, messages }) => [title, ...(messages ?? []).map(([text]) => text)]);
  const field = { class: "eb-share__text", rows: "9", dir: "auto", "aria-labelledby": "eb-draft" };
  const text = make("textarea", field);
  text.value = [
    "Hello,",
    `a record is refused, and the help pages do not know this error:\n${maskedText(paste, wordsIn(texts))}`,
    "Where I saw it (screen, product): \nWhat I was doing: \nSince when: ",
  ].join("\n\n");
  return make(
    "div",
    { class: "eb-draft" },
    make("h3", { id: "eb-draft" }, "A message to whoever helps you"),
    make("p", {}, DRAFT_WORDS),
    text,
    copyButton("Copy the message", () => text.value),
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
