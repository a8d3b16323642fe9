// What keeps a candidate from 'this is' and from 'looks like', the gravest first, in words for authors.

import { overlap, standsOut } from "../candidates/scoring.js";
import { inserted } from "../candidates/truncation.js";
import { likenessOf } from "../words/tokens.js";
import { hasCode, nearestCode } from "../candidates/nearest-code.js";
import { beside } from "./saying.js";
import { foreign, isGeneral, isNamed } from "./sources.js";
import { isScant } from "../index/compiled-templates.js";
import { agrees, PLAIN_TEXT, strayWord, valueKinds } from "../values/value-kinds.js";
import { conflicts } from "../values/values.js";
import { isLogged } from "../words/lines.js";

/** @typedef {import("../candidates/alternatives.js").Alternatives} Alternatives */
/** @typedef {import("../candidates/scoring.js").ScoredAlignment} ScoredAlignment */
/** @typedef {import("../index/inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("../words/tokens.js").Tokens} Tokens */
/** @typedef {import("../values/values.js").Value} Value */

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
 * @typedef {{scored: ScoredAlignment, alternatives: Alternatives, values: Value[], score: number}} Claim
 */

/**
 * What a wording is that is no whole message.
 * @type {Record<string, string>}
 */
export const ROLES = {
  fragment: "part of a message",
  heading: "a heading",
  inferred: "one that nobody has seen here",
  alias: "what people type instead of a message",
};
/** The colon, quotes and brackets behind which a text may begin with a negation of its own. */
const ANNOUNCED = /[:"'\u201c\u201e\u00ab\u00bb\u2018\u201a([][ \t\n]?$/;
const OUTCOME_WORDS = { is: "this is", like: "looks like" };

/**
 * Return a candidate as something to be doubted.
 * @param {ScoredAlignment} scored
 * @param {Alternatives} alternatives
 * @param {Value[]} values
 * @param {InvertedIndex} inverted
 * @returns {Claim}
 */
export function claim(scored, alternatives, values, inverted) {
  const sound = wrongType(scored, values, inverted).next().done;
  return { scored, alternatives, values, score: sound ? scored.confidence : 0.8 * scored.confidence };
}

/**
 * Say what makes a wording no answer at all, however much of it is there.
 * @param {ScoredAlignment} scored
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {Generator<string, void>}
 */
export function* tooLittle(scored, tokens, inverted) {
  const { coverage } = scored;
  const { template } = scored.alignment;
  const { settings } = inverted;
  if (template.role === "alias" && coverage < settings.is) {
    const needed = `'looks like' needs ${hundredths(settings.is)}`;
    yield `Covers ${hundredths(coverage)} of what people type: ${needed}.`;
  }
  if (isScant(template, tokens, settings) && !hasCode(scored, tokens)) {
    yield `One word is no answer to a paste of more than ${settings.few_words}.`;
  }
  const name = isGeneral(scored, inverted) && foreign(scored, tokens, inverted);
  if (name) yield `'${name}' is named, and any program may say this.`;
}

/**
 * Say that the score does not suffice for an outcome.
 * @param {Claim} claimed
 * @param {"is" | "like"} setting
 * @param {InvertedIndex} inverted
 * @returns {Generator<string, void>}
 */
export function* belowThreshold({ scored, score }, setting, inverted) {
  const needed = inverted.settings[setting];
  if (score < needed && !(setting === "like" && standsOut(scored, inverted))) {
    yield `Confidence ${hundredths(score)}: '${OUTCOME_WORDS[setting]}' needs ${hundredths(needed)}.`;
  }
}

/**
 * Return what keeps a candidate from 'this is'; nothing may.
 * @param {Claim} claimed
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {Generator<Doubt, void>}
 */
export function* doubts(claimed, tokens, inverted) {
  const { scored, values } = claimed;
  const { entry, role } = scored.alignment.template;
  const declared = valueKinds(inverted.entries[entry]);
  const ownCode = hasCode(scored, tokens);
  if (role === "short" && !ownCode) {
    yield { reason: "", text: "So short a message needs its code beside it." };
  } else if (!["full", "short"].includes(role)) {
    yield { reason: "", text: `The wording is ${ROLES[role]}: 'this is' needs a whole message.` };
  }
  const name = foreign(scored, tokens, inverted);
  if (name) yield { reason: "source", text: `'${name}' is named, which is another product.` };
  for (const text of differences(scored, tokens, inverted)) yield { reason: "differs", text };
  for (const text of wrongType(scored, values, inverted)) yield { reason: "value", text };
  for (const text of strays(claimed, tokens, declared)) yield { reason: "value", text };
  for (const name of emptyHoles(claimed)) yield { reason: "value", text: `{${name}} is empty.` };
  const logged = isLogged(scored.start, tokens, inverted.levels);
  const heard = logged ? { ...claimed, score: scored.confidenceInLog } : claimed;
  for (const text of belowThreshold(heard, "is", inverted)) yield { reason: "beside", text };
  for (const text of beside(scored, tokens, claimed.values, declared)) yield { reason: "beside", text };
  for (const text of alike(claimed, tokens, inverted)) yield { reason: "alike", text };
  if (scored.alignment.template.everyday && !ownCode && !isNamed(scored, tokens, inverted)) {
    yield { reason: "everyday", text: "Any program may say it, and its system is not named." };
  }
}

/**
 * Say how the paste's words differ from the wording.
 * @param {ScoredAlignment} scored
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {Generator<string, void>}
 */
function* differences({ alignment, coverage }, tokens, { settings }) {
  const { template, pairs } = alignment;
  if (coverage < settings.whole) {
    yield `Covers ${hundredths(coverage)} of the wording: 'this is' needs ${hundredths(settings.whole)}.`;
  }
  if (pairs.length < template.words.length) {
    const there = new Set(pairs.map(([, word]) => word));
    for (const [number, word] of template.words.entries()) if (!there.has(number)) yield `Lacks '${word}'.`;
  }
  for (const [place, word] of pairs) {
    if (likenessOf(place, word, template, tokens) < 1) {
      yield `'${tokens.words[place]}' is only like '${template.words[word]}'.`;
    }
  }
  for (const place of inserted(alignment)) yield `'${tokens.words[place]}' is not in the wording.`;
}

/**
 * Name the values that are not of their kind, and holes with two contents.
 * @param {ScoredAlignment} scored
 * @param {Value[]} values
 * @param {InvertedIndex} inverted
 * @returns {Generator<string, void>}
 */
function* wrongType({ alignment: { template } }, values, inverted) {
  const declared = valueKinds(inverted.entries[template.entry]);
  for (const { name, text } of values) {
    const kind = declared.get(name) ?? PLAIN_TEXT;
    if (agrees(text, kind)) continue;
    yield `'${text}' in {${name}} is no ${kind.type}: confidence counts 0.8 of itself.`;
  }
  if (conflicts(values)) yield "One hole holds two different texts.";
}

/**
 * Name the words in holes that are none of their value: 'nicht 53'; where it is announced, all are.
 * @param {Claim} claimed
 * @param {Tokens} tokens
 * @param {ReturnType<typeof valueKinds>} declared
 */
function* strays({ scored, values }, { ends, normalised, paste, starts }, declared) {
  const [first, last] = normalised.span(starts[scored.start] ?? 0, ends[scored.end - 1] ?? 0);
  for (const { name, text, start, end } of values) {
    const kind = declared.get(name) ?? PLAIN_TEXT;
    const announced = /^(?:text|name)$/.test(kind.type) && ANNOUNCED.test(paste.slice(start - 2, start));
    const word = strayWord(kind, text, [start >= first && !announced, end <= last && !announced]);
    if (word) yield `'${word}' in {${name}} is no part of its value.`;
  }
}

/**
 * Name the holes that nothing fills, not even a placeholder of crosses; between marks nothing may be.
 * @param {Claim} claimed
 * @returns {string[]}
 */
function emptyHoles({ scored: { alignment }, values }) {
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
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {Generator<string, void>}
 */
function* alike({ scored, alternatives }, tokens, inverted) {
  const { close, lead, whole } = inverted.settings;
  const { template } = scored.alignment;
  const openEnd = !(tokens.marks[scored.end] ?? "").startsWith(template.before.at(-1) ?? "");
  const named = new Set([template.entry]);
  const besideIt = nearestCode(scored, tokens);
  const behind = Math.min(close * scored.rank, scored.rank);
  const others = openEnd ? alternatives.all() : alternatives.thatMay(behind);
  for (const other of others) {
    const number = other.alignment.template.entry;
    // Of two that say the same, the code beside the text is one's.
    if (named.has(number) || (besideIt.has(template.entry) && !besideIt.has(number))) continue;
    const id = inverted.entries[number]?.id ?? "";
    const near = scored.confidence - other.confidence < lead && overlap(other, scored);
    const around = other.start <= scored.start && other.end >= scored.end;
    const more = other.rank > scored.rank && overlap(other, scored);
    // What people type is no message that could be cut off.
    const longer = ((openEnd && around) || more) && other.alignment.template.role !== "alias";
    if (near && other.rank > close * scored.rank) {
      named.add(number);
      yield `${id} explains the same words about as well (${hundredths(other.confidence)}).`;
    } else if (longer && other.innerCoverage >= whole) {
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
