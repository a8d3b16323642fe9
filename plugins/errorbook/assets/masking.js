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
  "password|passwd|secret|token|api[_ -]?key|access[_ -]?key|signature|cookie|credentials?|pwd";
const SECRET_VALUE = "(?:\"[^\"]*\"|'[^']*'|[^\\s,;&]+)";

const NO_SECRET =
  "not\\b|no\\b|invalid|required|missing|empty|wrong|too\\b|locked|expired|incorrect|\\w+ed\\b";
const STREET = "(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Terrace|Place|Way)";
const WHO =
  "(?:[Cc]ustomer|[Cc]ontact|[Ss]upplier|[Vv]endor|[Uu]ser|[Ee]mployee|[Cc]lient|[Bb]uyer" +
  "|[Ll]ogin|[Oo]wner|[Aa]ssignee)";
const GIVEN = "(?:allowed|assigned|belongs|denied|forwarded|granted|invite[sd]?|mailed|sent|shared)";
const BEFORE_NAMES = `(?:[Bb]y|[Ff]or|[Ff]rom|[Dd]ear|[Hh]i|[Hh]ello|${GIVEN} to|${WHO})`;
const CAPITAL = "\\p{Lu}[\\p{L}'\u2019-]+";
// Letters of scripts that know no capitals: nothing says which of their words are names.
const CASELESS =
  "[\u0590-\u08ff\u0900-\u109f\u10d0-\u10ff\u1100-\u139f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff" +
  "\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]+";

/** @type {[rule: string, pattern: RegExp][]} */
const PRIVATE_FORMS = [
  ["email", /(?<![^\s@<>"'(),;:=])[^\s@<>"'(),;:=]+@[^\s@<>"'(),;:]+/g],
  ["email", /\b\w+(?: (?:dot|dash|underscore) \w+){0,4} at \w+(?: dot \w+){1,4}\b/gi],
  ["url", /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s'"<>]+/gi],
  ["secret", /\b(?:Bearer|Basic|Digest|Token)\s+(?=[\w+/=.~-]*[\d+/=.~_-])[\w+/=.~-]{6,}/gi],
  ["secret", /(?<=\b(?:passphrase|recovery phrase)(?: is|:|=) ?)[^\s.,;][^\n.,;]*/gi],
  ["secret", new RegExp(`\\b\\w{0,40}(?:${SECRET_NAMES})["']?\\s*[:=]\\s*${SECRET_VALUE}`, "gi")],
  ["secret", /\beyJ[\w-]{5,}(?:\.[\w-]+)*/g],
  ["secret", /\b(?:[srp]k_(?:live|test)_|gh[a-z]_|github_pat_|xox[a-z]-|shp[a-z]{2}_|AKIA|AIza)[\w-]{6,}/g],
  ["id", /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi],
  ["secret", /(?<![\w+/=-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])[\w+/=-]{20,}/gi],
  ["bank account", /\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g],
  ["secret", /\b[a-f]{16,}\b/gi],
  [
    "secret",
    new RegExp(`(?<=\\b(?:password|passcode|pin)(?: \\w+){0,5} (?:is|was) )(?!${NO_SECRET})\\S+`, "gi"),
  ],
  ["path", /(?:\b[A-Za-z]:|\\)\\[^\s"'<>|]+|(?<![\w/])~?\/(?:[\w.@ -]+\/)+[\w.@-]*/g],
  // Before the amounts and numbers, whose digits these would be.
  ["date", /\b\d{4}-\d\d-\d\d\b/g],
  ["card number", /(?<!\d)(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|6\d{3})(?:[ -]?\d{4}){3}(?!\d)/g],
  ["card number", /(?<!\d)3[47]\d\d[ -]?\d{6}[ -]?\d{5}(?!\d)/g],
  ["phone number", /(?<![\w.-])(?:\+\d|\(\+?\d{1,4}\) ?\d|0\d+[ ().-]\d)(?:[ ().-]{0,2}\d){5,}(?![\w-])/g],
  ["phone number", /\b(?:0[58]00|1[ -]?8\d\d)(?:[ -][A-Z0-9]+)*[ -][A-Z]{3,}\b/g],
  [
    "address",
    new RegExp(`\\b\\d+[A-Za-z]?,? (?:\\p{Lu}[\\p{L}'-]+ ){1,3}${STREET}\\b`, "gu"),
  ],
  ["amount", /[$€£¥₹]\s?\d(?:[\d,. \u00a0\u202f]*\d)?|\b(?:AUD|NZD|USD|GBP|EUR|CAD|SGD)\s?\d[\d.,]*\d?/g],
  ["amount", /(?<![\w.,-])-?\d{1,3}(?:[ ,.\u00a0\u202f]?\d{2,3})*[.,]\d\d(?![\w.,-])/g],
  ["document number", /\b[A-Z]{1,6}-?\d{2,}[A-Z0-9-]*\b|\b[A-Z]{2,6}-[A-Z0-9]*\d[A-Z0-9-]*\b/g],
  ["number", /(?<![\w.-])\+?(?:\(\d+\) ?)?\d(?:[ ().-]?\d){7,}(?![\w-])/g],
  ["user", /(?<![\w@])@[\w.-]+/g],
  [
    "user",
    new RegExp(`(?<=\\b${WHO}(?:[_ -]?(?:name|id))?["']?\\s*=\\s*)(?:"[^"]*"|'[^']*'|[^\\s,;&"']+)`, "gi"),
  ],
  ["name", new RegExp(`${CASELESS}(?:[ \u00b7\u30fb]${CASELESS})*`, "gu")],
  ["company", /(?<![\w&'-])(?:\w[\w&'-]* ){1,3}(?:limited|ltd|llc|inc|gmbh|pty|plc)\b\.?/gi],
  ["name", /\b[A-Z]\w{0,30} ?& ?[A-Z]\w*/g],
  ["name", new RegExp(`(?<=\\b${BEFORE_NAMES}:? )${CAPITAL}(?: ${CAPITAL})*`, "gu")],
];
/** These forms are what codes look like, too: in a code they stay, as it is what the answer is about. */
const FORMS_OF_CODES = new Set(["amount", "document number", "number", "name"]);
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
    // A number that holds other words is something else.
    if (shape?.type === "number" && /\p{L}{3}/u.test(value)) {
      hidden.add(name);
      words.set(name, `[${calledBy(name, shape)}]`);
      continue;
    }
    const kept = shape && /code$/.test(shape.type) ? FORMS_OF_CODES : undefined;
    const masked = maskedText(untraced, kept);
    if (masked !== value) hidden.add(name);
    words.set(name, masked);
  }
  return { words, hidden: [...hidden] };
}

/**
 * Return a text in which everything that has the form of somebody's data is called by what it is; a very
 * long text is cut.
 * @param {string} text
 * @param {ReadonlySet<string>} [untouched] the rules that do not count here
 * @returns {string}
 */
export function maskedText(text, untouched = new Set()) {
  /** @type {string[]} */
  const kept = [];
  const cut = text.length > LONGEST_MASKED ? `${text.slice(0, LONGEST_MASKED)}…` : text;
  let masked = cut.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000\ue001]/gu, "");
  for (const [rule, pattern] of PRIVATE_FORMS) {
    if (untouched.has(rule)) continue;
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
