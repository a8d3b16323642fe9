// Tags of XML and HTML taken out of a text.

import { matchAt } from "./characters.js";

/** @typedef {import("./characters.js").Stream} Stream */

/** Stands for a block tag: nothing on its far side belongs to the message. */
export const TAG = "\x02";

const GONE = -1;
const ELEMENT = /<(\/?)([A-Za-z][A-Za-z0-9_.:-]{0,60})((?:[ \t\r\n][^<>]{0,400})?)(\/?)>/y;
const CLOSING_TAG = /<\/([A-Za-z][A-Za-z0-9_.:-]{0,60})[ ]*>/g;
const MARKUP = /<!\[CDATA\[|\]\]>|<!--|-->|<\?[a-z][^<>]{0,200}\?>|<![A-Za-z][^<>]{0,200}>/y;
const INLINE = new Set("a abbr b code em font i mark s small span strong sub sup u".split(" "));
const BLOCK = new Set(
  (
    "blockquote body br div dd dl dt h1 h2 h3 h4 h5 h6 head hr html img li ol p pre style table tbody " +
    "td th thead title tr ul"
  ).split(" "),
);

/**
 * Take the tags out: block tags leave a mark, line breaks a new line, others nothing.
 * @param {Stream} stream
 */
export function untag(stream) {
  const joined = stream.text();
  if (!joined.includes("<") && !joined.includes("]]>")) return;
  const closed = new Set(Array.from(joined.matchAll(CLOSING_TAG), (match) => match[1] ?? ""));
  let position = 0;
  // What is left is never longer, so it is written where it was read.
  stream.length = 0;
  while (position < joined.length) {
    const tag = tagAt(joined, position, closed);
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
 * @returns {{mark: number, size: number} | null}
 */
function tagAt(text, position, closed) {
  const character = text.charCodeAt(position);
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
