// Which column of a table holds the tickets' text, told by its name and by what is in it.

// The fuller text first: a subject is only taken where there is no description.
const TEXT_NAMES = [
  /^(?:error (?:message|text|details?)|failure reason|sync error|log message)$/,
  /^(?:description|body|message|text|content|comments?|first comment|conversation|details?|question|error)$/,
  /^(?:summary|subject|title)$/,
];
const SAMPLE_ROWS = 200;

/**
 * Return the number of the column that holds the text.
 * @param {string[]} names
 * @param {string[][]} rows
 * @returns {number}
 */
export function textColumn(names, rows) {
  const sample = rows.slice(0, SAMPLE_ROWS);
  const words = names.map((_, column) => averageWords(sample.map((row) => row[column] ?? "")));
  for (const pattern of TEXT_NAMES) {
    const named = names.map((name, column) => (pattern.test(plainName(name)) ? (words[column] ?? 0) : 0));
    const best = Math.max(...named);
    if (best > 1) return named.indexOf(best);
  }
  return Math.max(0, words.indexOf(Math.max(...words)));
}

/**
 * Tell whether the first row holds names of columns: short, all different, none like a sentence.
 * @param {string[]} row
 * @returns {boolean}
 */
export function looksLikeNames(row) {
  const names = row.map((cell) => cell.trim());
  const short = (/** @type {string} */ name) => name.length <= 40 && name.split(/\s+/).length <= 4;
  const phrase = (/** @type {string} */ name) => short(name) && !/[.!?]$/.test(name);
  return names.every(phrase) && names.some(Boolean) && new Set(names).size === names.length;
}

/**
 * @param {string} name
 * @returns {string}
 */
function plainName(name) {
  const parts = name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return (parts.match(/[a-z]+/g) ?? []).join(" ");
}

/**
 * @param {string[]} cells
 * @returns {number}
 */
function averageWords(cells) {
  const filled = cells.filter((cell) => cell.trim());
  // Nearly empty columns hold remarks, not tickets.
  if (filled.length * 2 < cells.length || filled.length === 0) return 0;
  const count = (/** @type {string} */ cell) => (cell.slice(0, 2000).match(/\p{L}{2,}/gu) ?? []).length;
  return filled.reduce((sum, cell) => sum + count(cell), 0) / filled.length;
}
