// How a trial is shown: what every example that is answered differently said before, and says with the draft.

import { KINDS } from "./effect.js";
import { DRAFT_ID } from "./draft.js";
import { make, shown } from "../base/dom.js";
import { outcomeWords } from "../base/phrases.js";
import { say } from "../base/words.js";

/** @typedef {import("./effect.js").Change} Change */
/** @typedef {import("./effect.js").Kind} Kind */
/** @typedef {import("./effect.js").Told} Told */

const LONGEST_PASTE = 240;
// More than somebody reads before the wording is put right.
const MOST_OF_A_KIND = 50;
/** @type {Record<Kind, import("../base/words.js").Key>} */
const HEADS = {
  lost: "trial.lost",
  taken: "trial.taken",
  behind: "trial.behind",
  weaker: "trial.weaker",
  beside: "trial.beside",
  other: "trial.other",
  freed: "trial.freed",
  better: "trial.better",
};

/**
 * Return the changes, those of a kind together and the worst first.
 * @param {Change[]} all
 * @param {(id: string) => string} href
 * @returns {HTMLElement[]}
 */
export function trialView(all, href) {
  return KINDS.flatMap((kind) => {
    const some = all.filter((change) => change.kind === kind);
    if (!some.length) return [];
    const items = some.slice(0, MOST_OF_A_KIND).map((change) => changeItem(change, href));
    const rest = some.length - items.length;
    return [
      make(
        "section",
        { class: "eb-trial__kind", "data-kind": kind },
        make("h3", {}, say(HEADS[kind]), " ", make("span", { class: "eb-count" }, String(some.length))),
        make("ul", { class: "eb-trial__changes" }, ...items),
        rest > 0 && make("p", {}, say("play.more", { number: rest })),
      ),
    ];
  });
}

/**
 * Return the line on what the author pasted: what it shows without the draft and with it, where that differs.
 * @param {Change | undefined} change
 * @returns {HTMLElement}
 */
export function ownPaste(change) {
  if (!change) return make("p", {}, say("trial.own_same"));
  const { before, after } = change;
  return make("p", {}, make("strong", {}, say("trial.own")), ` ${todayWords(before)} ${thenWords(after)}`);
}

/**
 * @param {Change} change
 * @param {(id: string) => string} href
 * @returns {HTMLElement}
 */
function changeItem({ id, paste, before, after }, href) {
  const own = id === DRAFT_ID ? say("trial.draft") : make("a", { href: href(id) }, id);
  const quoted = make("q", { dir: "auto" }, shown(paste, LONGEST_PASTE));
  return make(
    "li",
    {},
    make("p", { class: "eb-trial__paste" }, own, " ", quoted),
    make("p", {}, todayWords(before)),
    make("p", {}, thenWords(after)),
  );
}

/**
 * @param {Told} before
 * @returns {string}
 */
function todayWords(before) {
  return say("trial.today", { answer: toldWords(before) });
}

/**
 * @param {Told} after
 * @returns {string}
 */
function thenWords(after) {
  return say("trial.then", { answer: toldWords(after) });
}

/**
 * Return an answer in words: "This is SHOP-0001. Looks like the draft".
 * @param {Told} told
 * @returns {string}
 */
function toldWords(told) {
  const said = told.map(({ id, outcome }) => {
    return `${outcomeWords(outcome)} ${id === DRAFT_ID ? say("trial.draft") : id}`;
  });
  return said.join(". ") || say("trial.unknown");
}
