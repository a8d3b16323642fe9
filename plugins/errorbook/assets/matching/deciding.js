// What can be said of an occurrence: 'this is', 'looks like' or nothing.

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
