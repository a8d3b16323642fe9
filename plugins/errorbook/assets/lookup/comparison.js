// A wording that only looks like a known one: both under each other, the differences marked.

import { compareWords, lacking } from "./difference.js";
import { make, shown } from "../base/dom.js";
import { passagesOf } from "./passages.js";
import { say } from "../base/words.js";

/** @typedef {import("../base/shapes.js").Finding} Finding */
/** @typedef {import("../base/shapes.js").IndexEntry} IndexEntry */
/** @typedef {import("./difference.js").Compared} Compared */

const LONGEST = 600;
// A missing word or two beside the passage may be there with another spelling.
const BESIDE = 24;

/**
 * Return the known wording against the pasted one, or nothing where they do not differ.
 * @param {Finding} finding
 * @param {IndexEntry} entry
 * @param {string} paste
 * @returns {HTMLElement | null}
 */
export function comparison(finding, entry, paste) {
  const [template, role] = entry.messages?.[finding.message] ?? [];
  const [passage] = passagesOf(paste, [finding]);
  // An alias is a description, not a wording to compare with.
  if (!template || !passage || role === "alias") return null;
  const { start } = passage;
  const end = Math.min(passage.end, start + LONGEST);
  const values = Object.values(finding.values);
  const found = compareWords(template, wholeWords(paste, start, end), values);
  // What stands in place of words that lack at the end belongs to the paste as much as what is found.
  const piece = wholeWords(paste, start, end, lacking(found));
  const { known, pasted } = compareWords(template, piece, values);
  if ([...known, ...pasted].every(({ same }) => same)) return null;
  const label = (/** @type {string} */ name) => entry.values?.[name]?.label ?? name.replaceAll("_", " ");
  return make(
    "dl",
    { class: "eb-comparison" },
    row(
      say("card.known_wording"),
      known.map((word) => (word.hole ? { ...word, text: label(word.text) } : word)),
      "eb-hole",
    ),
    row(say("box.yours"), pasted, "eb-value"),
  );
}

/**
 * @param {string} name
 * @param {Compared[]} words
 * @param {string} holeClass
 * @returns {HTMLElement}
 */
function row(name, words, holeClass) {
  const nodes = words.map((word) => {
    if (word.hole) return make("bdi", { class: holeClass }, shown(word.text, 120));
    return word.same
      ? shown(word.text)
      : make("mark", { class: "eb-mark eb-mark--differs" }, shown(word.text));
  });
  return make("div", {}, make("dt", {}, name), make("dd", { dir: "auto" }, ...nodes));
}

/**
 * Return a stretch of the paste with the words it begins and ends in, on its own lines.
 * @param {string} paste
 * @param {number} start
 * @param {number} end
 * @param {number} more words behind it in the same sentence, at most
 * @returns {string}
 */
export function wholeWords(paste, start, end, more = 0) {
  const left = paste.slice(Math.max(0, start - BESIDE), start);
  const before = /[([{"“«]?[\p{L}\p{N}'’]*$/u.exec(left)?.[0].length ?? 0;
  const words = new RegExp(`^[\\p{L}\\p{N}'’]*(?:[ \\t"“”]+[\\p{L}\\p{N}'’]+){0,${more}}`, "u");
  const after = words.exec(paste.slice(end, end + BESIDE * (1 + more)))?.[0].length ?? 0;
  return paste.slice(start - before, end + after);
}
