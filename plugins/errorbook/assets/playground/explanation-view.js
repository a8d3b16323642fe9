// How the playground shows an explanation: words with weights, alignments as tables, and what speaks against.

import { make, shown } from "../base/dom.js";
import { hundredths } from "../matching/doubts/doubts.js";
import { outcomeWords } from "../base/phrases.js";
import { say } from "../base/words.js";

/** @typedef {import("../matching/explaining.js").Explained} Explained */
/** @typedef {import("../matching/explaining.js").Place} Place */
/** @typedef {import("../matching/explaining.js").Weighed} Weighed */
/** @typedef {import("../matching/explaining.js").Word} Word */

const MOST_WORDS = 200;
/** @type {import("../base/words.js").Key[]} */
const RIVAL_HEADS = [
  "play.entry",
  "play.shares",
  "play.shares_of",
  "play.coverage",
  "play.confidence",
  "play.rank",
];

/**
 * Return the answer in a sentence.
 * @param {Explained} explained
 * @returns {string}
 */
export function answerWords({ result, places }) {
  const found = result.findings.map(({ id, outcome }) => {
    return say("play.said", { words: outcomeWords(outcome), id });
  });
  if (found.length && !places.length) found.push(say("play.code_only"));
  if (!found.length) found.push(say(places.length ? "play.unknown" : "play.no_word"));
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
    const note = itself ? "" : others || say("play.no_wording");
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
    make("h2", {}, say("play.words")),
    make("ol", { class: "eb-play__words" }, ...items),
    words.length > MOST_WORDS && make("p", {}, say("play.more", { number: words.length - MOST_WORDS })),
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
  const said = first.outcome ? outcomeWords(first.outcome) : say("play.not");
  const place = say("play.place", { start: start + 1, end, said });
  const reasons = [...first.against, ...(aside ? [aside] : [])];
  return make(
    "section",
    {},
    make("h2", {}, place, " ", make("a", { href: href(first.id) }, first.id)),
    make("p", {}, say("play.wording", { number: first.message + 1 }), " ", make("q", {}, first.text)),
    // The matcher gives its reasons in English, whatever the site speaks.
    reasons.length > 0 &&
      make("ul", { lang: "en" }, ...reasons.map((reason) => make("li", {}, shown(reason, 300)))),
    alignmentTable(first, words),
    figures(first),
    others.length > 0 && make("h3", {}, say("play.behind")),
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
        ? row(`{${name}}`, "", say("play.nothing"), "missing")
        : row(`{${name}}`, "", shown(value, 80), "value");
    });
    const [word, weight] = template[position] ?? [];
    if (word === undefined || weight === undefined) return fillings;
    const [place, similarity] = paired.get(position) ?? [-1, 1];
    const text = words[place]?.text ?? say("play.missing");
    const note = similarity < 1 ? ` ≈ ${hundredths(similarity)}` : "";
    const state = place < 0 ? "missing" : similarity < 1 ? "like" : "";
    return [...fillings, row(word, hundredths(weight), `${shown(text, 40)}${note}`, state)];
  });
  return table([say("play.the_wording"), say("play.weight"), say("play.the_text")], rows);
}

/**
 * @param {Weighed} weighed
 * @returns {HTMLElement}
 */
function figures(weighed) {
  const explained = say("play.of", {
    part: hundredths(weighed.explained),
    whole: hundredths(weighed.total),
  });
  /** @type {[string, string, string][]} */
  const rows = [
    [say("play.explained"), explained, say("play.explained_means")],
    [say("play.coverage"), hundredths(weighed.coverage), say("play.coverage_means")],
    [say("play.surroundings"), hundredths(weighed.surroundings), say("play.surroundings_means")],
    [say("play.confidence"), hundredths(weighed.confidence), say("play.confidence_means")],
    [say("play.cut"), hundredths(weighed.cut_coverage), say("play.cut_means")],
    [say("play.rank"), hundredths(weighed.rank), say("play.rank_means")],
  ];
  return table(
    [say("play.figure"), say("play.value"), say("play.meaning")],
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
  return table(RIVAL_HEADS.map((key) => say(key)), rows, say("play.behind"));
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
 * Return a table that scrolls by itself, named by its first head if nothing else is given.
 * @param {string[]} heads
 * @param {HTMLElement[]} rows
 * @param {string} [name]
 * @returns {HTMLElement}
 */
function table(heads, rows, name = heads[0] ?? "") {
  const head = make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text)));
  return make(
    "div",
    { class: "eb-play__scroll", tabindex: "0", role: "group", "aria-label": name },
    make("table", { class: "eb-play__table" }, make("thead", {}, head), make("tbody", {}, ...rows)),
  );
}
