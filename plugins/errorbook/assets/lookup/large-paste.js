// A source that is too big for the box, summed up: its name, its size and its beginning.

import { isPiledUp, make, shown } from "../base/dom.js";
import { sizeWords } from "../base/phrases.js";
import { say } from "../base/words.js";

/** @typedef {import("../base/shapes.js").Source} Source */

const PREVIEW = 600;
// A text area gets slow long before the matcher does.
const MOST_IN_BOX = 100_000;
const MOST_LINES_IN_BOX = 10_000;
const LINE_BREAK = /\r\n?|\n/;

/**
 * Tell whether a text area can hold a text and stay quick.
 * @param {string} text
 * @returns {boolean}
 */
export function fitsBox(text) {
  if (text.length > MOST_IN_BOX || isPiledUp(text)) return false;
  return text.split(LINE_BREAK, MOST_LINES_IN_BOX + 1).length <= MOST_LINES_IN_BOX;
}

/**
 * Return what is shown of a source instead of all its text.
 * @param {Source} source
 * @returns {HTMLElement}
 */
export function bigSource({ text, name, size }) {
  const words = `${name ?? say("box.pasted")}, ${sizeWords(size ?? new Blob([text]).size)}`;
  return make(
    "div",
    { class: "eb-source" },
    make("p", { class: "eb-source__name" }, make("bdi", {}, shown(words))),
    make("pre", { class: "eb-source__start", dir: "auto" }, `${shown(text.slice(0, PREVIEW)).trimEnd()} …`),
  );
}

/**
 * Return where reading stopped, in words, if it did.
 * @param {Source} source
 * @param {number} read
 * @returns {string}
 */
export function readLimit({ text, size }, read) {
  // A file's size in bytes is at least its length; where only its beginning was taken, it is much more.
  if (read >= text.length && (size ?? 0) <= 4 * text.length) return "";
  return say("box.limit", { number: read });
}
