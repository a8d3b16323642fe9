// The little markup of catalogue texts: **bold**, `code` and {holes}, read as runs.
// The twin of inline.py; both are held to tests/cases/inline.json.

import { Hole, parse } from "./template.js";

/**
 * A stretch of text shown in one way; `text` is a hole's name where the kind is "hole".
 * `within` is the markup around a hole: a hole in bold text is bold, too.
 * @typedef {"text" | "bold" | "code"} Markup
 * @typedef {{kind: Markup | "hole", text: string, within: Markup}} Run
 */

/** @type {[mark: string, kind: Markup][]} */
const INLINE_MARKS = [
  ["**", "bold"],
  ["`", "code"],
];

/**
 * Return the runs of a text in order; a mark that is never closed is plain text.
 * @param {string} text
 * @returns {Run[]}
 */
export function inlineRuns(text) {
  return markedStretches(text).flatMap(([kind, stretch]) => filledRuns(stretch, kind));
}

/**
 * Split at the marks, whichever opens first; marks do not nest.
 * @param {string} text
 * @returns {[Markup, string][]}
 */
function markedStretches(text) {
  /** @type {[Markup, string][]} */
  const stretches = [];
  let start = 0;
  let position = 0;
  while (position < text.length) {
    const opened = INLINE_MARKS.find(([mark]) => text.startsWith(mark, position));
    if (!opened) {
      position += 1;
      continue;
    }
    const [mark, kind] = opened;
    const end = text.indexOf(mark, position + mark.length);
    if (end > position + mark.length) {
      stretches.push(["text", text.slice(start, position)]);
      stretches.push([kind, text.slice(position + mark.length, end)]);
      start = position = end + mark.length;
    } else {
      position += mark.length;
    }
  }
  return [...stretches, ["text", text.slice(start)]];
}

/**
 * @param {string} text
 * @param {Markup} kind
 * @returns {Run[]}
 */
function filledRuns(text, kind) {
  return parse(text).map((part) =>
    part instanceof Hole
      ? { kind: "hole", text: part.name, within: kind }
      : { kind, text: part, within: /** @type {const} */ ("text") },
  );
}
