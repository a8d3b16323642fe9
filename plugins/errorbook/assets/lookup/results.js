// An answer as the page shows it: a summary, the cards in the order to fix them, and the paste marked.

import { CardList } from "./card-list.js";
import { announcedView } from "./described.js";
import { make, present, shown } from "../base/dom.js";
import { echo } from "./marked-paste.js";
import { fixingOrder } from "./fix-order.js";
import { overview } from "./overview.js";
import { alternatives } from "./passages.js";
import { suggestionWords, summaryWords } from "../base/phrases.js";
import { say } from "../base/words.js";

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
 * @property {Node | null} otherwise for somebody who finds none of the cards right
 * @property {(change: import("./way.js").Change) => void} pathChanged hears that an answer of a card was
 *   taken or given up
 */

const CARDS_AT_ONCE = 8;
const LONGEST_LINE = 300;

/**
 * Return the line that sums up an answer.
 * @param {Answer} answer
 * @returns {string}
 */
export function summary(answer) {
  const { result, entries, suggestions, withdrawn } = answer;
  if (withdrawn) return say("answer.withdrawn", { id: withdrawn.id });
  if (result.findings.length === 0 && suggestions.length > 0) return suggestionWords(answer);
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
  const cards = new CardList(ordered, showing);
  const visit = (/** @type {number} */ finding) => void cards.visit(finding);
  await cards.begin(CARDS_AT_ONCE);
  return present([
    ordered.length > 1 && overview(ordered, answer, summary(answer), visit),
    // A heading tells of no way out, what it announces may.
    announcedView(answer, showing.href),
    cards.element,
    showing.otherwise,
    echo(paste, findings, visit),
    leftOver(answer.result.unknown),
  ]);
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
    { class: "eb-more" },
    make("summary", {}, say("left.title")),
    make("ul", {}, ...lines.map((line) => make("li", { dir: "auto" }, shown(line, LONGEST_LINE)))),
    make("p", {}, say("left.advice")),
  );
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
