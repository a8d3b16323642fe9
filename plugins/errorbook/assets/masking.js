// What copied texts hide: values that belong to somebody by their kind, and what looks like it by its form.

import { shown } from "./dom.js";

/** @typedef {import("./shapes.js").ValueShape} ValueShape */

/**
 * Values as they may be passed on: what to write for each, and the names of those that are hidden.
 * @typedef {{words: Map<string, string>, hidden: string[]}} Masked
 */

// Codes, numbers and dates stay: they tell one error from another, and say nothing about anybody.
const PRIVATE_KINDS = new Set(["name", "money", "document_number", "email", "id", "url"]);
// A shorter value stands in other values by chance.
const SHORTEST_TRACE = 3;
// Longer than any value; the patterns are made for values, not for logs.
const LONGEST_MASKED = 1000;
const SECRET_NAMES =
  "password|passwd|passphrase|secret|token|api[_ -]?key|access[_ -]?key|signature|cookie|credentials?|pwd";
const SECRET_VALUE = "(?:\"[^\"]*\"|'[^']*'|[^\\s,;&]+)";

/** @type {[rule: string, pattern: RegExp][]} */
const PRIVATE_FORMS = [
  ["email", /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.\w+/g],
  ["url", /\b[a-z][a-z0-9+.-]*:\/\/[^\s'"<>]+/gi],
  ["secret", /\b(?:Bearer|Basic|Digest|Token)\s+(?=[\w+/=.~-]*[\d+/=.~_-])[\w+/=.~-]{6,}/gi],
  ["secret", new RegExp(`\\b\\w{0,40}(?:${SECRET_NAMES})["']?\\s*[:=]\\s*${SECRET_VALUE}`, "gi")],
  ["secret", /\beyJ[\w-]{5,}(?:\.[\w-]+)*/g],
  ["secret", /\b(?:[srp]k_(?:live|test)_|gh[a-z]_|github_pat_|xox[a-z]-|shp[a-z]{2}_|AKIA|AIza)[\w-]{6,}/g],
  ["id", /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi],
  ["secret", /(?<![\w-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])[\w+/=-]{20,}/gi],
  ["bank account", /\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g],
  ["path", /(?:\b[A-Za-z]:|\\)\\[^\s"'<>|]+|(?<![\w/])~?\/(?:[\w.@ -]+\/)+[\w.@-]*/g],
  // Before the amounts and numbers, whose digits these would be.
  ["date", /\b\d{4}-\d\d-\d\d\b/g],
  ["amount", /[$€£¥₹]\s?\d(?:[\d,. \u00a0\u202f]*\d)?|\b(?:AUD|NZD|USD|GBP|EUR|CAD|SGD)\s?\d[\d.,]*\d?/g],
  ["amount", /(?<![\w.,-])-?\d{1,3}(?:[ ,.\u00a0\u202f]?\d{2,3})*[.,]\d\d(?![\w.,-])/g],
  ["document number", /\b[A-Z]{1,6}-?\d{2,}[A-Z0-9-]*\b|\b[A-Z]{2,6}-[A-Z0-9]*\d[A-Z0-9-]*\b/g],
  ["number", /(?<![\w.-])\+?(?:\(\d+\) ?)?\d(?:[ ().-]?\d){7,}(?![\w-])/g],
];
/** These forms are known in order to leave them alone. */
const HARMLESS_FORMS = new Set(["date"]);

/**
 * Return what may be written for each value; hidden ones are called by what they are, in brackets.
 * @param {Readonly<Record<string, string>>} values
 * @param {Readonly<Record<string, ValueShape>>} shapes
 * @returns {Masked}
 */
export function maskedValues(values, shapes) {
  const named = Object.entries(values).map(([name, value]) => ({
    name,
    value: shown(value.trim()),
    shape: Object.hasOwn(shapes, name) ? shapes[name] : undefined,
  }));
  const secret = named.filter(({ shape }) => !shape || shape.sensitive || PRIVATE_KINDS.has(shape.type));
  // The same customer may stand in two holes, of which only one is known to be a name.
  const traces = secret
    .map(({ name, value, shape }) => ({ value, words: `[${calledBy(name, shape)}]` }))
    .filter(({ value }) => value.length >= SHORTEST_TRACE)
    .sort((one, other) => other.value.length - one.value.length);
  const words = new Map();
  const hidden = new Set(secret.map(({ name }) => name));
  for (const { name, value, shape } of named) {
    if (hidden.has(name)) {
      words.set(name, `[${calledBy(name, shape)}]`);
      continue;
    }
    const untraced = traces.reduce((text, trace) => replaced(text, trace.value, trace.words), value);
    // A code looks like a document number, and is what the answer is about.
    const masked = shape && /code$/.test(shape.type) ? untraced : maskedText(untraced);
    if (masked !== value) hidden.add(name);
    words.set(name, masked);
  }
  return { words, hidden: [...hidden] };
}

/**
 * Return a text in which everything that has the form of somebody's data is called by what it is; a very
 * long text is cut.
 * @param {string} text
 * @returns {string}
 */
export function maskedText(text) {
  /** @type {string[]} */
  const kept = [];
  const cut = text.length > LONGEST_MASKED ? `${text.slice(0, LONGEST_MASKED)}…` : text;
  let masked = cut.replace(/[\ue000\ue001]/g, "");
  for (const [rule, pattern] of PRIVATE_FORMS) {
    // What is decided is put aside, so that no later form sees it.
    masked = masked.replace(pattern, (found) => {
      kept.push(HARMLESS_FORMS.has(rule) ? found : `[${rule}]`);
      return `\ue000${String.fromCodePoint(0xf0000 + kept.length - 1)}\ue001`;
    });
  }
  return restored(masked, kept);
}

/**
 * @param {string} text
 * @param {string[]} kept
 * @returns {string}
 */
function restored(text, kept) {
  return text.replace(/\ue000(.)\ue001/gu, (_, mark) =>
    restored(kept[mark.codePointAt(0) - 0xf0000] ?? "", kept),
  );
}

/**
 * @param {string} text
 * @param {string} part
 * @param {string} words
 * @returns {string}
 */
function replaced(text, part, words) {
  const literal = part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(literal, "gi"), () => words);
}

/**
 * Return what to call a value.
 * @param {string} name
 * @param {ValueShape | undefined} shape
 * @returns {string}
 */
export function calledBy(name, shape) {
  return shape?.label ?? name.replaceAll("_", " ");
}
