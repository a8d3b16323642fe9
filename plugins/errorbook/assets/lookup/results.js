// An answer as the page shows it: a summary, the cards in the order to fix them, and the paste marked.

import { cardOf } from "./card.js";
import { actionButton, make, present, shown } from "../base/dom.js";
import { echo } from "./marked-paste.js";
import { fixingOrder } from "./fix-order.js";
import { alternatives } from "./passages.js";
import { counted, numberWords, suggestionWords, summaryWords } from "../base/phrases.js";

/** @typedef {import("../base/shapes.js").Answer} Answer */
/** @typedef {import("../base/shapes.js").Card} Card */
/** @typedef {import("../base/shapes.js").Finding} Finding */
/** @typedef {import("../base/shapes.js").IndexEntry} IndexEntry */

/**
 * What is needed to show an answer.
 * @typedef {object} Showing
 * @property {string} paste as far as it was read
 * @property {Answer} answer
 * @property {(url: string) => string} href
 * @property {(entry: IndexEntry) => Promise<Card | null>} cardFor
 * @property {(card: Card) => Node | null} afterCard what stands at a card's end
 * @property {() => void} pathChanged hears that an answer to a card's question was taken or given up
 */

const CARDS_AT_ONCE = 8;
const LONGEST_LINE = 300;

/**
 * Return the line that sums up an answer.
 * @param {Answer} answer
 * @returns {string}
 */
export function summary(answer) {
  const { result, entries, suggestions } = answer;
  if (suggestions.length > 0) return suggestionWords(answer);
  const groups = alternatives(result.findings);
  const title = entries[result.findings[0]?.id ?? ""]?.title ?? "";
  return summaryWords(result.findings, groups, title);
}

/**
 * Return what shows the findings of an answer, once the cards of the first ones are there.
 * @param {Showing} showing
 * @returns {Promise<(Node | string)[]>}
 */
export async function findingsView(showing) {
  const { paste, answer, cardFor } = showing;
  const { findings } = answer.result;
  const groups = bySeverity(alternatives(findings), answer);
  const loaded = await Promise.all(
    groups.slice(0, CARDS_AT_ONCE).map((group) => firstCard(group, answer, cardFor)),
  );
  const order = fixingOrder(loaded.map((card, place) => problem(groups[place] ?? [], answer, card)));
  const ordered = [...order.map((place) => groups[place] ?? []), ...groups.slice(CARDS_AT_ONCE)];
  const cards = make("div", { class: "eb-cards" });
  await addCards(cards, ordered.slice(0, CARDS_AT_ONCE), showing);
  const visit = (/** @type {number} */ finding) => void visitCard(cards, ordered, finding, showing);
  const marked = echo(paste, findings, visit);
  addRest(cards, ordered.slice(CARDS_AT_ONCE), showing);
  cards.addEventListener("keydown", (event) => step(cards, event));
  const overview = ordered.length > 1 ? contents(ordered, answer, visit) : null;
  // One card says by its title what the line would say.
  const line = findings.length > 1 && make("p", { class: "eb-results__summary" }, summary(answer));
  return present([line, overview, cards, marked, leftOver(answer.result.unknown)]);
}

/**
 * Return the lines that no finding explains: another error may be among them.
 * @param {string[]} lines
 * @returns {HTMLElement | null}
 */
function leftOver(lines) {
  if (lines.length === 0) return null;
  return make(
    "details",
    { class: "eb-more eb-left-over" },
    make("summary", {}, "Lines that we do not know"),
    make("ul", {}, ...lines.map((line) => make("li", { dir: "auto" }, shown(line, LONGEST_LINE)))),
    make("p", {}, "If one of them is an error, too, paste it alone."),
  );
}

/**
 * @param {number} finding
 * @returns {string}
 */
function cardId(finding) {
  return `eb-card-${finding + 1}`;
}

/**
 * @param {number[][]} groups
 * @param {Answer} answer
 * @returns {number[][]}
 */
function bySeverity(groups, answer) {
  return fixingOrder(groups.map((group) => problem(group, answer, null))).map((place) => groups[place] ?? []);
}

/**
 * @param {number[]} group
 * @param {Answer} answer
 * @param {Card | null} card
 * @returns {import("./fix-order.js").Problem}
 */
function problem(group, { result, entries }, card) {
  const id = result.findings[group[0] ?? 0]?.id ?? "";
  const causes = (card?.relations ?? [])
    .filter(({ type }) => type === "caused-by")
    .map((relation) => relation.id);
  return { id, severity: entries[id]?.severity ?? "", causes };
}

/**
 * @param {number[]} group
 * @param {Answer} answer
 * @param {Showing["cardFor"]} cardFor
 * @returns {Promise<Card | null>}
 */
async function firstCard(group, { result, entries }, cardFor) {
  const entry = entries[result.findings[group[0] ?? 0]?.id ?? ""];
  return entry ? cardFor(entry) : null;
}

/**
 * @param {HTMLElement} list
 * @param {number[][]} groups
 * @param {Showing} showing
 */
async function addCards(list, groups, showing) {
  const { paste, href, cardFor, afterCard, pathChanged } = showing;
  const { result, entries } = showing.answer;
  for (const group of groups) {
    const members = await Promise.all(
      group.map(async (number) => {
        const finding = result.findings[number];
        const entry = entries[finding?.id ?? ""];
        if (!finding || !entry) return null;
        const card = await cardFor(entry);
        const after = card && afterCard(card);
        return cardOf({ finding, entry, paste, card, after, pathChanged }, href, cardId(number));
      }),
    );
    if (members.length > 1) {
      const either = "These errors share the words of your paste; one of them is yours:";
      list.append(make("p", { class: "eb-either" }, either));
    }
    list.append(...members.filter((member) => member !== null));
  }
}

/**
 * Leave a button for the cards that are too many to show at once.
 * @param {HTMLElement} list
 * @param {number[][]} groups
 * @param {Showing} showing
 */
function addRest(list, groups, showing) {
  if (groups.length === 0) return;
  const label = `Show ${counted(groups.length, "more problem")}`;
  const button = actionButton(label, "eb-button eb-button--quiet eb-rest", async () => {
    button.remove();
    await addCards(list, groups, showing);
    focusCard(list, groups[0]?.[0] ?? 0);
  });
  list.append(button);
}

/**
 * @param {number[][]} groups
 * @param {Answer} answer
 * @param {(finding: number) => void} visit
 * @returns {HTMLElement}
 */
function contents(groups, { result, entries }, visit) {
  const items = groups.flatMap(([number]) => {
    const finding = result.findings[number ?? 0];
    const entry = entries[finding?.id ?? ""];
    if (!finding || !entry) return [];
    const button = actionButton(entry.title, "eb-contents__link", () => visit(number ?? 0));
    const times =
      finding.count > 1 && make("span", { class: "eb-count" }, ` ${numberWords(finding.count)} times`);
    return make("li", {}, button, times);
  });
  return make("ol", { class: "eb-contents", "aria-label": "Problems, in the order to fix them" }, ...items);
}

/**
 * Bring a card into view, even one that was not shown yet.
 * @param {HTMLElement} cards
 * @param {number[][]} groups
 * @param {number} finding
 * @param {Showing} showing
 */
async function visitCard(cards, groups, finding, showing) {
  const rest = cards.querySelector(".eb-rest");
  if (!cards.querySelector(`#${cardId(finding)}`) && rest) {
    rest.remove();
    await addCards(cards, groups.slice(CARDS_AT_ONCE), showing);
  }
  focusCard(cards, finding);
}

/**
 * @param {HTMLElement} cards
 * @param {number} finding
 */
function focusCard(cards, finding) {
  const title = cards.querySelector(`#${cardId(finding)}-title`);
  if (!(title instanceof HTMLElement)) return;
  title.focus({ preventScroll: true });
  title.closest("article")?.scrollIntoView({ block: "start" });
}

/**
 * Go to the next or the previous card with n and p, as long as the focus is in one of them.
 * @param {HTMLElement} cards
 * @param {KeyboardEvent} event
 */
function step(cards, event) {
  const by = { n: 1, p: -1 }[event.key];
  if (!by || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
  const titles = [...cards.querySelectorAll(".eb-card__title")];
  const here = titles.findIndex((title) =>
    title.closest("article")?.contains(/** @type {Element} */ (event.target)),
  );
  const title = titles[here + by];
  // Material turns pages with the same keys.
  event.stopPropagation();
  if (!(title instanceof HTMLElement)) return;
  title.focus({ preventScroll: true });
  title.closest("article")?.scrollIntoView({ block: "start" });
}
