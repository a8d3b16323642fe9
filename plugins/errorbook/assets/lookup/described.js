// What somebody may describe in words of their own: entries to look at, none of them an answer.

import { make } from "../base/dom.js";
import { suggestedWords } from "../base/phrases.js";
import { worded } from "../base/rich-text.js";
import { say, sayAround } from "../base/words.js";

/** @typedef {import("../base/shapes.js").Answer} Answer */
/** @typedef {import("../base/shapes.js").IndexEntry} IndexEntry */

/**
 * Return the section that shows suggestions.
 * @param {Answer} answer
 * @param {(url: string) => string} href
 * @param {string} errors address of the index of all errors
 * @param {Node | null} otherwise for somebody who finds none of them right
 * @returns {HTMLElement}
 */
export function describedView({ suggestions, entries }, href, errors, otherwise) {
  const sure = suggestions[0]?.outcome === "describes";
  const [first, ...others] = suggestions.flatMap(({ id }) => entries[id] ?? []);
  const listed = sure ? others : [first, ...others].flatMap((entry) => entry ?? []);
  const title = { class: "eb-unknown__title", id: "eb-described", tabindex: "-1" };
  return make(
    "section",
    { class: "eb-unknown", "aria-labelledby": "eb-described" },
    sure && make("p", { class: "eb-described__outcome" }, suggestedWords("describes")),
    make("h2", title, ...(sure && first ? [linkTo(first, href)] : [suggestedWords("perhaps")])),
    sure && first && known(first),
    sure && listed.length > 0 && make("h3", {}, say("described.or")),
    listed.length > 0 &&
      make("ul", { class: "eb-near" }, ...listed.map((entry) => suggestedItem(entry, href))),
    make(
      "p",
      { class: "eb-described__note" },
      ...sayAround("described.note", { all: make("a", { href: errors }, say("described.all")) }),
    ),
    otherwise,
  );
}

/**
 * Return what may be the reason that a heading announces; nothing where no entry comes near.
 * @param {Answer} answer
 * @param {(url: string) => string} href
 * @returns {HTMLElement | null}
 */
export function announcedView({ suggestions, entries }, href) {
  const listed = suggestions.flatMap(({ id }) => entries[id] ?? []);
  if (listed.length === 0) return null;
  const title = { class: "eb-unknown__title", id: "eb-announced", tabindex: "-1" };
  return make(
    "section",
    { class: "eb-unknown", "aria-labelledby": "eb-announced" },
    make("h2", title, say("described.announced")),
    make("ul", { class: "eb-near" }, ...listed.map((entry) => suggestedItem(entry, href))),
  );
}

/**
 * Return an entry as an item of a list: its title, and the wording by which its error is known.
 * @param {IndexEntry} entry
 * @param {(url: string) => string} href
 * @returns {HTMLElement}
 */
export function suggestedItem(entry, href) {
  return make("li", {}, linkTo(entry, href), known(entry));
}

/**
 * @param {IndexEntry} entry
 * @param {(url: string) => string} href
 * @returns {HTMLElement}
 */
function linkTo({ url, title, lang }, href) {
  return make("a", { href: href(url), lang }, title);
}

/**
 * @param {IndexEntry} entry
 * @returns {HTMLElement | false}
 */
function known({ messages, values }) {
  const [text, role] = messages?.[0] ?? [];
  const wording = text && role !== "alias" ? worded(text, { values: {}, shapes: values ?? {} }) : [];
  return wording.length > 0 && make("span", { class: "eb-list__message" }, ...wording);
}
