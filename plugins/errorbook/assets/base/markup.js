// The little markup of catalogue texts: bold, code, links and {holes}, read as runs. It is a part of
// Markdown: **bold**, `code`, [text](https://...), and a backslash before a mark that is none.
// The twin of markup.py; both are held to tests/cases/inline.json.

import { Hole, parse } from "./template.js";

/**
 * A stretch of text shown in one way; `text` is a hole's name where the kind is "hole".
 * `within` is the markup around a hole: a hole in bold text is bold, too. `url` is where a link leads.
 * @typedef {"text" | "bold" | "code"} Markup
 * @typedef {{kind: Markup | "hole", text: string, within: Markup, url: string}} Run
 */

/** @type {Record<string, Markup>} */
const INLINE_MARKS = { "**": "bold", "`": "code" };
const INLINE_MARK = /\\[\\`*[]|\*\*|`|\[/g;
// A host without a name or a password before it, as in common/addresses.
const INLINE_LINK =
  /\[([^[\]]+)\]\((https?:\/\/[\w.\u00a1-\u1fff\u2c00-\ud7ff-]+(?::[0-9]{1,5})?(?:[/?#][^\s()<>{}"\\]*)?)\)/y;

/**
 * Return the runs of a text in order; a mark that is never closed is plain text.
 * @param {string} text
 * @returns {Run[]}
 */
export function inlineRuns(text) {
  return markedStretches(text).flatMap(([kind, stretch, url]) => filledRuns(stretch, kind, url));
}

/**
 * Split at the marks, whichever opens first, into stretches with their kind and link; marks do not nest.
 * @param {string} text
 * @returns {[Markup, string, string][]}
 */
function markedStretches(text) {
  /** @type {[Markup, string, string][]} */
  const stretches = [];
  let plain = "";
  let start = 0;
  INLINE_MARK.lastIndex = 0;
  for (let opened = INLINE_MARK.exec(text); opened; opened = INLINE_MARK.exec(text)) {
    const [mark] = opened;
    const position = opened.index + mark.length;
    if (mark.startsWith("\\")) {
      plain += text.slice(start, opened.index) + mark.slice(1);
      start = position;
      continue;
    }
    INLINE_LINK.lastIndex = opened.index;
    const link = mark === "[" ? INLINE_LINK.exec(text) : null;
    const end = mark === "[" ? position : text.indexOf(mark, position);
    if (!link && end <= position) continue;
    stretches.push(["text", plain + text.slice(start, opened.index), ""]);
    if (link) stretches.push(["text", link[1] ?? "", link[2] ?? ""]);
    else stretches.push([INLINE_MARKS[mark] ?? "text", text.slice(position, end), ""]);
    plain = "";
    start = link ? opened.index + link[0].length : end + mark.length;
    INLINE_MARK.lastIndex = start;
  }
  return [...stretches, ["text", plain + text.slice(start), ""]];
}

/**
 * @param {string} text
 * @param {Markup} kind
 * @param {string} url
 * @returns {Run[]}
 */
function filledRuns(text, kind, url) {
  return parse(text).map((part) =>
    part instanceof Hole
      ? { kind: "hole", text: part.name, within: kind, url }
      : { kind, text: part, within: /** @type {const} */ ("text"), url },
  );
}
