// What keeps a candidate from 'this is' and from 'looks like', the gravest first, in words for authors.

import { overlap, standsOut } from "./judging.js";
import { CLOSE_RANK, insertedPlaces } from "./parts.js";
import { likenessOf } from "./reading.js";
import { beside, isLogged } from "./saying.js";
import { foreign, isNamed, isStatus } from "./sources.js";
import { isScant } from "./templates.js";
import { agrees, conflicts, kinds } from "./values.js";

/** @typedef {import("./judging.js").Judgement} Judgement */
/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./values.js").Value} Value */

/**
 * Why it is no 'this is': another product is named as its source, the message was cut off, it differs, a
 * value lacks or does not fit, other text stands right beside it, others have the same words, only the code
 * was looked up, or any program may say it; "" for a wording that is never sure.
 * @typedef {"" | "source" | "cut" | "differs" | "value" | "beside" | "alike" | "code" | "everyday"} Reason
 *
 * One thing that speaks against 'this is'.
 * @typedef {{reason: Reason, text: string}} Doubt
 *
 * A candidate, what else can be meant, and what is known of it; the score is its confidence, less if a value
 * does not fit.
 * @typedef {{judgement: Judgement, others: Judgement[], values: Value[], score: number}} Claim
 */

/**
 * What a wording is that is no whole message.
 * @type {Record<string, string>}
 */
export const ROLE_WORDS = {
  fragment: "part of a message",
  heading: "a heading",
  inferred: "one that nobody has seen here",
  alias: "what people type instead of a message",
};
const OUTCOME_WORDS = { is: "this is", like: "looks like" };

/**
 * Return a candidate as something to be doubted.
 * @param {Judgement} judgement
 * @param {Judgement[]} others
 * @param {Value[]} values
 * @param {Lexicon} lexicon
 * @returns {Claim}
 */
export function claim(judgement, others, values, lexicon) {
  const sound = unfit(judgement, values, lexicon).next().done;
  return { judgement, others, values, score: sound ? judgement.confidence : 0.8 * judgement.confidence };
}

/**
 * Say what makes a wording no answer at all, however much of it is there.
 * @param {Judgement} judgement
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 * @returns {Generator<string, void>}
 */
export function* scarce(judgement, reading, lexicon) {
  const { coverage } = judgement;
  const { template } = judgement.alignment;
  const { settings } = lexicon;
  if (template.role === "alias" && coverage < settings.whole_alias) {
    const needed = `'looks like' needs ${hundredths(settings.whole_alias)}`;
    yield `Covers ${hundredths(coverage)} of what people type: ${needed}.`;
  }
  if (isScant(template, reading, settings)) {
    yield `One word is no answer to a paste of more than ${settings.few_words}.`;
  }
  const name = isStatus(judgement, lexicon) && foreign(judgement, reading, lexicon);
  if (name) yield `'${name}' is named, and so short a message may be anybody's.`;
}

/**
 * Say that the score does not suffice for an outcome.
 * @param {Claim} claimed
 * @param {"is" | "like"} setting
 * @param {Lexicon} lexicon
 * @returns {Generator<string, void>}
 */
export function* low({ judgement, score }, setting, lexicon) {
  const needed = lexicon.settings[setting];
  if (score < needed && !(setting === "like" && standsOut(judgement, lexicon))) {
    yield `Confidence ${hundredths(score)}: '${OUTCOME_WORDS[setting]}' needs ${hundredths(needed)}.`;
  }
}

/**
 * Return what keeps a candidate from 'this is'; nothing may.
 * @param {Claim} claimed
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 * @returns {Generator<Doubt, void>}
 */
export function* doubts(claimed, reading, lexicon) {
  const { judgement, values } = claimed;
  const { entry, role } = judgement.alignment.template;
  const declared = kinds(lexicon.entries[entry]);
  if (role !== "full") {
    yield { reason: "", text: `The wording is ${ROLE_WORDS[role]}: 'this is' needs a whole message.` };
  }
  const name = foreign(judgement, reading, lexicon);
  if (name) yield { reason: "source", text: `'${name}' is named, which is another product.` };
  for (const text of differences(judgement, reading, lexicon)) yield { reason: "differs", text };
  for (const text of unfit(judgement, values, lexicon)) yield { reason: "value", text };
  for (const name of emptyHoles(claimed)) yield { reason: "value", text: `{${name}} is empty.` };
  const logged = isLogged(judgement, reading, lexicon.levels);
  const heard = logged ? { ...claimed, score: judgement.announced } : claimed;
  for (const text of low(heard, "is", lexicon)) yield { reason: "beside", text };
  for (const text of beside(judgement, reading, declared)) yield { reason: "beside", text };
  for (const text of alike(claimed, reading, lexicon)) yield { reason: "alike", text };
  if (judgement.alignment.template.everyday && !isNamed(judgement, reading, lexicon)) {
    yield { reason: "everyday", text: "Any program may say it, and its system is not named." };
  }
}

/**
 * Say how the paste's words differ from the wording.
 * @param {Judgement} judgement
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 * @returns {Generator<string, void>}
 */
function* differences({ alignment, coverage }, reading, { settings }) {
  const { template, pairs } = alignment;
  if (coverage < settings.whole) {
    yield `Covers ${hundredths(coverage)} of the wording: 'this is' needs ${hundredths(settings.whole)}.`;
  }
  if (pairs.length < template.words.length) {
    const there = new Set(pairs.map(([, word]) => word));
    for (const [number, word] of template.words.entries()) if (!there.has(number)) yield `Lacks '${word}'.`;
  }
  for (const [place, word] of pairs) {
    if (likenessOf(place, word, template, reading) < 1) {
      yield `'${reading.words[place]}' is only like '${template.words[word]}'.`;
    }
  }
  for (const place of insertedPlaces(alignment)) yield `'${reading.words[place]}' is not in the wording.`;
}

/**
 * Name the values that are not of their kind, and holes with two contents.
 * @param {Judgement} judgement
 * @param {Value[]} values
 * @param {Lexicon} lexicon
 * @returns {Generator<string, void>}
 */
function* unfit({ alignment: { template } }, values, lexicon) {
  const declared = kinds(lexicon.entries[template.entry]);
  for (const { name, text } of values) {
    const kind = declared.get(name) ?? "text";
    if (!agrees(text, kind)) yield `'${text}' in {${name}} is no ${kind}: confidence counts 0.8 of itself.`;
  }
  if (conflicts(values)) yield "One hole holds two different texts.";
}

/**
 * Name the holes that nothing fills, not even a placeholder like 'XXX'; between marks nothing may be.
 * @param {Claim} claimed
 * @returns {string[]}
 */
function emptyHoles({ judgement: { alignment }, values }) {
  const { template, pairs } = alignment;
  const filled = new Set(values.map(({ name }) => name));
  const joined = new Set();
  for (const [index, [place, word]] of pairs.entries()) {
    if (place === (pairs[index - 1]?.[0] ?? place) + 1) joined.add(word);
  }
  const open = (/** @type {number} */ gap) =>
    gap === 0 ||
    gap === template.words.length ||
    (joined.has(gap) && !(template.before[gap] && template.after[gap]));
  return template.holes.flatMap((names, gap) =>
    names.length && open(gap) ? names.filter((name) => !filled.has(name)) : [],
  );
}

/**
 * Name what else can be meant: an entry close behind, or a longer message that was cut off here.
 * @param {Claim} claimed
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 * @returns {Generator<string, void>}
 */
function* alike({ judgement, others }, reading, lexicon) {
  const { lead, whole } = lexicon.settings;
  const { template } = judgement.alignment;
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
      named.add(number);
      yield `${id} explains the same words about as well (${hundredths(other.confidence)}).`;
    } else if (((openEnd && around) || more) && other.within >= whole) {
      named.add(number);
      yield `It may be a longer message that was cut off: ${id}.`;
    }
  }
}

/**
 * Write a figure with two digits, never rounded up: 0.899 is less than a needed 0.90.
 * @param {number} value
 * @returns {string}
 */
export function hundredths(value) {
  return (Math.floor(value * 100) / 100).toFixed(2);
}
