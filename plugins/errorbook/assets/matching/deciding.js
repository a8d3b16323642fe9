// What is said of the occurrences in a paste: 'this is', 'looks like' or nothing, and which are shown.

import { claim, doubts, belowThreshold, tooLittle } from "./doubts/doubts.js";
import { overlap } from "./candidates/scoring.js";
import { isTruncated } from "./candidates/truncation.js";
import { occurrence } from "./search.js";
import { valueKinds } from "./values/value-kinds.js";
import { readValues } from "./values/values.js";

/** @typedef {import("./index/inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./words/tokens.js").Tokens} Tokens */
/** @typedef {import("./search.js").Occurrence} Occurrence */

/**
 * Whose error a sure message is, and its words in the paste.
 * @typedef {{entry: number, words: Set<string>}} Said
 */

/**
 * Decide an occurrence; where nothing can be said of its best, take a sure one of the same words.
 * @param {Occurrence} item
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 */
export function settle(item, tokens, inverted) {
  decide(item, tokens, inverted);
  const best = item.scored;
  if (item.outcome) return;
  const { settings, rarest } = inverted;
  // What no confidence makes likely must be a part that was cut off.
  const part = settings.part_weight * rarest;
  for (const other of item.alternatives.thatMay(part, settings.like)) {
    if (!overlap(other, best)) continue;
    const second = occurrence(other, item.alternatives.but(other, best));
    // Another wording of the same entry says the same, so it need not be surer than usual.
    const own = other.alignment.template.entry === best.alignment.template.entry;
    const sure = own || other.confidence >= settings.close;
    if (!sure && !isTruncated(other, second.alternatives, tokens, inverted)) continue;
    decide(second, tokens, inverted);
    if (second.outcome) {
      Object.assign(item, second);
      return;
    }
  }
}

/**
 * Say 'is', 'like' or nothing of an occurrence.
 * @param {Occurrence} item
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 */
export function decide(item, tokens, inverted) {
  const { scored, alternatives } = item;
  const declared = valueKinds(inverted.entries[scored.alignment.template.entry]);
  item.values = readValues(scored.alignment, tokens, declared);
  const claimed = claim(scored, alternatives, item.values, inverted);
  item.score = claimed.score;
  if (!tooLittle(scored, tokens, inverted).next().done) return;
  const { value: doubt } = doubts(claimed, tokens, inverted).next();
  if (!doubt) {
    item.outcome = "is";
  } else if (isTruncated(scored, alternatives, tokens, inverted)) {
    Object.assign(item, { outcome: "like", reason: "cut" });
  } else if (belowThreshold(claimed, "like", inverted).next().done) {
    Object.assign(item, { outcome: "like", reason: doubt.reason });
  }
}

/**
 * Return the occurrences worth showing, in order of appearance.
 * @param {Occurrence[]} occurrences
 * @param {Tokens} tokens
 * @returns {Occurrence[]}
 */
export function keep(occurrences, tokens) {
  const said = occurrences.filter((item) => item.outcome);
  // What only announces an error stands back behind any message, what people type behind a sure one.
  const kept = unlike("alias", unlike("heading", said));
  const sure = sureByWord(kept, tokens);
  return kept
    .filter((item) => !repeats(item, sure, tokens))
    .sort((one, two) => one.scored.start - two.scored.start);
}

/**
 * Return the occurrences of wordings of another role, or all where there are none.
 * @param {string} role
 * @param {Occurrence[]} items
 * @returns {Occurrence[]}
 */
function unlike(role, items) {
  const alternatives = items.filter((item) => item.scored.alignment.template.role !== role);
  return alternatives.length ? alternatives : items;
}

/**
 * Return the entries and words of the sure messages by each of these words: logs have many of both.
 * @param {Occurrence[]} items
 * @param {Tokens} tokens
 * @returns {Map<string, Said[]>}
 */
function sureByWord(items, tokens) {
  /** @type {Map<import("./index/compiled-templates.js").Template, Said>} */
  const wordings = new Map();
  for (const item of items) {
    const { template } = item.scored.alignment;
    if (item.outcome !== "is" || wordings.has(template)) continue;
    wordings.set(template, { entry: template.entry, words: pairedWords(item, tokens) });
  }
  /** @type {Map<string, Said[]>} */
  const found = new Map();
  for (const said of wordings.values()) {
    for (const word of said.words) {
      const those = found.get(word) ?? [];
      those.push(said);
      found.set(word, those);
    }
  }
  return found;
}

/**
 * Tell whether a part of a message only says what a sure one says as well, as a title does above it.
 * @param {Occurrence} item
 * @param {Map<string, Said[]>} sure
 * @param {Tokens} tokens
 * @returns {boolean}
 */
function repeats(item, sure, tokens) {
  if (item.reason !== "cut" && item.reason !== "differs") return false;
  const { entry } = item.scored.alignment.template;
  const [first = "", ...others] = pairedWords(item, tokens);
  const alike = (sure.get(first) ?? []).filter((said) => said.entry !== entry);
  return alike.some(({ words }) => others.every((word) => words.has(word)));
}

/**
 * @param {Occurrence} item
 * @param {Tokens} tokens
 * @returns {Set<string>}
 */
function pairedWords({ scored }, { words }) {
  return new Set(scored.alignment.pairs.map(([place]) => words[place] ?? ""));
}
