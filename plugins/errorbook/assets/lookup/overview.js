// Several problems as a table, in the order to fix them: which, how often, where, and what each stops.

import { actionButton, inLanguage, make, shown } from "../base/dom.js";
import { outcomeWords } from "../base/phrases.js";
import { say, sayAround } from "../base/words.js";

/** @typedef {import("../base/shapes.js").Answer} Answer */
/** @typedef {import("../base/shapes.js").Finding} Finding */
/** @typedef {import("../base/words.js").Key} Key */

const DOCUMENTS_SHOWN = 3;
const LONGEST_DOCUMENT = 40;
/** @type {Key[]} */
const COLUMNS = ["overview.error", "overview.number", "overview.documents", "overview.stops"];
const DOCUMENTS = 2;
const DOCUMENT_TYPE = "document_number";

/**
 * Return the table.
 * @param {number[][]} groups findings by their places, in the order to fix them
 * @param {Answer} answer
 * @param {string} summary
 * @param {(finding: number) => void} visit shows a finding's card
 * @returns {HTMLElement}
 */
export function overview(groups, { result, entries }, summary, visit) {
  const named = groups.some(([number = 0]) => result.findings[number]?.documents.length);
  const rows = groups.flatMap((group) => {
    const [number = 0] = group;
    const finding = result.findings[number];
    const entry = entries[finding?.id ?? ""];
    if (!finding || !entry) return [];
    return make(
      "tr",
      {},
      make(
        "th",
        { scope: "row" },
        problemButton(group, { result, entries }, () => visit(number)),
      ),
      cell(1, say("count.times", { number: finding.count })),
      named && cell(DOCUMENTS, ...documentNodes(documentsOf(finding, entry.values))),
      cell(3, say(/** @type {Key} */ (`stops.${entry.severity}`))),
    );
  });
  const shownColumns = COLUMNS.filter((_, column) => named || column !== DOCUMENTS);
  const heads = shownColumns.map((key) => make("th", { scope: "col" }, say(key)));
  return make(
    "table",
    { class: "eb-overview" },
    make("caption", {}, make("strong", {}, summary), " ", make("span", {}, say("overview.order"))),
    make("thead", {}, make("tr", {}, ...heads)),
    make("tbody", {}, ...rows),
  );
}

/**
 * Return the way to a problem: its title where it is sure, all titles where the same words show several.
 * @param {number[]} group
 * @param {Pick<Answer, "result" | "entries">} answer
 * @param {() => void} visit
 * @returns {HTMLElement}
 */
function problemButton(group, { result, entries }, visit) {
  const findings = group.flatMap((number) => result.findings[number] ?? []);
  const titles = findings.flatMap(({ id }, place) => {
    const name = make("span", {}, entries[id]?.title ?? id);
    return [place > 0 ? "; " : "", inLanguage(name, entries[id]?.lang)];
  });
  const title = make("span", {}, ...titles);
  const words = group.length > 1 ? say("find.perhaps") : outcomeWords("like");
  const button = actionButton("", "eb-overview__link", visit);
  const sure = findings.every(({ outcome }) => outcome === "is");
  button.append(...(sure ? [title] : sayAround("answer.led", { words, title })));
  return button;
}

/**
 * @param {number} column
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
function cell(column, ...children) {
  const key = COLUMNS[column];
  return make("td", { "data-name": key && children.length > 0 ? say(key) : undefined }, ...children);
}

/**
 * Return the documents that show an error: not what its message holds, unless that is a document, too.
 * @param {Finding} finding
 * @param {import("../base/shapes.js").IndexEntry["values"]} shapes
 * @returns {string[]}
 */
function documentsOf({ documents, values, further }, shapes) {
  const others = Object.keys(values).filter((name) => shapes?.[name]?.type !== DOCUMENT_TYPE);
  const texts = others.flatMap((name) => [values[name], ...(further[name] ?? [])]);
  return documents.filter((number) => !texts.includes(number));
}

/**
 * Return the first documents and how many there are beyond them.
 * @param {string[]} documents
 * @returns {(Node | string)[]}
 */
function documentNodes(documents) {
  const first = documents.slice(0, DOCUMENTS_SHOWN);
  const nodes = first.flatMap((name, place) => [
    place > 0 ? ", " : "",
    make("bdi", {}, shown(name, LONGEST_DOCUMENT)),
  ]);
  const more = documents.length - first.length;
  return more > 0 ? [...nodes, ` ${say("overview.more", { number: more })}`] : nodes;
}
