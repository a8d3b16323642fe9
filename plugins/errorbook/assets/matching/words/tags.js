// Takes tags out of a text: XML, HTML, and what help desks and forums put around quotations.

import { matchAt } from "./characters.js";

/** @typedef {import("./characters.js").Stream} Stream */

/** Stands for a block tag: nothing on its far side belongs to the message. */
export const TAG = "\x02";

const GONE = -1;
const ELEMENT = /<(\/?)([A-Za-z][A-Za-z0-9_.:-]{0,60})((?:[ \t\r\n][^<>]{0,400}?)?)(\/?)>/y;
const CLOSING_TAG = /<\/([A-Za-z][A-Za-z0-9_.:-]{0,60})[ ]*>/g;
const MARKUP = /<!\[CDATA\[|\]\]>|<!--|-->|<\?[a-z][^<>]{0,200}\?>|<![A-Za-z][^<>]{0,200}>/y;
/** Marks of Jira's wiki markup and of BBCode; the first kind closes with its own name. */
const DESK = new RegExp(
  String.raw`\{(noformat|code|quote|panel|color)(?::[^{}\n]{0,200})?\}` +
    String.raw`|\[/?(code|quote|pre|color|size|url|b|i|u|s)(?:=[^\[\]\n]{0,200})?\]`,
  "y",
);
/** What shows that they are marks: one that closes, or that says more than its name. */
const SURE_MARK = new RegExp(
  String.raw`\{(noformat|code|quote|panel|color)(?::[^{}\n]{0,200})?\}` +
    String.raw`|\[/(code|quote|pre|color|size|url|b|i|u|s)\]` +
    String.raw`|\[(code|quote|color|size|url)=[^\[\]\n]{0,200}\]`,
  "g",
);
const DESK_INLINE = new Set("color size url b i u s".split(" "));
const INLINE = new Set("a abbr b code em font i mark s small span strong sub sup u".split(" "));
const BLOCK = new Set(
  (
    "blockquote body br div dd dl dt h1 h2 h3 h4 h5 h6 head hr html img li ol p pre style table tbody " +
    "td th thead title tr ul"
  ).split(" "),
);

/**
 * Tell whether a text holds marks of help desks or forums.
 * @param {string} text
 * @returns {boolean}
 */
export function isMarked(text) {
  return text.search(SURE_MARK) >= 0;
}

/**
 * Take the tags out: block tags leave a mark, line breaks a new line, others nothing.
 * @param {Stream} stream
 */
export function untag(stream) {
  const joined = stream.text();
  const names = Array.from(joined.matchAll(SURE_MARK), (mark) => mark[1] ?? mark[2] ?? mark[3] ?? "");
  const marked = new Set(names);
  if (!marked.size && !joined.includes("<") && !joined.includes("]]>")) return;
  const closed = new Set(Array.from(joined.matchAll(CLOSING_TAG), (match) => match[1] ?? ""));
  let position = 0;
  // What is left is never longer, so it is written where it was read.
  stream.length = 0;
  while (position < joined.length) {
    const tag = tagAt(joined, position, closed, marked);
    const { mark, size } = tag ?? { mark: joined.charCodeAt(position), size: 1 };
    if (mark !== GONE) stream.add(mark, stream.starts[position] ?? 0, stream.ends[position + size - 1] ?? 0);
    position += size;
  }
}

/**
 * Return the length of a tag and the code of what it leaves, or null where there is none.
 * @param {string} text
 * @param {number} position
 * @param {Set<string>} closed
 * @param {Set<string>} marked
 * @returns {{mark: number, size: number} | null}
 */
function tagAt(text, position, closed, marked) {
  const character = text.charCodeAt(position);
  const desk = character === 0x7b || character === 0x5b ? matchAt(DESK, text, position) : null;
  if (desk) {
    const name = desk[1] ?? desk[2] ?? "";
    if (!marked.has(name)) return null;
    return { mark: DESK_INLINE.has(name) ? GONE : TAG.charCodeAt(0), size: desk[0].length };
  }
  if (character !== 0x3c && character !== 0x5d && character !== 0x2d) return null;
  const element = character === 0x3c ? matchAt(ELEMENT, text, position) : null;
  if (element) {
    const name = (element[2] ?? "").toLowerCase();
    if (element[4] || closed.has(element[2] ?? "") || INLINE.has(name) || BLOCK.has(name)) {
      const mark = INLINE.has(name) ? GONE : name === "br" ? 0x0a : TAG.charCodeAt(0);
      return { mark, size: element[0].length };
    }
  }
  const markup = matchAt(MARKUP, text, position);
  return markup ? { mark: TAG.charCodeAt(0), size: markup[0].length } : null;
}
