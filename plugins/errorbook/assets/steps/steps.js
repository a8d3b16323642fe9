// The steps of a card: what to do, and questions whose answer shows the steps that follow from it.

import { actionButton, make } from "../base/dom.js";
import { rich, richLine } from "../base/rich-text.js";

/** @typedef {import("../base/shapes.js").Step} Step */
/** @typedef {import("../base/rich-text.js").Filling} Filling */

/**
 * Return the list of steps; `prefix` keeps the ids of several cards apart.
 * @param {Step[]} steps
 * @param {Filling} filling
 * @param {string} prefix
 * @returns {HTMLOListElement}
 */
export function stepList(steps, filling, prefix) {
  return make("ol", { class: "eb-steps" }, ...steps.map((step) => stepItem(step, filling, prefix)));
}

/**
 * @param {Step} step
 * @param {Filling} filling
 * @param {string} prefix
 * @returns {HTMLLIElement}
 */
function stepItem(step, filling, prefix) {
  const id = `${prefix}-${step.anchor}`;
  return make(
    "li",
    { class: step.ask ? "eb-step eb-step--ask" : "eb-step", id },
    step.do && make("p", { class: "eb-step__do" }, ...rich(step.do, filling), ...likely(step)),
    step.risk && make("p", { class: `eb-risk eb-risk--${step.risk}` }, step.risk_words ?? ""),
    richLine("eb-step__see", step.see, filling, "You should see:"),
    richLine("eb-step__undo", step.undo, filling, "To undo it:"),
    step.ask &&
      make("p", { class: "eb-step__ask", id: `${id}-ask` }, ...rich(step.ask, filling), ...likely(step)),
    step.answers && question(step, step.answers, id, filling, prefix),
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
 * Return the answers as buttons, and room for the steps of the one that is chosen.
 * @param {Step} step
 * @param {NonNullable<Step["answers"]>} answers
 * @param {string} id
 * @param {Filling} filling
 * @param {string} prefix
 * @returns {HTMLDivElement}
 */
function question(step, answers, id, filling, prefix) {
  const branch = make("div", { class: "eb-branch", id: `${id}-branch`, hidden: true });
  const buttons = answers.map(({ answer, steps }, place) => {
    const button = actionButton("", "eb-choice", () => {
      const open = button.getAttribute("aria-expanded") !== "true";
      for (const other of buttons) other.setAttribute("aria-expanded", String(other === button && open));
      branch.hidden = !open;
      branch.replaceChildren(...(open ? [stepList(steps, filling, prefix)] : []));
    });
    button.append(...rich(answer, filling));
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", branch.id);
    button.dataset["question"] = step.anchor;
    button.dataset["answer"] = String(place);
    return button;
  });
  return make(
    "div",
    { class: "eb-question" },
    make("div", { class: "eb-choices", role: "group", "aria-labelledby": `${id}-ask` }, ...buttons),
    branch,
  );
}

/**
 * Return the answers that are chosen now, by the anchor of their question.
 * @param {ParentNode} card
 * @returns {Map<string, number>}
 */
export function chosenAnswers(card) {
  const chosen = [...card.querySelectorAll('.eb-choice[aria-expanded="true"]')];
  return new Map(
    chosen.flatMap((button) => {
      if (!(button instanceof HTMLElement)) return [];
      const { question: anchor = "", answer = "" } = button.dataset;
      return [[anchor, Number(answer)]];
    }),
  );
}
