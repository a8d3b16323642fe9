// Questions among steps as a path: which answers were taken, the way back, and steps that can be ticked.

import { actionButton, lendFocus, make } from "../base/dom.js";
import { answerName } from "./path.js";
import { keepTicks, progressOf } from "./progress.js";
import { LANGUAGE, say } from "../base/words.js";

/**
 * @typedef {object} Start
 * @property {string} id of the entry
 * @property {string[]} answers names of those that are taken from the start
 * @property {(answers: string[], chosen: boolean) => void} changed hears the answers whenever they change, at
 *   first, too, and whether somebody chose them here
 */

const TWO_OPEN = ".eb-answer:has(> details[open]) ~ .eb-answer > details[open]";
const SMALL_BUTTON = "eb-button eb-button--quiet eb-button--small";

/**
 * Follow the answers below an element that holds an entry's steps.
 * @param {HTMLElement} root
 * @param {Start} start
 */
export function startDecisions(root, { id, answers, changed }) {
  // What is chosen here while another text is looked up is forgotten with these steps.
  const progress = progressOf(id);
  addTicks(root, progress.done);
  // The steps may be in another language than our own words, and the answers are theirs.
  const bar = make("nav", { class: "eb-path", "aria-label": say("path.answers"), lang: LANGUAGE });
  root.append(bar);
  // Somebody may have been faster than this script.
  let chosen = takenAnswers(root).length > 0;
  const update = () => {
    // A theme that opens them all to print has no say in which were taken.
    if (root.querySelector(TWO_OPEN)) return;
    const taken = takenAnswers(root);
    for (const details of answersIn(root))
      details.parentElement?.classList.toggle("eb-answer--taken", taken.includes(details));
    const names = taken.filter((one) => !taken.some((other) => one !== other && one.contains(other)));
    progress.answers = names.map(nameOf);
    bar.hidden = taken.length === 0;
    bar.replaceChildren(...(taken.length > 0 ? pathView(taken) : []));
    changed(progress.answers, chosen);
    chosen = false;
  };
  takeAnswers(root, answers);
  update();
  // This event does not bubble.
  root.addEventListener("toggle", update, { capture: true });
  root.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const label = target.closest(".eb-answer > details > summary");
    chosen = Boolean(label ?? target.closest(".eb-path__tools"));
    // It opens after the click, and the row of answers comes with that.
    if (label) label.parentElement?.addEventListener("toggle", showFirstStep, { once: true });
  });
}

/**
 * Bring the first step of an answer onto the screen, above the row of answers.
 * @param {Event} event
 */
function showFirstStep({ target }) {
  if (target instanceof Element) target.querySelector(".eb-step")?.scrollIntoView({ block: "nearest" });
}

/**
 * Take answers by their names, and those that lead to them; names that nobody knows are passed over.
 * @param {ParentNode} root
 * @param {string[]} names
 */
function takeAnswers(root, names) {
  for (const details of answersIn(root)) if (names.includes(nameOf(details))) reveal(details);
}

/**
 * Take the answers that another address of the same page names, give up all others, and go to the last.
 * @param {ParentNode} root
 * @param {string[]} names
 */
export function followAnswers(root, names) {
  const before = takenAnswers(root);
  for (const details of before) details.open = false;
  takeAnswers(root, names);
  const taken = takenAnswers(root);
  const last = taken.at(-1) ?? before[0];
  // The way back to what is shown already moves neither the page nor the focus.
  if (last && taken.map(nameOf).join() !== before.map(nameOf).join()) goTo(last);
}

/**
 * Go to the first step of the last answer that an address names, as a link to the step does.
 * @param {ParentNode} root
 */
export function showTaken(root) {
  const last = takenAnswers(root).at(-1);
  const step = last?.querySelector(".eb-step");
  if (!(step instanceof HTMLElement)) return;
  lendFocus(step);
  step.focus({ preventScroll: true });
  last?.closest(".eb-step")?.scrollIntoView({ block: "nearest" });
  step.scrollIntoView({ block: "nearest" });
}

/**
 * Open the answers that an element stands in, and close the others to the same questions.
 * @param {Element} element
 */
export function reveal(element) {
  const details = element.closest(".eb-answer > details");
  if (!(details instanceof HTMLDetailsElement)) return;
  for (const other of answersIn(details.closest(".eb-answers") ?? details)) {
    if (!other.contains(details) && !details.contains(other)) other.open = false;
  }
  details.open = true;
  if (details.parentElement) reveal(details.parentElement);
}

/**
 * Return the answers that are taken below an element: open, and within none that is closed.
 * @param {ParentNode} root
 * @returns {HTMLDetailsElement[]}
 */
function takenAnswers(root) {
  return answersIn(root).filter(
    (details) => details.open && !details.parentElement?.closest(".eb-answer > details:not([open])"),
  );
}

/**
 * Return the answers that are taken, by the anchor of their question.
 * @param {ParentNode} scope
 * @returns {Map<string, number>}
 */
export function chosenAnswers(scope) {
  return new Map(
    takenAnswers(scope).map(({ dataset }) => [dataset["question"] ?? "", Number(dataset["answer"])]),
  );
}

/**
 * @param {ParentNode} root
 * @returns {HTMLDetailsElement[]}
 */
function answersIn(root) {
  return [...root.querySelectorAll(".eb-answer > details")].filter(
    (details) => details instanceof HTMLDetailsElement,
  );
}

/**
 * @param {HTMLDetailsElement} details
 * @returns {string}
 */
function nameOf({ dataset }) {
  return answerName(dataset["question"] ?? "", Number(dataset["answer"]));
}

/**
 * Return the answers as a row, each a way to its question, with the way back and the way to the start.
 * @param {HTMLDetailsElement[]} taken
 * @returns {HTMLElement[]}
 */
function pathView(taken) {
  const lang = taken[0]?.closest("[lang]")?.getAttribute("lang") ?? undefined;
  const crumbs = taken.map((details) => {
    const words = details.querySelector("summary > span")?.textContent ?? "";
    const button = actionButton(words, "eb-path__answer", () => goTo(details));
    // What is too long ends with a sign, where words of its language end.
    button.dir = "auto";
    return make("li", {}, button);
  });
  const back = actionButton(say("path.back"), SMALL_BUTTON, () => giveUp(taken.slice(-1)));
  const again = actionButton(say("path.again"), SMALL_BUTTON, () => giveUp(taken));
  const tools = make("p", { class: "eb-path__tools" }, back, " ", taken.length > 1 && again);
  return [make("ol", { class: "eb-path__answers", lang }, ...crumbs), tools];
}

/**
 * Take answers back and go to the first of their questions.
 * @param {HTMLDetailsElement[]} answers
 */
function giveUp(answers) {
  for (const details of answers) details.open = false;
  if (answers[0]) goTo(answers[0]);
}

/** @param {HTMLDetailsElement} details */
function goTo(details) {
  const summary = details.querySelector("summary");
  summary?.focus({ preventScroll: true });
  summary?.closest(".eb-step")?.scrollIntoView({ block: "nearest" });
}

/**
 * Add a box to each step that is something to do.
 * @param {HTMLElement} root
 * @param {Set<string>} done anchors of the steps that are ticked
 */
function addTicks(root, done) {
  for (const item of root.querySelectorAll(".eb-step:not(.eb-step--ask)")) {
    const number = item.querySelector(".eb-step__number")?.textContent ?? "";
    const tick = make("input", { type: "checkbox", "aria-label": say("step.done", { number }) });
    tick.checked = done.has(number);
    tick.addEventListener("change", () => {
      if (tick.checked) done.add(number);
      else done.delete(number);
      keepTicks();
    });
    const named = { title: say("step.tick"), lang: LANGUAGE };
    item.append(make("label", { class: "eb-step__tick", ...named }, tick));
  }
}
