// What keeps a candidate from 'this is' and from 'looks like', in words; the twin of matching/doubts.py.
// The matcher decides without these words; a test holds both against each other.

import { isScant, overlap } from "./judging.js";
import { CLOSE_RANK, isPart } from "./parts.js";
import { agrees, conflicts, kinds } from "./values.js";

/** @typedef {import("./judging.js").Judgement} Judgement */
/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./templates.js").Template} Template */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./values.js").Value} Value */

/**
 * What speaks against a candidate.
 * @typedef {object} Doubts
 * @property {number} score its confidence, less if a value does not fit
 * @property {string[]} sure what keeps it from 'this is' only
 * @property {string[]} any what keeps it from 'looks like' as well
 */

/**
 * What a wording is that is no whole message.
 * @type {Record<string, string>}
 */
export const ROLE_WORDS = {
  fragment: "part of a message",
  heading: "a heading",
  inferred: "one that nobody has seen",
  alias: "what people type instead of a message",
};

/**
 * Return what speaks against a candidate; `others` are its rivals.
 * @param {Judgement} judgement
 * @param {Judgement[]} others
 * @param {Value[]} values
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 * @returns {Doubts}
 */
export function doubts(judgement, others, values, reading, lexicon) {
  const entry = /** @type {import("./settings.js").Entry} */ (
    lexicon.entries[judgement.alignment.template.entry]
  );
  const strange = strangeValues(values, kinds(entry));
  const score = strange.length ? 0.8 * judgement.confidence : judgement.confidence;
  const part = isPart(judgement, others, reading, lexicon);
  const low = part ? [] : short(score, "like", "looks like", lexicon);
  const sure = [
    ...wordingDoubts(judgement, reading, lexicon),
    ...strange,
    ...(low.length ? [] : short(score, "is", "this is", lexicon)),
    ...rivalDoubts(judgement, others, values, reading, lexicon),
  ];
  return { score, sure, any: [...tooLittle(judgement, reading, lexicon), ...low] };
}

/**
 * Say that the score does not suffice for an outcome.
 * @param {number} score
 * @param {"is" | "like"} setting
 * @param {string} outcome
 * @param {Lexicon} lexicon
 * @returns {string[]}
 */
function short(score, setting, outcome, lexicon) {
  const needed = lexicon.settings[setting];
  return score < needed ? [`Confidence ${hundredths(score)}: '${outcome}' needs ${hundredths(needed)}.`] : [];
}

/**
 * Say what makes a wording no answer at all, however much of it is there.
 * @param {Judgement} judgement
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 * @returns {string[]}
 */
function tooLittle({ alignment: { template }, coverage }, reading, { settings }) {
  const found = [];
  if (template.role === "alias" && coverage < settings.whole_alias) {
    const needed = `'looks like' needs ${hundredths(settings.whole_alias)}`;
    found.push(`Covers ${hundredths(coverage)} of what people type: ${needed}.`);
  }
  if (isScant(template, reading, settings)) {
    found.push(`One word is no answer to a paste of more than ${settings.few_words}.`);
  }
  return found;
}

/**
 * Say how the paste's words differ from the wording.
 * @param {Judgement} judgement
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 * @returns {string[]}
 */
function wordingDoubts({ alignment: { template, pairs }, coverage }, reading, { settings }) {
  const found = [];
  if (template.role !== "full") {
    found.push(`The wording is ${ROLE_WORDS[template.role]}: 'this is' needs a whole message.`);
  }
  if (coverage < settings.whole) {
    found.push(
      `Covers ${hundredths(coverage)} of the wording: 'this is' needs ${hundredths(settings.whole)}.`,
    );
  }
  for (const [place, word] of pairs) {
    if (likenessOf(place, word, template, reading) < 1) {
      found.push(`'${reading.words[place]}' is only like '${template.words[word]}'.`);
    }
  }
  return found;
}

/**
 * Name the values that are not of their kind, and holes with two contents.
 * @param {Value[]} values
 * @param {Map<string, string>} declared
 * @returns {string[]}
 */
function strangeValues(values, declared) {
  const found = [];
  for (const { name, text } of values) {
    const kind = declared.get(name) ?? "text";
    if (agrees(text, kind)) continue;
    found.push(`'${text}' in {${name}} is no ${kind}: confidence counts 0.8 of itself.`);
  }
  if (conflicts(values)) found.push("One hole holds two different texts.");
  return found;
}

/**
 * Name what else can be meant.
 * @param {Judgement} judgement
 * @param {Judgement[]} others
 * @param {Value[]} values
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 * @returns {string[]}
 */
function rivalDoubts(judgement, others, values, reading, lexicon) {
  const { lead, solid } = lexicon.settings;
  const { template } = judgement.alignment;
  const found = [];
  const last = template.holes.at(-1)?.at(-1);
  if (last !== undefined && values.every(({ name }) => name !== last)) {
    found.push(`{${last}} at the end is empty.`);
  }
  const openEnd = !(reading.marks[judgement.end] ?? "").startsWith(template.before.at(-1) ?? "");
  const named = new Set([template.entry]);
  for (const other of others) {
    const number = other.alignment.template.entry;
    if (named.has(number)) continue;
    const id = lexicon.entries[number]?.id ?? "";
    const near = judgement.confidence - other.confidence < lead && overlap(other, judgement);
    const around = other.start <= judgement.start && other.end >= judgement.end;
    const more = other.rank > judgement.rank && overlap(other, judgement);
    if (near && other.rank > CLOSE_RANK * judgement.rank) {
      found.push(`${id} explains the same words about as well (${hundredths(other.confidence)}).`);
    } else if (((openEnd && around) || more) && other.fit >= solid) {
      found.push(`It may be a longer message that was cut off: ${id}.`);
    } else {
      continue;
    }
    named.add(number);
  }
  return found;
}

/**
 * Return how like a word of the paste is to the word of a template that it stands for.
 * @param {number} place
 * @param {number} word
 * @param {Template} template
 * @param {Reading} reading
 * @returns {number}
 */
export function likenessOf(place, word, template, reading) {
  const those = reading.likenesses[place] ?? [];
  return those.find((like) => template.wordNumbers[word] === like.word)?.likeness ?? 0;
}

/**
 * Write a figure with two digits, never rounded up: 0.899 is less than a needed 0.90.
 * @param {number} value
 * @returns {string}
 */
export function hundredths(value) {
  return (Math.floor(value * 100) / 100).toFixed(2);
}
