// What a card knows beyond its head: how to fix it, why it happens, and the rest folded away.

import { inLanguage, make, present } from "../base/dom.js";
import { rich, richLine } from "../base/rich-text.js";
import { blockNodes } from "../base/text-blocks.js";
import { LANGUAGE, say, sayAround } from "../base/words.js";

/** @typedef {import("../base/shapes.js").Card} Card */
/** @typedef {import("../base/rich-text.js").Filling} Filling */

/**
 * Return the steps, the causes and the rest of a card; `steps` is the element that holds the steps, `found`
 * says where and how often the paste shows the error.
 * @param {Card} card
 * @param {Filling} filling
 * @param {HTMLElement} steps
 * @param {(url: string) => string} href
 * @param {Node[]} found
 * @returns {(Node | string)[]}
 */
export function knowledge(card, filling, steps, href, found) {
  const [confused, others] = [true, false].map((wanted) =>
    (card.relations ?? []).filter(({ type }) => (type === "confused-with") === wanted),
  );
  // The head shows the first sentence of a long one; what follows it is no reason, and stands with the fix.
  const rest = (card.summary ?? "").slice(card.lead?.length ?? 0).trim();
  const further = [...(card.guides ?? []), ...(others ?? [])];
  const line = (/** @type {string} */ text) => inLanguage(richLine("", text, filling), card.lang);
  return present([
    make("h3", {}, say("entry.fix")),
    steps,
    line(rest),
    ...found,
    facts([card.system_name, ...(card.facts ?? [])]),
    card.causes && make("h3", {}, say("entry.why")),
    card.causes && inLanguage(causes(card.causes, filling), card.lang),
    card.verify && more(say("entry.verify"), line(card.verify)),
    card.prevention && more(say("entry.prevention"), line(card.prevention)),
    card.escalate && more(say("entry.help"), ...escalation(card.escalate, filling, card.lang)),
    confused && confused.length > 0 && more(say("entry.confused"), linkList(confused, href)),
    further.length > 0 && more(say("entry.more"), linkList(further, href)),
    ...(card.grounds ?? []).map((line) => make("p", { class: "eb-card__evidence" }, line)),
  ]);
}

/**
 * @param {string[]} words
 * @returns {HTMLElement}
 */
function facts(words) {
  return make(
    "ul",
    { class: "eb-facts", "aria-label": say("entry.facts") },
    ...words.map((fact) => make("li", {}, fact)),
  );
}

/**
 * @param {NonNullable<Card["causes"]>} several
 * @param {Filling} filling
 * @returns {HTMLElement}
 */
function causes(several, filling) {
  const items = several.map(({ text, more, note }) =>
    make(
      "li",
      { class: "eb-cause" },
      ...rich(text, filling),
      note && " ",
      note && make("small", { class: "eb-note-inline", lang: LANGUAGE }, note),
      ...blockNodes(more, filling),
    ),
  );
  return make("ol", { class: "eb-causes" }, ...items);
}

/**
 * @param {NonNullable<Card["escalate"]>} escalate
 * @param {Filling} filling
 * @param {string | undefined} language of its texts
 * @returns {(Node | null)[]}
 */
function escalation({ when, collect }, filling, language) {
  const told = make("span", { lang: language }, ...rich(when, filling));
  const items = (collect ?? []).map((item) => make("li", {}, ...rich(item, filling)));
  return [
    make("p", {}, ...sayAround(language ? "entry.help_in" : "entry.help_if", { when: told })),
    items.length > 0 ? make("p", {}, say("entry.help_ready")) : null,
    items.length > 0 ? make("ul", { lang: language }, ...items) : null,
  ];
}

/**
 * @param {string} title
 * @param {...(Node | null)} children
 * @returns {HTMLElement}
 */
function more(title, ...children) {
  return make("details", { class: "eb-more" }, make("summary", {}, title), ...children);
}

/**
 * Return a list of links to pages of the site.
 * @param {{title: string, url: string, lang?: string}[]} links
 * @param {(url: string) => string} href
 * @returns {HTMLElement}
 */
export function linkList(links, href) {
  const link = (/** @type {typeof links[number]} */ { title, url, lang }) =>
    make("a", { href: href(url), lang }, title);
  const items = links.map((each) => make("li", {}, link(each)));
  return make("ul", { class: "eb-links" }, ...items);
}
