// Which columns of a table hold the tickets' text and number, told by their names and by what is in them.

import { isDocument } from "./documents.js";
import { isRecord } from "./json-records.js";
import { namesText, plainName, writtenText } from "./messages.js";

const ERROR_NAME = /^(?:error message|error text|error details?|failure reason|sync error|log message)$/;
const TITLE_NAME = /^(?:summary|subject|title)$/;
// The names of what tells one ticket from another, the surest first.
const TICKET_NAMES = [
  /^(?:(?:ticket|conversation|case|issue|request) (?:id|number|no|key)|ticket)$/,
  /^(?:id|key|display id)$/,
];
// The same words in two rows make no ticket.
const TICKET_NUMBER = /^#?[\w.:/-]{0,60}\d[\w.:/-]{0,60}$/;
const REPEATED = / \(\d+\)$/;
const FEWEST_WORDS = 3;
const WORDS_READ = 2000;
const SAMPLE_ROWS = 200;
const MOST_PATHS = 500;
const DEEPEST_PATH = 3;
const LONGEST_HEAD = 40;
const MOST_HEAD_WORDS = 4;

/**
 * Return the numbers of the columns that hold the text: those with telling names, else the one with most
 * words. The fuller text comes first: a subject is only taken where most rows have nothing else.
 * @param {string[]} names
 * @param {unknown[][]} rows
 * @returns {number[]}
 */
export function textColumns(names, rows) {
  const sample = rows.slice(0, SAMPLE_ROWS);
  const words = names.map((_, column) => sample.map((row) => wordCount(row[column])));
  const filled = (/** @type {number} */ column, /** @type {number} */ place) => words[column]?.[place] ?? 0;
  /** @type {Set<number>} */
  const taken = new Set();
  for (const telling of [named(ERROR_NAME), namesText, named(TITLE_NAME)]) {
    names.forEach((name, column) => {
      if (telling(lastName(name)) && mean(words[column] ?? []) > 1) taken.add(column);
    });
    const full = sample.filter((_, place) => [...taken].some((column) => filled(column, place) > 0)).length;
    if (taken.size > 0 && full * 2 >= sample.length) return withRepeated(names, taken);
  }
  // Nearly empty columns hold remarks, not tickets.
  const wordy = words.map((counts) => (counts.filter(Boolean).length * 2 < counts.length ? 0 : mean(counts)));
  const most = Math.max(...wordy);
  if (taken.size === 0 || most >= FEWEST_WORDS) taken.add(Math.max(0, wordy.indexOf(most)));
  return withRepeated(names, taken);
}

/**
 * Return columns with those of the same name: few tickets have a third comment, so none of the first may.
 * @param {string[]} names
 * @param {Set<number>} taken
 * @returns {number[]}
 */
function withRepeated(names, taken) {
  const bases = new Set([...taken].map((column) => (names[column] ?? "").replace(REPEATED, "")));
  return names.flatMap((name, column) => (bases.has(name.replace(REPEATED, "")) ? [column] : []));
}

/**
 * Return the number of the column that tells one ticket from another, or -1.
 * @param {string[]} names
 * @param {unknown[][]} rows
 * @returns {number}
 */
export function ticketColumn(names, rows) {
  const sample = rows.slice(0, SAMPLE_ROWS);
  const tells = (/** @type {unknown} */ cell) =>
    (typeof cell === "string" || Number.isInteger(cell)) && TICKET_NUMBER.test(String(cell).trim());
  for (const pattern of TICKET_NAMES) {
    const found = names.findIndex(
      (name, column) => pattern.test(lastName(name)) && sample.every((row) => tells(row[column])),
    );
    if (found >= 0) return found;
  }
  return -1;
}

/**
 * Return records as a table; what an object holds is a column of its own: fields.summary.
 * @param {Record<string, unknown>[]} records
 * @returns {{names: string[], rows: unknown[][]}}
 */
export function asTable(records) {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const paths = names.flatMap((name) => pathsIn([name], records.map((record) => record[name]), DEEPEST_PATH));
  const shown = paths.slice(0, MOST_PATHS);
  const cell = (/** @type {unknown} */ value, /** @type {string[]} */ path) =>
    path.reduce((inner, name) => (isRecord(inner) ? inner[name] : undefined), value);
  return {
    names: shown.map((path) => path.join(".")),
    rows: records.map((record) => shown.map((path) => cell(record, path))),
  };
}

/**
 * Tell whether the first row holds names of columns: short, most different, none like a sentence.
 * @param {string[]} row
 * @returns {boolean}
 */
export function looksLikeNames(row) {
  const names = row.map((cell) => cell.trim());
  const short = (/** @type {string} */ name) =>
    name.length <= LONGEST_HEAD && name.split(/\s+/).length <= MOST_HEAD_WORDS;
  const phrase = (/** @type {string} */ name) => short(name) && !/[.!?]$/.test(name);
  return names.every(phrase) && names.some(Boolean) && new Set(names).size * 2 > names.length;
}

/**
 * Tell whether a row that stands alone is the names of columns: one of them is what desks call such a column.
 * @param {string[]} row
 * @returns {boolean}
 */
export function isHeadAlone(row) {
  const telling = [ERROR_NAME, TITLE_NAME, ...TICKET_NAMES].map(named);
  const names = row.map((name) => lastName(name.trim()));
  return looksLikeNames(row) && names.some((name) => namesText(name) || telling.some((tells) => tells(name)));
}

/**
 * Return names of which none is there twice: Comment, Comment (2).
 * @param {string[]} names
 * @returns {string[]}
 */
export function numbered(names) {
  /** @type {Map<string, number>} */
  const times = new Map();
  return names.map((name) => {
    let unique = name;
    while (times.has(unique)) {
      const again = (times.get(name) ?? 1) + 1;
      times.set(name, again);
      unique = `${name} (${again})`;
    }
    times.set(unique, 1);
    return unique;
  });
}

/**
 * @param {string[]} path
 * @param {unknown[]} values
 * @param {number} deepest
 * @returns {string[][]}
 */
function pathsIn(path, values, deepest) {
  const objects = values.filter(isRecord);
  if (objects.length === 0 || deepest === 0 || objects.some(isDocument)) return [path];
  const keys = [...new Set(objects.flatMap((value) => Object.keys(value)))];
  return keys.flatMap((key) =>
    pathsIn(
      [...path, key],
      objects.map((value) => value[key]),
      deepest - 1,
    ),
  );
}

/**
 * @param {RegExp} pattern
 * @returns {(name: string) => boolean}
 */
function named(pattern) {
  return (name) => pattern.test(name);
}

/**
 * @param {string} path
 * @returns {string} the last name of a path as words
 */
function lastName(path) {
  return plainName(path.split(".").at(-1) || path).replace(/^custom field /, "");
}

/**
 * @param {unknown} cell
 * @returns {number}
 */
function wordCount(cell) {
  return (writtenText([cell]).slice(0, WORDS_READ).match(/\p{L}{2,}/gu) ?? []).length;
}

/**
 * @param {number[]} counts
 * @returns {number} how many words the cells have that have some
 */
function mean(counts) {
  const filled = counts.filter(Boolean);
  return filled.length > 0 ? filled.reduce((sum, count) => sum + count, 0) / filled.length : 0;
}
