// The text of an Atlassian document, which Jira's API gives in place of a text: nodes in nodes.
//
// Nodes of a line are joined as they are; every other node begins a line, and so does a break.

import { isRecord } from "./json-records.js";

// What stands in a line; each but text says in its attributes what readers see of it.
const IN_LINE = [
  ...["date", "emoji", "hardBreak", "inlineCard", "inlineExtension", "mediaInline", "mention", "placeholder"],
  ...["status", "text"],
];
const SAYING = ["text", "title", "name", "alt", "shortName", "url"];
const MILLISECONDS = /^(?:[0-9]{1,14})$/;
const DEEPEST_NODE = 40;

/** @typedef {{[name: string]: unknown}} Node */

/**
 * Tell whether an object is a document.
 * @param {Node} value
 * @returns {boolean}
 */
export function isDocument(value) {
  return value["type"] === "doc" && Array.isArray(value["content"]);
}

/**
 * Return the texts of a node: what it says of itself, as the title of what unfolds, and its blocks.
 * @param {Node} node
 * @param {number} [deepest]
 * @returns {string[]}
 */
export function blocks(node, deepest = DEEPEST_NODE) {
  const found = [said(node)];
  let line = "";
  const content = node["content"];
  for (const child of Array.isArray(content) ? content : []) {
    if (!isRecord(child)) continue;
    if (IN_LINE.some((type) => type === child["type"])) line += inLine(child);
    else if (deepest > 0) {
      found.push(line, ...blocks(child, deepest - 1));
      line = "";
    }
  }
  return [...found, line];
}

/**
 * @param {Node} node
 * @returns {string}
 */
function inLine(node) {
  const [type, text, attributes] = [node["type"], node["text"], node["attrs"]];
  if (type === "text" && typeof text === "string") return text;
  if (type === "hardBreak") return "\n";
  const time = type === "date" && isRecord(attributes) ? attributes["timestamp"] : undefined;
  if (typeof time === "string" && MILLISECONDS.test(time)) {
    return new Date(Number(time)).toISOString().slice(0, 10);
  }
  // It asks an author to write, and no reader sees it.
  if (type === "placeholder") return "";
  return said(node);
}

/**
 * Return what the attributes of a node say, or of a card what its data do.
 * @param {Node} node
 * @returns {string}
 */
function said(node) {
  const attributes = node["attrs"];
  const data = isRecord(attributes) ? attributes["data"] : undefined;
  for (const where of [attributes, data]) {
    for (const name of isRecord(where) ? SAYING : []) {
      const text = isRecord(where) ? where[name] : undefined;
      if (typeof text === "string" && text) return text;
    }
  }
  return "";
}
