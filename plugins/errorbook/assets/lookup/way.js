// The way through the questions of the cards that are shown, kept in the address and followed from it.

import { followAnswers } from "../steps/decisions.js";
import { pathIn } from "../steps/path.js";
import { isOnWay, keepPath, progressOf } from "../steps/progress.js";

/**
 * Keep in the address which answers were taken in the first card that has some, or with which one somebody
 * began; never the paste.
 * @param {HTMLElement} results
 * @param {boolean} chosen somebody took or gave up an answer here, which the way back undoes
 */
export function keepWay(results, chosen) {
  const cards = cardsIn(results);
  const card = cards.find(({ answers }) => answers.length > 0) ?? cards.find(({ done }) => done.size > 0);
  // Any other fragment is not ours to remove.
  if (!card && !pathIn(location.hash).entry) return;
  const { id = "", answers = [], unsure } = card ?? {};
  keepPath({ entry: id, answers, unsure, begun: true }, chosen);
}

/**
 * Follow the way back or on to other answers for the text that is looked up; tell whether it led to some.
 * @param {HTMLElement} results
 * @returns {boolean}
 */
export function followWay(results) {
  if (!isOnWay()) return false;
  const { entry, answers } = pathIn(location.hash);
  const card = cardsIn(results).find((each) => (entry ? each.id === entry : each.answers.length > 0));
  if (card) followAnswers(card.element, answers);
  return Boolean(card);
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
