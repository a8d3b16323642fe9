// The steps of a card: what to do, and questions whose answers hold the steps that follow from them.
// The same elements as in parts.html.jinja, so that a decision looks and works alike on a card and on a page.

import { make } from "../base/dom.js";
import { rich, richLine } from "../base/rich-text.js";

/** @typedef {import("../base/shapes.js").Step} Step */
/** @typedef {import("../base/rich-text.js").Filling} Filling */

/**
 * Return the list of steps; `prefix` keeps the ids of several cards apart, `number` is that of the answer
 * to which the steps belong, such as "2.1.".
 * @param {Step[]} steps
 * @param {Filling} filling
 * @param {string} prefix
 * @param {string} [number]
 * @returns {HTMLOListElement}
 */
export function stepList(steps, filling, prefix, number = "") {
  const items = steps.map((step, place) => stepItem(step, filling, prefix, `${number}${place + 1}`));
  return make("ol", { class: "eb-steps" }, ...items);
}

/**
 * @param {Step} step
 * @param {Filling} filling
 * @param {string} prefix
 * @param {string} number
 * @returns {HTMLLIElement}
 */
function stepItem(step, filling, prefix, number) {
  return make(
    "li",
    {
      class: step.ask ? "eb-step eb-step--ask" : "eb-step",
      id: `${prefix}-${step.anchor}`,
      "data-number": number,
    },
    step.do && make("p", { class: "eb-step__do" }, ...rich(step.do, filling), ...likely(step)),
    step.risk && make("p", { class: `eb-risk eb-risk--${step.risk}` }, step.risk_words ?? ""),
    richLine("eb-step__see", step.see, filling, "You should see:"),
    richLine("eb-step__undo", step.undo, filling, "To undo it:"),
    step.ask && make("p", { class: "eb-step__ask" }, ...rich(step.ask, filling), ...likely(step)),
    step.answers && answerList(step, step.answers, filling, prefix, number),
  );
}

/**
 * @param {Step} step
 * @returns {(Node | string)[]}
 */
function likely({ evidence_words: words }) {
  return words ? [" ", make("small", { class: "eb-note-inline" }, words)] : [];
}

/**
 * @param {Step} step
 * @param {NonNullable<Step["answers"]>} answers
 * @param {Filling} filling
 * @param {string} prefix
 * @param {string} number
 * @returns {HTMLUListElement}
 */
function answerList(step, answers, filling, prefix, number) {
  const items = answers.map(({ answer, steps }, place) =>
    make(
      "li",
      { class: "eb-answer" },
      make(
        "details",
        { "data-question": step.anchor, "data-answer": String(place) },
        make(
          "summary",
          { class: "eb-answer__label" },
          make("span", {}, ...rich(answer, filling)),
          " ",
          make("span", { class: "eb-answer__change" }, "Change"),
        ),
        stepList(steps, filling, prefix, `${number}.${place + 1}.`),
      ),
    ),
  );
  return make("ul", { class: "eb-answers" }, ...items);
}

/**
 * Return the answers that are chosen now, by the anchor of their question.
 * @param {ParentNode} scope
 * @returns {Map<string, number>}
 */
export function chosenAnswers(scope) {
  const chosen = [...scope.querySelectorAll(".eb-answer > details[open]")];
  return new Map(
    chosen.flatMap((details) => {
      if (!(details instanceof HTMLElement)) return [];
      const { question = "", answer = "" } = details.dataset;
      return [[question, Number(answer)]];
    }),
  );
}
