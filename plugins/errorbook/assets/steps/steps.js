// The steps of a card: what to do, and questions whose answers hold the steps that follow from them.
// The same elements as in parts.html.jinja, so that a decision looks and works alike on a card and on a page.

import { make } from "../base/dom.js";
import { rich, richLine } from "../base/rich-text.js";
import { blockNodes } from "../base/text-blocks.js";
import { LANGUAGE, say } from "../base/words.js";

/** @typedef {import("../base/shapes.js").Step} Step */
/** @typedef {import("../base/rich-text.js").Filling} Filling */

/**
 * Where steps are shown: `prefix` keeps the ids of several cards apart, `page` is the address whose anchors
 * are the steps, and `href` makes an address of the page from one of the site.
 * @typedef {{prefix: string, page: string, href: (url: string) => string}} Place
 */

/**
 * Return the list of steps; `number` is that of the answer to which they belong, such as "2.1.".
 * @param {Step[]} steps
 * @param {Filling} filling
 * @param {Place} place
 * @param {string} [number]
 * @returns {HTMLOListElement}
 */
export function stepList(steps, filling, place, number = "") {
  const items = steps.map((step, index) => stepItem(step, filling, place, `${number}${index + 1}`));
  return make("ol", { class: "eb-steps" }, ...items);
}

/**
 * @param {Step} step
 * @param {Filling} filling
 * @param {Place} place
 * @param {string} number
 * @returns {HTMLLIElement}
 */
function stepItem(step, filling, place, number) {
  return make(
    "li",
    { class: step.ask ? "eb-step eb-step--ask" : "eb-step", id: `${place.prefix}-${step.anchor}` },
    numberLink(`${place.page}#${step.anchor}`, number),
    step.do && make("p", { class: "eb-step__do" }, ...rich(step.do, filling), ...likely(step)),
    step.ask && make("p", { class: "eb-step__ask" }, ...rich(step.ask, filling), ...likely(step)),
    ...blockNodes(step.more, filling),
    step.path && menuLine(step.path),
    step.image && pictureLine(step.image, place),
    step.risk && make("p", { class: `eb-risk eb-risk--${step.risk}` }, step.risk_words ?? ""),
    richLine("eb-step__see", step.see, filling, say("step.see")),
    richLine("eb-step__undo", step.undo, filling, say("step.undo")),
    step.answers && answerList(step, step.answers, filling, place, number),
  );
}

/**
 * Return where to click, as a row of menus; selected and copied, it reads as text.
 * @param {string[]} path
 * @returns {HTMLParagraphElement}
 */
function menuLine(path) {
  const items = path.flatMap((item, index) => [
    index > 0 ? " → " : " ",
    make("b", { class: "eb-menu" }, item),
  ]);
  return make("p", { class: "eb-step__path" }, make("span", { lang: LANGUAGE }, say("step.path")), ...items);
}

/**
 * Return a picture, for light and for dark pages; its size keeps the room for it.
 * @param {NonNullable<Step["image"]>} image
 * @param {Place} place
 * @returns {HTMLParagraphElement}
 */
function pictureLine({ src, alt, width, height, dark }, { href }) {
  const size = { width: String(width), height: String(height) };
  const shot = (/** @type {string} */ url, /** @type {string | undefined} */ name) =>
    make("img", { class: name, src: href(url), alt, ...size, loading: "lazy" });
  return make("p", { class: "eb-step__image" }, shot(src, undefined), dark && shot(dark, "eb-dark"));
}

/**
 * Return a step's number, which is the link to the step.
 * @param {string} address
 * @param {string} number
 * @returns {HTMLAnchorElement}
 */
function numberLink(address, number) {
  // Off a card it opens beside: the paste stays.
  const title = say("step.link", { number });
  const place = { href: address, target: "_blank", rel: "noopener" };
  const named = { "aria-label": title, title, lang: LANGUAGE };
  return make("a", { class: "eb-step__number", ...named, ...place }, number);
}

/**
 * @param {Step} step
 * @returns {(Node | string)[]}
 */
function likely({ evidence_words: words }) {
  return words ? [" ", make("small", { class: "eb-note-inline", lang: LANGUAGE }, words)] : [];
}

/**
 * @param {Step} step
 * @param {NonNullable<Step["answers"]>} answers
 * @param {Filling} filling
 * @param {Place} place
 * @param {string} number
 * @returns {HTMLUListElement}
 */
function answerList(step, answers, filling, place, number) {
  const items = answers.map(({ answer, steps }, index) =>
    make(
      "li",
      { class: "eb-answer" },
      make(
        "details",
        { "data-question": step.anchor, "data-answer": String(index) },
        make(
          "summary",
          { class: "eb-answer__label" },
          make("span", {}, ...rich(answer, filling)),
          " ",
          make("span", { class: "eb-answer__change", lang: LANGUAGE }, say("step.change")),
        ),
        stepList(steps, filling, place, `${number}.${index + 1}.`),
      ),
    ),
  );
  return make("ul", { class: "eb-answers" }, ...items);
}
