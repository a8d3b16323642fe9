// Files of tickets as rows: CSV, TSV, JSON, or plain text with one ticket after the other; also packed.

import { asTable, isHeadAlone, looksLikeNames, numbered, textColumns, ticketColumn } from "./columns.js";
import { lineOf, separatorOf, settingOf, tableRows, textsOf } from "./csv.js";
import { recordsOf } from "./json-records.js";
import { writtenText } from "./messages.js";
import { UnsoundError } from "./unsound.js";
import { decoded, FileProblem } from "../base/files.js";
import { sizeWords } from "../base/phrases.js";
import { say } from "../base/words.js";

/**
 * Tickets as a table; `columns` are the numbers of those with the text, and rows of the same number in
 * `tickets` are of one ticket. `ids` are what the files call the ticket of each row, where they do. A table
 * is written with the separator that it came with: where that is a semicolon, a comma does not part cells in
 * a spreadsheet.
 * @typedef {{name: string, names: string[], rows: unknown[][], columns: number[], tickets: number[],
 *   ids: string[], separator: "," | ";"}} Tickets
 */

const MOST_FILE_BYTES = 60_000_000;
// So many rows are read before the page gets its turn.
const ROWS_AT_ONCE = 2000;
const READ = /\.(?:csv|tsv|txt|json|jsonl|ndjson)(?:\.gz)?$/i;

/**
 * Return the tickets of files as one table; rejects with FileProblem, which tells of all that cannot be read.
 * @param {File[]} files
 * @returns {Promise<Tickets>}
 */
export async function readTickets(files) {
  /** @type {Tickets[]} */
  const found = [];
  /** @type {string[]} */
  const problems = [];
  for (const file of files) {
    try {
      found.push(await fileTickets(file));
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 0) throw new FileProblem(problems.join(" "));
  const [first, ...others] = found;
  if (!first) throw new FileProblem(say("table.none"));
  return others.length > 0 ? joined(found) : first;
}

/**
 * Return the text of a row.
 * @param {Tickets} tickets
 * @param {unknown[]} row
 * @returns {string}
 */
export function rowText({ columns }, row) {
  return writtenText(columns.map((column) => row[column]));
}

/**
 * @param {File} file
 * @returns {Promise<Tickets>}
 */
async function fileTickets(file) {
  const { name } = file;
  if (!READ.test(name) && !/^text\//.test(file.type)) throw new FileProblem(say("table.other", { name }));
  const bytes = await bytesOf(file);
  const text = decoded(bytes);
  if (text.includes("\0")) throw new FileProblem(say("table.no_text", { name }));
  if (!text.trim()) throw new FileProblem(say("file.empty", { name }));
  const kind = name.replace(/\.gz$/i, "");
  if (/\.txt$/i.test(kind)) return placed(name, ["text"], textsOf(text).map((part) => [part]));
  const json = /\.(?:json|jsonl|ndjson)$/i.test(kind);
  try {
    return json ? jsonTickets(name, text) : await tableTickets(name, text, /\.tsv$/i.test(kind));
  } catch (error) {
    if (!(error instanceof UnsoundError)) throw error;
    if (json) throw new FileProblem(say("table.json", { name, line: error.line }));
    // A line with the separator stands before the table.
    throw new FileProblem(say("table.quote", { name, line: error.line + (settingOf(text) ? 1 : 0) }));
  }
}

/**
 * Return what a file holds, unpacked; never more than this page takes.
 * @param {File} file
 * @returns {Promise<Uint8Array>}
 */
async function bytesOf(file) {
  const { name } = file;
  const large = () => new FileProblem(say("table.large", { name, size: sizeWords(MOST_FILE_BYTES) }));
  if (file.size > MOST_FILE_BYTES) throw large();
  if (!/\.gz$/i.test(name)) return new Uint8Array(await file.arrayBuffer());
  /** @type {Uint8Array[]} */
  const pieces = [];
  let size = 0;
  const reader = file.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new FileProblem(say("table.packed", { name }));
    });
    if (done) break;
    size += value.length;
    if (size > MOST_FILE_BYTES) {
      void reader.cancel();
      throw large();
    }
    pieces.push(value);
  }
  return new Uint8Array(await new Blob(/** @type {BlobPart[]} */ (pieces)).arrayBuffer());
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {Tickets}
 */
function jsonTickets(name, text) {
  const { names, rows } = asTable(recordsOf(text));
  if (rows.length === 0) throw new FileProblem(say("file.empty", { name }));
  return placed(name, names, rows);
}

/**
 * @param {string} name
 * @param {string} text
 * @param {boolean} tabs
 * @returns {Promise<Tickets>}
 */
async function tableTickets(name, text, tabs) {
  const setting = settingOf(text);
  const separator = setting?.separator ?? (tabs ? "\t" : separatorOf(text));
  /** @type {string[][]} */
  const rows = [];
  for (const row of tableRows(setting?.rest ?? text, separator)) {
    rows.push(row);
    if (rows.length % ROWS_AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  const [first = []] = rows;
  if (rows.length === 1 && isHeadAlone(first)) throw new FileProblem(say("table.rows", { name }));
  const named = rows.length > 1 && looksLikeNames(first);
  const columns = first.findLastIndex((cell) => cell.trim()) + 1;
  const ragged = named ? rows.findIndex((row) => row.slice(columns).some(Boolean)) : -1;
  if (ragged >= 0) {
    const line = lineOf(setting?.rest ?? text, separator, ragged) + (setting ? 1 : 0);
    const cells = rows[ragged]?.length ?? 0;
    throw new FileProblem(say("table.cells", { name, line, cells, columns }));
  }
  const width = named ? columns : rows.reduce((most, row) => Math.max(most, row.length), 0);
  const names = Array.from({ length: width }, (_, place) => {
    return (named && first[place]?.trim()) || say("table.column", { number: place + 1 });
  });
  return placed(name, numbered(names), named ? rows.slice(1) : rows, separator === ";" ? ";" : ",");
}

/**
 * @param {string} name
 * @param {string[]} names
 * @param {unknown[][]} rows
 * @param {Tickets["separator"]} [separator]
 * @returns {Tickets}
 */
function placed(name, names, rows, separator = ",") {
  const number = ticketColumn(names, rows);
  /** @type {Map<string, number>} */
  const known = new Map();
  const ids = rows.map((row) => (number >= 0 ? String(row[number] ?? "").trim() : ""));
  const tickets = ids.map((key, place) => {
    if (!key) return place;
    const before = known.get(key);
    if (before === undefined) known.set(key, place);
    return before ?? place;
  });
  return { name, names, rows, columns: textColumns(names, rows), tickets, ids, separator };
}

/**
 * Return several tables as one, with the columns of all.
 * @param {Tickets[]} several
 * @returns {Tickets}
 */
function joined(several) {
  const names = [...new Set(several.flatMap((one) => one.names))];
  const columns = new Set(several.flatMap((one) => one.columns.map((column) => one.names[column] ?? "")));
  const rows = several.flatMap((one) => {
    const places = names.map((name) => one.names.indexOf(name));
    return one.rows.map((row) => places.map((place) => (place < 0 ? "" : row[place])));
  });
  let start = 0;
  const tickets = several.flatMap((one) => {
    const own = one.tickets.map((ticket) => ticket + start);
    start += one.rows.length;
    return own;
  });
  const all = [...columns].map((name) => names.indexOf(name)).sort((one, other) => one - other);
  const name = say("table.several", { number: several.length });
  const separator = several.every((one) => one.separator === ";") ? ";" : ",";
  const ids = several.flatMap((one) => one.ids);
  return { name, names, rows, columns: all, tickets, ids, separator };
}
