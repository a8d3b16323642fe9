// A file of tickets as rows: CSV, TSV, or plain text with one ticket after the other.

import { looksLikeNames, textColumn } from "./columns.js";
import { separatorOf, tableRows, textsOf } from "./csv.js";
import { decoded, FileProblem } from "../base/files.js";
import { sizeWords } from "../base/phrases.js";
import { say } from "../base/words.js";

/**
 * Tickets as a table; `column` is the number of the column with the text.
 * @typedef {{name: string, names: string[], rows: string[][], column: number}} Tickets
 */

const MOST_FILE_BYTES = 60_000_000;
// So many rows are read before the page gets its turn.
const ROWS_AT_ONCE = 2000;

/**
 * Return a file's tickets; rejects with FileProblem.
 * @param {File} file
 * @returns {Promise<Tickets>}
 */
export async function readTickets(file) {
  if (!/\.(?:csv|tsv|txt)$/i.test(file.name) && !/^text\//.test(file.type))
    throw new FileProblem(say("table.other", { name: file.name }));
  if (file.size > MOST_FILE_BYTES) {
    throw new FileProblem(say("table.large", { name: file.name, size: sizeWords(MOST_FILE_BYTES) }));
  }
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  if (text.includes("\0")) throw new FileProblem(say("table.no_text", { name: file.name }));
  if (!text.trim()) throw new FileProblem(say("file.empty", { name: file.name }));
  return /\.txt$/i.test(file.name) ? textTickets(file.name, text) : tableTickets(file.name, text);
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {Tickets}
 */
function textTickets(name, text) {
  return { name, names: ["text"], rows: textsOf(text).map((part) => [part]), column: 0 };
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {Promise<Tickets>}
 */
async function tableTickets(name, text) {
  const separator = /\.tsv$/i.test(name) ? "\t" : separatorOf(text);
  /** @type {string[][]} */
  const rows = [];
  for (const row of tableRows(text, separator)) {
    rows.push(row);
    if (rows.length % ROWS_AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  const [first = []] = rows;
  const named = rows.length > 1 && looksLikeNames(first);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const names = Array.from({ length: width }, (_, place) => {
    return (named && first[place]?.trim()) || say("table.column", { number: place + 1 });
  });
  const own = named ? rows.slice(1) : rows;
  return { name, names, rows: own, column: textColumn(names, own) };
}
