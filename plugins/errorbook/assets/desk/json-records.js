// JSON exports as records: one on each line, in an array, or in the object that a help desk's API gives.

import { UnsoundError } from "./unsound.js";

/** @typedef {Record<string, unknown>} Cells */

// What programming interfaces call the list in which tickets come.
const LISTS = [
  ...["tickets", "conversations", "issues", "cases", "requests", "results", "records", "data", "items"],
  ...["rows", "nodes", "edges", "_results"],
];
// What no page of a list has, and every ticket.
const OWN = ["id", "key", "subject", "description", "number", "created_at", "createdAt", "created"];

// What some programs write for numbers that JSON does not know, and the strings that may speak of them.
const NO_NUMBER = /"(?:[^"\\]|\\.)*"|\bNaN\b|-?\bInfinity\b/g;

/**
 * Return the records of a text, each without what is wrapped around it; throws UnsoundError.
 * @param {string} text
 * @returns {Cells[]}
 */
export function recordsOf(text) {
  const source = text.replace(/^\ufeff/, "");
  const whole = parsed(source);
  if (Array.isArray(whole)) return whole.map((value) => unwrapped(asRecord(value, 1)));
  if (whole !== undefined) return opened(asRecord(whole, 1));
  const lines = source.split("\n");
  // More than one record, or none: the line that is unsound is the one to name.
  return lines.flatMap((line, place) => (line.trim() ? opened(asRecord(parsed(line), place + 1)) : []));
}

/**
 * Tell whether a value is an object with names.
 * @param {unknown} value
 * @returns {value is Cells}
 */
export function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    const written = text.replace(NO_NUMBER, (found) => (found.startsWith('"') ? found : `"${found}"`));
    return written === text ? undefined : parsed(written);
  }
}

/**
 * @param {unknown} value
 * @param {number} line
 * @returns {Cells}
 */
function asRecord(value, line) {
  if (!isRecord(value)) throw new UnsoundError(line);
  return value;
}

/**
 * Return the records of an object: those of its list, or itself.
 * @param {Cells} wrapped
 * @returns {Cells[]}
 */
function opened(wrapped) {
  const value = unwrapped(wrapped);
  const embedded = value["_embedded"];
  const page = isRecord(embedded) ? embedded : value;
  if (OWN.some((name) => Object.hasOwn(value, name))) return [value];
  for (const name of LISTS) {
    const found = Object.hasOwn(page, name) ? page[name] : undefined;
    if (Array.isArray(found) && found.every(isRecord)) return found.map(unwrapped);
  }
  return [value];
}

/**
 * Return the only object that an object holds, however deep, else the object.
 * @param {Cells} value
 * @returns {Cells}
 */
function unwrapped(value) {
  let found = value;
  for (;;) {
    const [inner, ...others] = Object.values(found);
    if (others.length > 0 || !isRecord(inner)) return found;
    found = inner;
  }
}
