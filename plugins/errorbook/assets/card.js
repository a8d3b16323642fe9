// A finding as a card: what it is, what happened, how to fix it, and what else is worth knowing.

import { comparison } from "./comparison.js";
import { copyButton } from "./copying.js";
import { make, present, shown } from "./dom.js";
import { knowledge, linkList } from "./knowledge.js";
import { counted, numberWords, outcomeWords } from "./phrases.js";
import { richLine } from "./rich.js";
import { shareTools } from "./share.js";

/** @typedef {import("./shapes.js").Card} Card */
/** @typedef {import("./shapes.js").Finding} Finding */
/** @typedef {import("./shapes.js").IndexEntry} IndexEntry */

/**
 * What a card is made from: `card` is null where its file did not come.
 * @typedef {object} Shown
 * @property {Finding} finding
 * @property {IndexEntry} entry
 * @property {Card | null} card
 * @property {string} paste
 * @property {Node | null} after what stands at the card's end
 */

/**
 * Return the card of a finding.
 * @param {Shown} shownFinding
 * @param {(url: string) => string} href makes an address of the page from one of the site
 * @param {string} id
 * @returns {HTMLElement}
 */
export function cardOf({ finding, entry, card, paste, after }, href, id) {
  const filling = { values: finding.values, shapes: card?.values ?? entry.values ?? {} };
  const article = make(
    "article",
    { class: `eb-card eb-card--${finding.outcome}`, id, "aria-labelledby": `${id}-title` },
    make(
      "header",
      { class: "eb-card__head" },
      make("p", { class: "eb-card__outcome" }, outcomeWords(finding.outcome)),
      make("h2", { class: "eb-card__title", id: `${id}-title`, tabindex: "-1" }, entry.title),
      card && facts([card.system_name, ...(card.facts ?? [])]),
    ),
    make(
      "div",
      { class: "eb-card__body" },
      ...present([
        card?.banner && banner(card.banner, href),
        ...found(finding),
        doubt(finding, entry),
        richLine("eb-summary", card?.summary, filling),
        finding.outcome === "like" && comparison(finding, entry, paste),
      ]),
      ...(card ? knowledge(card, filling, id, href) : [noCard()]),
      after,
    ),
  );
  const { values, shapes } = filling;
  const tools = card ? shareTools({ card, values, shapes, link: href(card.permalink), scope: article }) : [];
  article.append(
    make(
      "footer",
      { class: "eb-card__foot" },
      make("a", { class: "eb-button eb-button--small", href: href(entry.url) }, "Open the full page"),
      ...tools,
      make("span", { class: "eb-card__id" }, entry.id),
    ),
  );
  return article;
}

/**
 * @param {string[]} words
 * @returns {HTMLElement}
 */
function facts(words) {
  return make(
    "ul",
    { class: "eb-facts", "aria-label": "Facts" },
    ...words.map((fact) => make("li", {}, fact)),
  );
}

/**
 * @param {NonNullable<Card["banner"]>} said
 * @param {(url: string) => string} href
 * @returns {HTMLElement}
 */
function banner({ text, links }, href) {
  return make(
    "div",
    { class: "eb-note eb-note--warning" },
    make("p", {}, text),
    links && linkList(links, href),
  );
}

/**
 * Return where and how often the paste shows the error.
 * @param {Finding} finding
 * @returns {HTMLElement[]}
 */
function found({ count, path, documents, values }) {
  const hasValues = Object.keys(values).length > 0;
  const whose = hasValues ? " Values are those of the first." : "";
  const often = `Found ${numberWords(count)} times in your paste.${whose}`;
  return present([
    count > 1 && make("p", { class: "eb-found" }, often),
    path.length > 0 &&
      make("p", { class: "eb-found" }, "Found inside ", make("bdi", {}, shown(path.join(" → "), 300))),
    documents.length > 0 && affected(documents),
  ]).filter((element) => element instanceof HTMLElement);
}

/**
 * @param {string[]} documents
 * @returns {HTMLElement}
 */
function affected(documents) {
  const list = make("p", { class: "eb-found" }, `${documents.length > 1 ? "Documents" : "Document"}: `);
  documents.forEach((number, place) => {
    list.append(place ? ", " : "", make("bdi", { class: "eb-value" }, shown(number, 40)));
  });
  if (documents.length > 1) {
    list.append(
      " ",
      copyButton(`Copy ${counted(documents.length, "number")}`, () => documents.join("\n")),
    );
  }
  return list;
}

/**
 * Return what must be said of the wording that was found, beyond "looks like".
 * @param {Finding} finding
 * @param {IndexEntry} entry
 * @returns {HTMLElement | null}
 */
function doubt(finding, entry) {
  const role = entry.messages?.[finding.message]?.[1] ?? "";
  const words = new Map([
    ["heading", "This line only announces the problem."],
    ["fragment", "Your paste holds only a part of the message."],
    ["alias", "Found by a description of the problem, not by its message."],
    ["inferred", "This wording is likely, but no source confirms it."],
  ]).get(role);
  return words ? make("div", { class: "eb-note eb-note--warning" }, make("p", {}, words)) : null;
}

/** @returns {HTMLElement} */
function noCard() {
  const words = "The steps could not be loaded here. The full page has them.";
  return make("div", { class: "eb-note eb-note--warning" }, make("p", {}, words));
}
