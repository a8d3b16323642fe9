// A finding as a card: what it is, what happened, how to fix it, and what else is worth knowing.

import { comparison } from "./comparison.js";
import { actionButton, inLanguage, make, oneAtATime, present } from "../base/dom.js";
import { knowledge, linkList } from "./details.js";
import { outcomeWords } from "../base/phrases.js";
import { placesOf } from "./places.js";
import { richLine } from "../base/rich-text.js";
import { sentAddress } from "../share/sent-address.js";
import { shareTools } from "../share/share-menu.js";
import { startDecisions } from "../steps/decisions.js";
import { withPath } from "../steps/path.js";
import { progressOf } from "../steps/progress.js";
import { stepList } from "../steps/steps.js";
import { say, sayAround } from "../base/words.js";

/** @typedef {import("../base/shapes.js").Card} Card */
/** @typedef {import("../base/shapes.js").Finding} Finding */
/** @typedef {import("../base/shapes.js").IndexEntry} IndexEntry */
/** @typedef {import("../base/words.js").Key} Key */

/**
 * What a card is made from: `card` is null where its file did not come.
 * @typedef {object} Shown
 * @property {Finding} finding
 * @property {IndexEntry} entry
 * @property {Card | null} card
 * @property {string} paste
 * @property {Node | null} after what stands at the card's end
 * @property {() => Promise<boolean>} again asks for a card that did not come; tells whether it came
 * @property {(change: import("./way.js").Change) => void} pathChanged hears that an answer to one of its
 *   questions was taken or given up
 */

/** @type {Record<string, Key>} */
const DOUBTS = {
  source: "doubt.source",
  cut: "doubt.cut",
  differs: "doubt.differs",
  value: "doubt.value",
  beside: "doubt.beside",
  alike: "doubt.alike",
  everyday: "doubt.everyday",
  code: "doubt.code",
};
/** @type {Record<string, Key>} */
const ROLE_DOUBTS = {
  heading: "doubt.heading",
  fragment: "doubt.fragment",
  short: "doubt.short",
  alias: "doubt.alias",
  inferred: "doubt.inferred",
};

/**
 * Return the card of a finding.
 * @param {Shown} shownFinding
 * @param {(url: string) => string} href makes an address of the page from one of the site
 * @param {string} id
 * @returns {HTMLElement}
 */
export function cardOf({ finding, entry, card, paste, after, again, pathChanged }, href, id) {
  const filling = { values: finding.values, shapes: card?.values ?? entry.values ?? {} };
  const whole = { class: "eb-button eb-button--small", href: href(entry.url) };
  const page = make("a", whole, say("entry.full"));
  const steps = make("div", { class: "eb-resolution", lang: card?.lang });
  if (card) {
    steps.append(stepList(card.resolution ?? [], filling, { prefix: id, page: href(card.permalink), href }));
    const { answers } = progressOf(entry.id);
    const changed = (/** @type {string[]} */ taken, /** @type {boolean} */ chosen) => {
      page.href = withPath(href(entry.url), { entry: "", answers: taken });
      if (steps.isConnected) pathChanged({ chosen, id: entry.id });
    };
    startDecisions(steps, { id: entry.id, answers, changed });
  }
  const places = placesOf(finding, filling.shapes, steps);
  const article = make(
    "article",
    {
      class: `eb-card eb-card--${finding.outcome}`,
      id,
      "aria-labelledby": `${id}-title`,
      "data-entry": entry.id,
    },
    make(
      "header",
      { class: "eb-card__head" },
      make("p", { class: "eb-card__outcome" }, outcomeWords(finding.outcome)),
      make(
        "h2",
        { class: "eb-card__title", id: `${id}-title`, tabindex: "-1", lang: entry.lang },
        entry.title,
      ),
      inLanguage(richLine("eb-summary", card?.lead, filling), card?.lang),
    ),
    make(
      "div",
      { class: "eb-card__body" },
      ...present([
        card?.banner && banner(card.banner, href),
        card?.status_page && statusPage(card.status_page, card.system_name),
        doubt(finding, entry, paste),
        card?.support_notes && supportNotes(card.support_notes),
      ]),
      ...(card ? knowledge(card, filling, steps, href, places) : [noCard(again), ...places]),
      after,
    ),
  );
  const { values, shapes } = filling;
  const unsure = finding.outcome === "like";
  const tools = card
    ? shareTools({ card, values, shapes, link: sentAddress(href(card.permalink)), scope: article, unsure })
    : [];
  article.append(
    make(
      "footer",
      { class: "eb-card__foot" },
      page,
      ...tools,
      make("span", { class: "eb-card__id" }, entry.id),
    ),
  );
  return article;
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
 * Return what agents should know before they reply.
 * @param {string[]} notes
 * @returns {HTMLElement}
 */
function supportNotes(notes) {
  const items = notes.map((note) => make("li", {}, note));
  return make(
    "div",
    { class: "eb-note eb-note--info" },
    make("p", {}, make("strong", {}, say("card.support_notes"))),
    make("ul", {}, ...items),
  );
}

/**
 * Return the line that leads to where the maker of a system tells whether it is down.
 * @param {string} address
 * @param {string} system
 * @returns {HTMLElement}
 */
function statusPage(address, system) {
  const link = make("a", { href: address, rel: "noopener" }, say("entry.status_page", { system }));
  return make("p", { class: "eb-status-page" }, ...sayAround("entry.outage", { link }));
}

/**
 * Return what must be said of an answer beyond "looks like", and how the paste differs from what we know.
 * @param {Finding} finding
 * @param {IndexEntry} entry
 * @param {string} paste
 * @returns {HTMLElement | null}
 */
function doubt(finding, entry, paste) {
  const { message, outcome, reason } = finding;
  const role = entry.messages?.[message]?.[1] ?? "";
  const words = reason === "code" && outcome === "is" ? undefined : (DOUBTS[reason] ?? ROLE_DOUBTS[role]);
  const compared = outcome === "like" && comparison(finding, entry, paste);
  if (!words && !compared) return null;
  return make(
    "div",
    { class: "eb-note eb-note--warning eb-doubt" },
    words && make("p", {}, say(words)),
    compared && make("details", {}, make("summary", {}, say("card.compare")), compared),
  );
}

/**
 * Return what stands in the place of steps that did not come: they are asked for again when the network is
 * back, or when somebody says so.
 * @param {() => Promise<boolean>} again
 * @returns {HTMLElement}
 */
function noCard(again) {
  const words = make("p", { role: "status" }, say("entry.no_steps"));
  const retry = () => {
    if (!button.isConnected) return;
    void oneAtATime(button, async () => {
      words.textContent = say("box.reading");
      if (await again()) return removeEventListener("online", retry);
      words.textContent = say("entry.no_steps");
    });
  };
  const button = actionButton(say("failure.retry"), "eb-button eb-button--small", retry);
  addEventListener("online", retry);
  return make("div", { class: "eb-note eb-note--warning" }, words, make("p", {}, button));
}
