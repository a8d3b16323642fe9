// How the playground shows an explanation: words with weights, alignments as tables, and what speaks against.

import { make, shown } from "../base/dom.js";
import { hundredths } from "../matching/doubts.js";

/** @typedef {import("../matching/explaining.js").Explained} Explained */
/** @typedef {import("../matching/explaining.js").Place} Place */
/** @typedef {import("../matching/explaining.js").Weighed} Weighed */
/** @typedef {import("../matching/explaining.js").Word} Word */

const MOST_WORDS = 200;
const SAID = { is: "This is", like: "Looks like" };

/**
 * Return the answer in a sentence.
 * @param {Explained} explained
 * @returns {string}
 */
export function answerWords({ result, places }) {
  const found = result.findings.map(({ id, outcome }) => `${SAID[outcome]} ${id}.`);
  if (found.length && !places.length) found.push("The text is a code or an id, so no words are compared.");
  if (!found.length) found.push(places.length ? "We don't know." : "No word of it stands in a wording.");
  return found.join(" ");
}

/**
 * Return the words of a text, each with its weight and the words it may be.
 * @param {Word[]} words
 * @returns {HTMLElement}
 */
export function wordsView(words) {
  const items = words.slice(0, MOST_WORDS).map(({ text, weight, like }) => {
    const itself = like.some(([word]) => word === text);
    const others = like.map(([word, similarity]) => `≈ ${word} ${hundredths(similarity)}`).join(", ");
    const note = itself ? "" : others || "in no wording";
    const state = itself ? "known" : others ? "like" : "new";
    return make(
      "li",
      { class: `eb-play__word eb-play__word--${state}` },
      make("bdi", {}, shown(text, 40)),
      make("small", {}, [hundredths(weight), note].filter(Boolean).join(" · ")),
    );
  });
  return make(
    "section",
    {},
    make("h2", {}, "Words and weights"),
    make("ol", { class: "eb-play__words" }, ...items),
    words.length > MOST_WORDS && make("p", {}, `And ${words.length - MOST_WORDS} more.`),
  );
}

/**
 * Return one stretch of the text: its best candidate in full, the others in a line each.
 * @param {Place} place
 * @param {Word[]} words
 * @param {(id: string) => string} href
 * @returns {HTMLElement}
 */
export function placeView({ start, end, candidates, aside }, words, href) {
  const [first, ...others] = candidates;
  if (!first) return make("section");
  const said = first.outcome ? `${SAID[first.outcome]} ` : "Not ";
  const reasons = [...first.against, ...(aside ? [aside] : [])];
  return make(
    "section",
    {},
    make("h2", {}, `Words ${start + 1} to ${end}: ${said}`, make("a", { href: href(first.id) }, first.id)),
    make("p", {}, `Wording ${first.message + 1}: `, make("q", {}, first.text)),
    reasons.length > 0 && make("ul", {}, ...reasons.map((reason) => make("li", {}, shown(reason, 300)))),
    alignmentTable(first, words),
    figures(first),
    others.length > 0 && make("h3", {}, "Behind it"),
    others.length > 0 && rivalTable(others, href),
  );
}

/**
 * @param {Weighed} weighed
 * @param {Word[]} words
 * @returns {HTMLElement}
 */
function alignmentTable({ template, holes, pairs, values }, words) {
  /** @type {Map<number, [place: number, similarity: number]>} */
  const paired = new Map(pairs.map(([place, word, similarity]) => [word, [place, similarity]]));
  const rows = holes.flatMap((names, position) => {
    const fillings = names.map((name) => {
      const value = values[name];
      return value === undefined
        ? row(`{${name}}`, "", "(nothing)", "missing")
        : row(`{${name}}`, "", shown(value, 80), "value");
    });
    const [word, weight] = template[position] ?? [];
    if (word === undefined || weight === undefined) return fillings;
    const [place, similarity] = paired.get(position) ?? [-1, 1];
    const text = words[place]?.text ?? "(missing)";
    const note = similarity < 1 ? ` ≈ ${hundredths(similarity)}` : "";
    const state = place < 0 ? "missing" : similarity < 1 ? "like" : "";
    return [...fillings, row(word, hundredths(weight), `${shown(text, 40)}${note}`, state)];
  });
  return table(["The wording", "Weight", "The text"], rows);
}

/**
 * @param {Weighed} weighed
 * @returns {HTMLElement}
 */
function figures(weighed) {
  const explained = `${hundredths(weighed.explained)} of ${hundredths(weighed.total)}`;
  /** @type {[string, string, string][]} */
  const rows = [
    ["Explained", explained, "weight of the wording that is there"],
    ["Coverage", hundredths(weighed.coverage), "the same as a share"],
    ["Surroundings", hundredths(weighed.surroundings), "what unexplained words beside it leave"],
    ["Confidence", hundredths(weighed.confidence), "coverage × coverage × surroundings"],
    ["Coverage if cut off", hundredths(weighed.cut_coverage), "the same, with a lost end counting little"],
    ["Rank", hundredths(weighed.rank), "what orders the candidates"],
  ];
  return table(
    ["Figure", "Value", "Meaning"],
    rows.map((cells) => row(...cells, "")),
  );
}

/**
 * @param {Weighed[]} others
 * @param {(id: string) => string} href
 * @returns {HTMLElement}
 */
function rivalTable(others, href) {
  const rows = others.map((other) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, make("a", { href: href(other.id) }, other.id), ` ${other.message + 1}`),
      ...[other.shared, other.total, other.coverage, other.confidence, other.rank].map((figure) =>
        make("td", {}, hundredths(figure)),
      ),
    ),
  );
  return table(["Entry, wording", "Shares", "Of", "Coverage", "Confidence", "Rank"], rows);
}

/**
 * @param {string} name
 * @param {string} figure
 * @param {string} text
 * @param {string} state
 * @returns {HTMLElement}
 */
function row(name, figure, text, state) {
  return make(
    "tr",
    { class: state && `eb-play__row--${state}` },
    make("th", { scope: "row" }, name),
    make("td", {}, figure),
    make("td", {}, make("bdi", {}, text)),
  );
}

/**
 * @param {string[]} heads
 * @param {HTMLElement[]} rows
 * @returns {HTMLElement}
 */
function table(heads, rows) {
  const head = make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text)));
  // Wide tables scroll on their own, and can be reached to do so.
  return make(
    "div",
    { class: "eb-play__scroll", tabindex: "0", role: "group" },
    make("table", { class: "eb-play__table" }, make("thead", {}, head), make("tbody", {}, ...rows)),
  );
}
