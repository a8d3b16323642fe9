// Tables as text: RFC 4180 read forgivingly, written so that no spreadsheet takes a cell for a formula.

import { UnsoundError } from "./unsound.js";

const LINE_END = /\r\n|\r|\n/;
const SEPARATORS = [",", ";", "\t", "|"];
// Also behind blanks, line breaks and marks that nobody sees, and in the widths that a spreadsheet folds.
const SIGNS = "[=+\\-@\\u2212\\uff1d\\uff0b\\uff0d\\uff20\\ufe62\\ufe63\\ufe66\\ufe6b]";
const FORMULA_START = new RegExp(`^[\\t\\r]|^[\\s\\p{Cc}\\p{Cf}]*${SIGNS}`, "u");

/**
 * Yield the rows of a table; a quoted cell may hold separators, line breaks and doubled quotes.
 * Throws UnsoundError where a quote is never closed, or only by the one that opens a cell further down: the
 * tickets in between would be lost in one cell.
 * @param {string} text
 * @param {string} separator
 * @returns {Generator<string[], void>}
 */
export function* tableRows(text, separator) {
  for (const { row } of placedRows(text, separator)) yield row;
}

/**
 * Return the line in which a row of a table ends.
 * @param {string} text
 * @param {string} separator
 * @param {number} number the row's, from 0
 * @returns {number}
 */
export function lineOf(text, separator, number) {
  let left = number;
  for (const { end } of placedRows(text, separator)) {
    if (left === 0) return text.replace(/^\ufeff/, "").slice(0, end).split(LINE_END).length;
    left -= 1;
  }
  return 0;
}

/**
 * @param {string} text
 * @param {string} separator
 * @returns {Generator<{row: string[], end: number}, void>} rows, each with the place where it ends
 */
function* placedRows(text, separator) {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  const cellEnd = new RegExp(`[${separator === "\t" ? "\\t" : `\\${separator}`}\\r\\n]`, "g");
  /** @type {string[]} */
  let row = [];
  let position = 0;
  while (position < source.length) {
    let cell = "";
    const start = position;
    if (source[position] === '"') [cell, position] = quotedCell(source, position);
    cellEnd.lastIndex = position;
    const end = cellEnd.exec(source)?.index ?? source.length;
    const behind = source.slice(position, end);
    if (LINE_END.test(cell) && behind.trim() !== "") throw unclosed(source, start);
    row.push(cell + behind);
    position = end;
    if (source[position] === separator) {
      position += 1;
      // A separator at the very end has an empty cell behind it.
      if (position === source.length) row.push("");
      continue;
    }
    if (source[position] === "\r" && source[position + 1] === "\n") position += 1;
    position += 1;
    // A line with nothing in it is no row; one with an empty text in quotes is.
    if (row.length > 1 || end > start) yield { row, end };
    row = [];
  }
  if (row.length > 0) yield { row, end: position };
}

/**
 * Return what stands between quotes, and where it ends.
 * @param {string} source
 * @param {number} start place of the first quote
 * @returns {[cell: string, end: number]}
 */
function quotedCell(source, start) {
  let cell = "";
  let position = start + 1;
  for (;;) {
    const quote = source.indexOf('"', position);
    if (quote === -1) throw unclosed(source, start);
    cell += source.slice(position, quote);
    if (source[quote + 1] !== '"') return [cell, quote + 1];
    cell += '"';
    position = quote + 2;
  }
}

/**
 * Return what to throw for a quote that is not closed where its cell ends.
 * @param {string} source
 * @param {number} start place of the quote
 * @returns {UnsoundError}
 */
function unclosed(source, start) {
  return new UnsoundError(source.slice(0, start).split(LINE_END).length);
}

/**
 * Return what separates the cells of a table: spreadsheets of many countries write semicolons.
 * @param {string} text
 * @returns {string}
 */
export function separatorOf(text) {
  const [line = ""] = text.split(/\r?\n/, 1);
  const unquoted = line.replace(/"[^"]*"/g, "");
  const counts = SEPARATORS.map((separator) => unquoted.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",";
}

/**
 * Return what the first line of a table sets as separator, and the rest, as spreadsheets read and write it.
 * @param {string} text
 * @returns {{separator: string, rest: string} | null}
 */
export function settingOf(text) {
  const found = /^\ufeff?"?sep=([,;|:^~\t])"?(?:\r?\n|$)/.exec(text);
  return found ? { separator: found[1] ?? ",", rest: text.slice(found[0].length) } : null;
}

/**
 * Return rows as CSV, with the mark by which spreadsheets know that it is UTF-8.
 * @param {string[][]} rows
 * @param {"," | ";"} [separator]
 * @returns {string}
 */
export function csvText(rows, separator = ",") {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(separator)}\r\n`).join("")}`;
}

/**
 * @param {string} text
 * @returns {string}
 */
function csvCell(text) {
  const harmless = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * Return the texts of a plain text file: parted by empty lines where there are any, else one on each line.
 * @param {string} text
 * @returns {string[]}
 */
export function textsOf(text) {
  const blocks = text.replace(/^\ufeff/, "").split(/\r?\n[ \t]*(?:\r?\n)+/);
  const parts = blocks.length > 1 ? blocks : text.replace(/^\ufeff/, "").split(/\r?\n/);
  return parts.map((part) => part.trim()).filter(Boolean);
}
