// The verdicts on many tickets: counts to filter by, a table in pages, and the whole as CSV.

import { announce } from "../base/clipboard.js";
import { csvText } from "./csv.js";
import { actionButton, make, shown } from "../base/dom.js";
import { sentAddress } from "../share/sent-address.js";
import { numberWords, say } from "../base/words.js";
import { rowText } from "./tickets.js";
import { KINDS, ticketKinds } from "./verdict.js";

/** @typedef {import("./tickets.js").Tickets} Tickets */
/** @typedef {import("./verdict.js").Kind} Kind */
/** @typedef {import("./verdict.js").Verdict} Verdict */
/** @typedef {import("../base/words.js").Key} Key */
/** @typedef {(id: string) => string} Permalink */

const ROWS_SHOWN = 100;
const TEXT_SHOWN = 200;
/** @type {Record<Kind, Key>} */
const KIND_WORDS = { matched: "batch.matched", ambiguous: "batch.ambiguous", unknown: "batch.unknown" };
/** @type {Record<Kind | "all", Key>} */
const COUNT_WORDS = {
  all: "batch.all_count",
  matched: "batch.matched_count",
  ambiguous: "batch.ambiguous_count",
  unknown: "batch.unknown_count",
};
/** @type {Key[]} */
const HEADS = ["batch.result", "batch.error", "batch.text"];

/**
 * Return how many tickets there are of each kind; several rows may be of one.
 * @param {Tickets} tickets
 * @param {Verdict[]} verdicts
 * @returns {Record<Kind, number>}
 */
export function kindCounts({ tickets }, verdicts) {
  const counts = { matched: 0, ambiguous: 0, unknown: 0 };
  ticketKinds(verdicts, tickets).forEach((kind, place) => {
    if ((tickets[place] ?? place) === place) counts[kind] += 1;
  });
  return counts;
}

/**
 * Return the table as CSV: the file's own columns, and what was found.
 * @param {Tickets} tickets
 * @param {Verdict[]} verdicts
 * @param {Permalink} permalink
 * @returns {string}
 */
export function exported({ names, rows, separator }, verdicts, permalink) {
  const head = [...names, say("batch.saved_result"), say("batch.saved_ids"), say("batch.saved_titles")];
  head.push(say("batch.saved_links"), say("batch.saved_suggestions"));
  const body = verdicts.map(({ kind, entries, suggested }, place) => [
    ...names.map((_, column) => cellText(rows[place]?.[column])),
    say(COUNT_WORDS[kind]),
    entries.map(({ id }) => id).join(" "),
    entries.map(({ title }) => title).join("; "),
    entries.map(({ id }) => sentAddress(permalink(id))).join(" "),
    suggested.map(({ id }) => id).join(" "),
  ]);
  return csvText([head, ...body], separator);
}

/**
 * @param {unknown} value
 * @returns {string} a cell as the file has it; what holds more than one value as JSON
 */
function cellText(value) {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/**
 * Return what shows the verdicts.
 * @param {Tickets} tickets
 * @param {Verdict[]} verdicts
 * @param {Permalink} permalink
 * @returns {HTMLElement[]}
 */
export function batchView(tickets, verdicts, permalink) {
  const body = make("tbody");
  const more = actionButton("", "eb-button eb-button--quiet", () => {
    const first = body.rows.length;
    show(count + ROWS_SHOWN);
    goTo(body.rows[first]);
    announce(say("batch.shown", { number: body.rows.length, total: placesShown().length }));
  });
  /** @type {Kind | null} */
  let only = null;
  let count = ROWS_SHOWN;
  const counts = kindCounts(tickets, verdicts);
  const kinds = ticketKinds(verdicts, tickets.tickets);
  const filters = [null, ...KINDS].map((kind) => {
    const number = kind ? counts[kind] : KINDS.reduce((sum, each) => sum + counts[each], 0);
    const button = actionButton("", `eb-chip eb-batch__filter eb-batch__filter--${kind ?? "all"}`, () => {
      only = kind;
      for (const { button: other } of filters) other.setAttribute("aria-pressed", String(other === button));
      show(ROWS_SHOWN);
    });
    button.append(make("strong", {}, numberWords(number)), ` ${say(COUNT_WORDS[kind ?? "all"])}`);
    button.setAttribute("aria-pressed", String(kind === null));
    return { kind, button };
  });
  show(ROWS_SHOWN);
  const bar = make("div", { class: "eb-batch__filters", role: "group", "aria-label": say("batch.show") });
  bar.append(...filters.map(({ button }) => button));
  /** @type {Key} */
  const first = tickets.ids.some(Boolean) ? "batch.ticket" : "batch.row";
  const head = [first, ...HEADS].map((key) => make("th", { scope: "col" }, say(key)));
  const table = make(
    "table",
    { class: "eb-batch__table" },
    make("thead", {}, make("tr", {}, ...head)),
    body,
  );
  const named = { role: "region", "aria-label": say("batch.results"), tabindex: "0" };
  return [bar, make("div", { class: "eb-batch__scroll", ...named }, table), more];

  /** @returns {number[]} */
  function placesShown() {
    return kinds.flatMap((kind, place) => (!only || kind === only ? [place] : []));
  }

  /** @param {number} wanted */
  function show(wanted) {
    count = wanted;
    const places = placesShown();
    const left = places.length - count;
    const rows = places.slice(0, count).map((place) => tableRow(tickets, verdicts, place, permalink));
    body.replaceChildren(...rows);
    more.hidden = left <= 0;
    more.textContent = say("batch.more", { number: Math.max(0, Math.min(left, ROWS_SHOWN)) });
  }
}

/**
 * @param {Tickets} tickets
 * @param {Verdict[]} verdicts
 * @param {number} place
 * @param {Permalink} permalink
 * @returns {HTMLTableRowElement}
 */
function tableRow(tickets, verdicts, place, permalink) {
  const verdict = verdicts[place];
  if (!verdict) return make("tr");
  const { kind, entries, suggested } = verdict;
  const text = rowText(tickets, tickets.rows[place] ?? []).replace(/\s+/g, " ").trim();
  const named = [...entries, ...suggested];
  const links = named.flatMap(({ id, title, lang }, number) => [
    number > 0 && make("br"),
    make("a", { href: permalink(id), title: id, lang }, title),
  ]);
  return make(
    "tr",
    {},
    make("td", { class: "eb-batch__number" }, make("bdi", {}, tickets.ids[place] || numberWords(place + 1))),
    make("td", {}, make("span", { class: `eb-batch__kind eb-batch__kind--${kind}` }, say(KIND_WORDS[kind]))),
    make("td", { class: "eb-batch__error" }, suggested.length > 0 && `${say("find.perhaps")} `, ...links),
    make("td", { class: "eb-batch__text" }, make("bdi", {}, shown(text, TEXT_SHOWN))),
  );
}

/**
 * Put the focus on what a row leads to, else on the row.
 * @param {HTMLTableRowElement | undefined} row
 */
function goTo(row) {
  if (!row) return;
  const link = row.querySelector("a");
  if (!link) row.tabIndex = -1;
  (link ?? row).focus();
}
