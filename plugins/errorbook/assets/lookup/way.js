// The way through the questions of the cards that are shown, kept in the address and taken from the history.

import { followAnswers } from "../steps/decisions.js";
import { pathIn } from "../steps/path.js";
import { answersHere, keepPath, keepPlace, progressOf } from "../steps/progress.js";

/**
 * Where something changed, and whether somebody took or gave up an answer there, which the way back undoes.
 * @typedef {{chosen?: boolean, id?: string | undefined}} Change
 */

/**
 * Keep in the address which answers were taken in one card, or with which one somebody began: the card where
 * something was chosen last; never the paste.
 * @param {HTMLElement} results
 * @param {Change} [change]
 */
export function keepWay(results, { chosen = false, id } = {}) {
  const { entry } = pathIn(location.hash);
  const cards = cardsIn(results);
  const touched = cards.find((card) => card.id === id);
  const named = !chosen && answersHere() ? cards.find((card) => card.id === entry) : undefined;
  const answered = cards.filter(({ answers }) => answers.length > 0);
  const begun = answered.find((card) => card === touched) ?? answered[0];
  const ticked = cards.find(({ done }) => done.size > 0);
  const { id: name = "", answers = [], unsure } = named ?? begun ?? ticked ?? touched ?? {};
  // Any other fragment is not ours to remove.
  if (name || entry) keepPath({ entry: name, answers, unsure, begun: true }, chosen);
}

/**
 * Show the answers of a place in the history that belongs to the text looked up; tell whether it does.
 * @param {HTMLElement} results
 * @returns {boolean}
 */
export function followWay(results) {
  const cards = cardsIn(results);
  const here = answersHere();
  const { entry } = pathIn(location.hash);
  if (entry ? !here || cards.every(({ id }) => id !== entry) : cards.length === 0) return false;
  if (!here) {
    // A heading of the page, or a place from before this text, which stays.
    keepPlace();
    return false;
  }
  const other = cards.filter(({ id, answers }) => answers.join() !== (here[id] ?? []).join());
  for (const { element, id } of other) {
    progressOf(id).answers = here[id] ?? [];
    followAnswers(element, here[id] ?? []);
  }
  keepPlace();
  keepWay(results, { id: other[0]?.id });
  return true;
}

/**
 * Return the cards, and how far somebody is with each.
 * @param {HTMLElement} results
 */
function cardsIn(results) {
  return [...results.querySelectorAll(".eb-card")].map((element) => {
    const id = element.getAttribute("data-entry") ?? "";
    return { element, id, ...progressOf(id) };
  });
}
