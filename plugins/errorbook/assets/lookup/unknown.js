// When nothing was found, or nothing certain: what may be missing, what is near, where to look, whom to ask.

import { suggestedItem } from "./described.js";
import { looksCut } from "./truncation.js";
import { saveTool } from "./unknown-file.js";
import { copyButton } from "../base/clipboard.js";
import { make } from "../base/dom.js";
import { say, sayAround } from "../base/words.js";
import { maskedText, wordsIn } from "../share/masked-text.js";

/** @typedef {import("../base/shapes.js").Answer} Answer */
/** @typedef {{label?: string | undefined, url?: string | undefined, email?: string | undefined}} Contact */
/** @typedef {{errors: string, where: string, contact: Contact}} Elsewhere where else to look and to ask */

// Below this the words that texts share are chance.
const CLOSE = 0.45;

/**
 * Return the section that says so; nothing in it is an answer, and nothing is sent.
 * @param {string} paste
 * @param {Answer} answer
 * @param {(url: string) => string} href
 * @param {Elsewhere} elsewhere
 * @returns {HTMLElement}
 */
export function unknown(paste, { result, entries, withdrawn }, href, elsewhere) {
  const near = result.nearest.flatMap(({ id, score }) => (score >= CLOSE ? (entries[id] ?? []) : []));
  const cut = looksCut(
    paste,
    near.flatMap(({ messages }) => (messages ?? []).map(([text]) => text)),
  );
  const title = withdrawn ? say("answer.withdrawn", { id: withdrawn.id }) : say("answer.unknown");
  return make(
    "section",
    { class: "eb-unknown", "aria-labelledby": "eb-unknown" },
    make("h2", { class: "eb-unknown__title", id: "eb-unknown", tabindex: "-1" }, title),
    make("p", {}, ...(withdrawn ? withdrawnWords(withdrawn, href) : [advice(cut, near.length > 0)])),
    near.length > 0 && make("h3", {}, say("unknown.near")),
    near.length > 0 && make("ul", { class: "eb-near" }, ...near.map((entry) => suggestedItem(entry, href))),
    ...waysOn(paste, Object.values(entries), elsewhere),
  );
}

/**
 * Return the same ways for somebody whose error is none of those shown; nothing where one is
 * sure or none is shown.
 * @param {string} paste
 * @param {Answer} answer
 * @param {Elsewhere} elsewhere
 * @returns {HTMLElement | null}
 */
export function noneOfThese(paste, { result, entries, suggestions }, elsewhere) {
  const outcomes = [...result.findings, ...suggestions].map(({ outcome }) => outcome);
  if (outcomes.length === 0 || outcomes.includes("is")) return null;
  return make(
    "details",
    { class: "eb-more eb-none-of-these" },
    make("summary", {}, say("entry.not_this")),
    ...waysOn(paste, Object.values(entries), elsewhere),
  );
}

/**
 * @param {string} paste
 * @param {import("../base/shapes.js").IndexEntry[]} near
 * @param {Elsewhere} elsewhere
 * @returns {HTMLElement[]}
 */
function waysOn(paste, near, { errors, where, contact }) {
  return [
    make("h3", {}, say("unknown.ways")),
    make(
      "ul",
      { class: "eb-links" },
      where && linkItem("unknown.whole", where, say("unknown.whole_link")),
      linkItem("unknown.all", errors, say("find.all")),
      ...guideItems(),
      ...contactItems(contact),
    ),
    draft(paste, near),
  ];
}

/**
 * Return a message to whoever helps, ready to copy: of the paste only words that are nobody's own.
 * @param {string} paste
 * @param {import("../base/shapes.js").IndexEntry[]} near
 * @returns {HTMLElement}
 */
function draft(paste, near) {
  const texts = near.flatMap(({ title, messages }) => [title, ...(messages ?? []).map(([text]) => text)]);
  const field = { class: "eb-share__text", rows: "9", "aria-labelledby": "eb-draft" };
  const text = make("textarea", field);
  text.value = [
    say("draft.greeting"),
    `${say("draft.text")}\n${maskedText(paste, wordsIn(texts))}`,
    [say("draft.where"), say("draft.doing"), say("draft.since")].map((blank) => `${blank} `).join("\n"),
  ].join("\n\n");
  return make(
    "div",
    { class: "eb-draft" },
    make("h3", { id: "eb-draft" }, say("draft.title")),
    make("p", {}, say("draft.note")),
    text,
    copyButton(say("draft.copy"), () => text.value),
    " ",
    ...saveTool(() => text.value),
  );
}

/**
 * @param {import("../base/shapes.js").Withdrawn} entry
 * @param {(url: string) => string} href
 * @returns {(string | Node)[]}
 */
function withdrawnWords({ title, url, lang }, href) {
  return sayAround("unknown.withdrawn", { link: make("a", { href: href(url), lang }, title) });
}

/**
 * @param {boolean} cut
 * @param {boolean} near whether something comes near
 * @returns {string}
 */
function advice(cut, near) {
  return say(cut ? "unknown.cut" : near ? "unknown.unsure" : "unknown.none");
}

/**
 * Return the way to the guides where they stand on this page: of how something is done no error tells.
 * @returns {HTMLElement[]}
 */
function guideItems() {
  const id = document.querySelector(".eb-guides")?.previousElementSibling?.id;
  return id ? [linkItem("unknown.guides", `#${id}`, say("unknown.guides_link"))] : [];
}

/**
 * @param {Contact} contact
 * @returns {HTMLElement[]}
 */
function contactItems({ label, url, email }) {
  const items = [];
  if (url) items.push(linkItem("unknown.go", url, label ?? url, "place"));
  else if (label) items.push(make("li", {}, say("unknown.go", { place: label })));
  // The address only: what was pasted goes nowhere unless somebody sends it.
  if (email) items.push(linkItem("unknown.write", `mailto:${email}`, email, "address"));
  return items;
}

/**
 * Return a sentence with a link in it, as an item of a list.
 * @param {import("../base/words.js").Key} key
 * @param {string} href
 * @param {string} words of the link
 * @param {string} [hole] where the link goes
 * @returns {HTMLElement}
 */
function linkItem(key, href, words, hole = "link") {
  return make("li", {}, ...sayAround(key, { [hole]: make("a", { href, rel: "noopener" }, words) }));
}
