// Where and how often a paste shows the error of a card, and which documents and other values stand there.

import { copyButton } from "../base/clipboard.js";
import { make, present, shown } from "../base/dom.js";
import { calledBy } from "../share/masking.js";
import { say } from "../base/words.js";

const LONGEST_WAY = 300;
const LONGEST_NAMED = 60;
const MOST_SHOWN = 100;

/**
 * Return where and how often the paste shows an error, and the values that its steps do not show.
 * @param {import("../base/shapes.js").Finding} finding
 * @param {Readonly<Record<string, import("../base/shapes.js").ValueShape>>} shapes
 * @param {ParentNode} steps that are filled with the finding's values
 * @returns {HTMLElement[]}
 */
export function placesOf({ count, path, documents, values, further }, shapes, steps) {
  const holes = [...steps.querySelectorAll("[data-hole]")];
  const filled = new Set(holes.map((hole) => hole.getAttribute("data-hole")));
  const stepped = Object.entries(further).filter(([name]) => filled.has(name));
  const apart = Object.keys(further).filter((name) => !filled.has(name));
  const all = (/** @type {string} */ name) => [values[name] ?? "", ...(further[name] ?? [])];
  const told = Object.keys(values).flatMap((name) => (apart.includes(name) ? [] : all(name)));
  const beside = [...new Set([...documents, ...apart.flatMap(all)])].filter((text) => !told.includes(text));
  const found = (/** @type {(Node | string)[]} */ ...nodes) => make("p", { class: "eb-found" }, ...nodes);
  const inside = make("bdi", {}, shown(path.join(" → "), LONGEST_WAY));
  return present([
    count > 1 && found(say("card.times", { number: count })),
    ...stepped.map(([name, texts]) =>
      valueLine(say("card.further", { value: calledBy(name, shapes[name]) }), texts),
    ),
    path.length > 0 && found(say("card.inside"), " ", inside),
    beside.length > 0 && valueLine(say("card.beside"), beside),
  ]).filter((element) => element instanceof HTMLElement);
}

/**
 * Return values from the paste in a row, the first of many and how many there are beyond them; all can be
 * copied.
 * @param {string} words
 * @param {string[]} texts
 * @returns {HTMLElement}
 */
function valueLine(words, texts) {
  const line = make("p", { class: "eb-found" }, words, " ");
  texts.slice(0, MOST_SHOWN).forEach((text, place) => {
    line.append(place ? ", " : "", make("bdi", { class: "eb-value" }, shown(text, LONGEST_NAMED)));
  });
  const left = texts.length - MOST_SHOWN;
  if (left > 0) line.append(` ${say("overview.more", { number: left })}`);
  const copy = say("card.copy_all", { number: texts.length });
  if (texts.length > 1) line.append(" ", copyButton(copy, () => texts.join("\n")));
  return line;
}
