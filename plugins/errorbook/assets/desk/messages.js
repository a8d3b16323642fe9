// The text in a cell, whatever holds it: HTML, or the nested messages of a conversation.

import { blocks, isDocument } from "./documents.js";
import { isRecord } from "./json-records.js";

const WRITTEN_WORD =
  "(?:description|body|message|text|content|comment|thread|conversation|detail|question|error)s?";
const WRITTEN_NAME = new RegExp(
  "^(?:(?:first|public|customer|conversation) )?(?:(?:plain|text|html|full|stripped) )?" +
    `(?:${WRITTEN_WORD}|parts)(?: (?:text|html|plain|body))?$`,
);
// What stands around a message or several.
const AROUND_MESSAGES = /^(?:embedded|fields|data|nodes?|edges|source|html|items|notes?|repl(?:y|ies))$/;
const PLAIN_FIRST = /plain|text|stripped/;
const DEEPEST_CELL = 20;

const HTML_ELEMENT = /<(\/?)([A-Za-z][A-Za-z0-9]{0,20})(?:\s[^<>]{0,4000})?\/?>|<!--|-->/g;
const LOOKS_LIKE_HTML = new RegExp(
  "<(?:br|p|div|span|html|body|table|ul|ol|li|pre|blockquote|a|b|strong|em|i|font|h[1-6])" +
    "(?:\\s[^<>]{0,4000})?/?>",
  "i",
);
const INLINE_NAME =
  /^(?:a|abbr|b|center|code|del|em|font|i|img|ins|label|mark|s|small|span|strong|su[bp]|tt|u)$/;
const BLOCK_NAME = new RegExp(
  "^(?:article|blockquote|body|br|col|colgroup|d[dlt]|div|figure|footer|h[1-6r]|head|header|html|li|link" +
    "|main|meta|o|ol|p|pre|section|table|tbody|t[dhr]|tfoot|thead|title|ul)$",
);
const UNSEEN_ELEMENTS = ["style", "script"];
const HTML_ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/g;
/** @type {Record<string, string>} */
const HTML_ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/**
 * Return a name as words: 'createdAt', 'Created at' and 'created_at' are the same.
 * @param {string} name
 * @returns {string}
 */
export function plainName(name) {
  const parts = name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return (parts.match(/[a-z]+/g) ?? []).join(" ");
}

/**
 * Tell whether a column or key of this name holds what somebody wrote.
 * @param {string} name
 * @returns {boolean}
 */
export function namesText(name) {
  return WRITTEN_NAME.test(plainName(name));
}

/**
 * Return the text of cells as one, each part of it once: desks give the same as HTML and plain.
 * @param {unknown[]} values
 * @returns {string}
 */
export function writtenText(values) {
  /** @type {string[]} */
  const kept = [];
  let seen = "";
  for (const piece of values.flatMap((value) => pieces(value, DEEPEST_CELL))) {
    const words = ` ${piece.split(/\s+/).filter(Boolean).join(" ")} `;
    if (!words.trim() || seen.includes(words)) continue;
    kept.push(piece);
    seen += words;
  }
  return kept.join("\n");
}

/**
 * @param {unknown} value
 * @param {number} deepest
 * @returns {string[]}
 */
function pieces(value, deepest) {
  if (typeof value === "string") return [visible(value)];
  if (deepest === 0) return [];
  if (Array.isArray(value)) {
    const found = value.flatMap((item) => pieces(item, deepest - 1));
    // Runs of one line, outside a document.
    return value.some((item) => isRecord(item) && item["type"] === "text") ? [found.join("")] : found;
  }
  if (!isRecord(value)) return [];
  if (isDocument(value)) return blocks(value);
  const names = Object.keys(value).filter((name) => namesText(name) || AROUND_MESSAGES.test(plainName(name)));
  const plain = (/** @type {string} */ name) => Number(!PLAIN_FIRST.test(plainName(name)));
  names.sort((one, other) => plain(one) - plain(other));
  return names.flatMap((name) => pieces(value[name], deepest - 1));
}

/**
 * Return what a reader sees of a text that is HTML, else the text.
 * @param {string} text
 * @returns {string}
 */
function visible(text) {
  if (!text.includes("<") || !LOOKS_LIKE_HTML.test(text)) return text;
  let shown = UNSEEN_ELEMENTS.reduce(without, text);
  if (!shown.toLowerCase().includes("<pre")) shown = shown.replace(/[ \t]*\r?\n[ \t]*/g, " ");
  shown = shown.replace(HTML_ELEMENT, (tag, _, name = "") => {
    const low = name.toLowerCase();
    return BLOCK_NAME.test(low) ? "\n" : !low || INLINE_NAME.test(low) ? "" : tag;
  });
  const lines = shown.replace(HTML_ENTITY, entity).replaceAll("\u00a0", " ").split("\n");
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}

/**
 * @param {string} whole
 * @param {string | undefined} decimal
 * @param {string | undefined} hexadecimal
 * @param {string | undefined} name
 * @returns {string}
 */
function entity(whole, decimal, hexadecimal, name) {
  if (name) return HTML_ENTITIES[name] ?? whole;
  const code = decimal ? parseInt(decimal, 10) : parseInt(hexadecimal ?? "", 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}

/**
 * Return a text without the elements of a name, read once from start to end.
 * @param {string} text
 * @param {string} name
 * @returns {string}
 */
function without(text, name) {
  const [begin, end] = [new RegExp(`<${name}\\b`, "gi"), new RegExp(`</${name}\\s*>`, "gi")];
  let kept = "";
  let start = 0;
  for (;;) {
    begin.lastIndex = start;
    const opened = begin.exec(text);
    end.lastIndex = begin.lastIndex;
    const closed = opened && end.exec(text);
    if (!opened || !closed) return kept + text.slice(start);
    kept += text.slice(start, opened.index);
    start = end.lastIndex;
  }
}
