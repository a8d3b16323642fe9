// A source that is too big for the box, summed up: its name, its size and its beginning.

import { make, shown } from "../base/dom.js";
import { sizeWords } from "../base/phrases.js";

/** @typedef {import("../base/shapes.js").Source} Source */

const PREVIEW = 600;

/**
 * Return what is shown of a source instead of all its text.
 * @param {Source} source
 * @returns {HTMLElement}
 */
export function bigSource({ text, name, size }) {
  const words = `${name ?? "Pasted text"}, ${sizeWords(size ?? new Blob([text]).size)}`;
  return make(
    "div",
    { class: "eb-source" },
    make("p", { class: "eb-source__name" }, make("bdi", {}, shown(words))),
    make("pre", { class: "eb-source__start", dir: "auto" }, `${shown(text.slice(0, PREVIEW)).trimEnd()} …`),
  );
}
