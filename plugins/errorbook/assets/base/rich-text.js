// Catalogue texts as nodes: bold, code, values from the paste, and labelled blanks where one is missing.

import { make, shown } from "./dom.js";
import { inlineRuns } from "./markup.js";
import { Hole, parse } from "./template.js";
import { LANGUAGE, say } from "./words.js";

/** @typedef {import("./shapes.js").ValueShape} ValueShape */

/**
 * What fills the holes of a text: the values of a paste, and what each is called.
 * @typedef {{values: Record<string, string>, shapes: Record<string, ValueShape>}} Filling
 */

const LONGEST_VALUE = 120;

/**
 * Return the nodes of a catalogue text.
 * @param {string} text
 * @param {Filling} filling
 * @returns {(Node | string)[]}
 */
export function rich(text, filling) {
  return inlineRuns(text).map((run) => {
    const kind = run.kind === "hole" ? run.within : run.kind;
    const node = run.kind === "hole" ? filledHole(run.text, filling) : run.text;
    if (run.url) return make("a", { href: run.url, rel: "noopener" }, node);
    if (kind === "bold") return make("strong", {}, node);
    return kind === "code" ? make("code", {}, node) : node;
  });
}

/**
 * Return the nodes of a message: every mark in it is its own.
 * @param {string} text
 * @param {Filling} filling
 * @returns {(Node | string)[]}
 */
export function worded(text, filling) {
  return parse(text).map((part) => (part instanceof Hole ? filledHole(part.name, filling) : part));
}

/**
 * Return a paragraph of catalogue text.
 * @param {string} className
 * @param {string | undefined} text
 * @param {Filling} filling
 * @param {string} [label] words set before the text
 * @returns {HTMLParagraphElement | null}
 */
export function richLine(className, text, filling, label) {
  if (!text) return null;
  return make(
    "p",
    { class: className },
    label && make("span", { lang: LANGUAGE }, label),
    label && " ",
    ...rich(text, filling),
  );
}

/**
 * @param {string} name
 * @param {Filling} filling
 * @returns {HTMLElement}
 */
function filledHole(name, filling) {
  // Own properties only: a value called "constructor" is none.
  const value = Object.hasOwn(filling.values, name) ? filling.values[name]?.trim() : "";
  const title = say("card.from_paste");
  const own = { class: "eb-value", title, "data-hole": name };
  if (value) return make("bdi", own, shown(value, LONGEST_VALUE));
  const label = Object.hasOwn(filling.shapes, name) ? filling.shapes[name]?.label : undefined;
  return make("span", { class: "eb-hole" }, label ?? name.replaceAll("_", " "));
}
