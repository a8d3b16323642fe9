// The paste shown back: the message's own words and its values marked, each passage a way to its card.

import { make, shown } from "../base/dom.js";
import { excerpt, passagesOf } from "./passages.js";
import { say } from "../base/words.js";

/** @typedef {import("../base/shapes.js").Finding} Finding */
/** @typedef {import("./passages.js").Passage} Passage */

const SHORT_PASTE = 1500;
const CONTEXT = 160;
const MOST_PASSAGES = 40;

/**
 * Return the paste with its passages marked, or nothing where there are none.
 * @param {string} paste as far as it was read
 * @param {Finding[]} findings
 * @param {(finding: number) => void} visit shows a finding's card
 * @returns {HTMLElement | null}
 */
export function echo(paste, findings, visit) {
  const passages = passagesOf(paste, findings);
  if (passages.length === 0) return null;
  const shownPassages = passages.slice(0, MOST_PASSAGES);
  const stretches = excerpt(paste, shownPassages, paste.length <= SHORT_PASTE ? Infinity : CONTEXT);
  const text = make("pre", {
    class: "eb-echo__text",
    dir: "auto",
    tabindex: "0",
    role: "group",
    "aria-labelledby": "eb-echo",
  });
  for (const stretch of stretches) {
    if (stretch.kind === "passage") text.append(passageLink(paste, stretch.passage, visit));
    else if (stretch.kind === "text") text.append(shown(paste.slice(stretch.start, stretch.end)));
    else text.append(gap(paste, stretch.start, stretch.end));
  }
  const left = passages.length - shownPassages.length;
  const hasValues = shownPassages.some(({ pieces }) => pieces.some(([, , hole]) => hole));
  return make(
    "section",
    { class: "eb-echo" },
    make("h2", { class: "eb-echo__title", id: "eb-echo" }, say("marked.title")),
    text,
    make(
      "p",
      { class: "eb-echo__key" },
      say("marked.key"),
      " ",
      make("mark", { class: "eb-mark" }, say("marked.words")),
      hasValues && " ",
      hasValues && make("mark", { class: "eb-mark eb-mark--value" }, say("marked.values")),
      left > 0 && ` ${say("marked.more", { number: left })}`,
    ),
  );
}

/**
 * @param {string} paste
 * @param {Passage} passage
 * @param {(finding: number) => void} visit
 * @returns {HTMLAnchorElement}
 */
function passageLink(paste, passage, visit) {
  // A link without an address: what is pasted must not get into the history.
  const link = make("a", { class: "eb-passage", role: "link", tabindex: "0" });
  let position = passage.start;
  for (const [start, end, hole] of passage.pieces) {
    if (start > position) link.append(shown(paste.slice(position, start)));
    const mark = make("mark", { class: hole ? "eb-mark eb-mark--value" : "eb-mark" });
    // A value in another script must not turn the message around.
    mark.append(hole ? make("bdi", {}, shown(paste.slice(start, end))) : shown(paste.slice(start, end)));
    link.append(mark);
    position = end;
  }
  const go = () => visit(passage.finding);
  link.addEventListener("click", go);
  link.addEventListener("keydown", (event) => {
    if (event.key === "Enter") go();
  });
  return link;
}

/**
 * @param {string} paste
 * @param {number} start
 * @param {number} end
 * @returns {HTMLElement}
 */
function gap(paste, start, end) {
  const lines = paste.slice(start, end).split("\n").length - 1;
  const words =
    lines > 1 ? say("count.lines", { number: lines }) : say("count.characters", { number: end - start });
  return make("span", { class: "eb-gap" }, `… ${words} …`);
}
