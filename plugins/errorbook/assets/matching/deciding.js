// What can be said of an occurrence: 'this is', 'looks like' or nothing.

import { claim, doubts, low, scarce } from "./doubts.js";
import { overlap } from "./judging.js";
import { isPart } from "./parts.js";
import { occurrence } from "./search.js";
import { readValues } from "./values.js";

/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./search.js").Occurrence} Occurrence */

/**
 * Decide an occurrence; where nothing can be said of its best, take a sure one of the same words.
 * @param {Occurrence} item
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 */
export function settle(item, reading, lexicon) {
  decide(item, reading, lexicon);
  const best = item.judgement;
  if (item.outcome) return;
  for (const other of item.others) {
    if (!overlap(other, best)) continue;
    const second = occurrence(other, [best, ...item.others.filter((rival) => rival !== other)]);
    // Another wording of the same entry says the same, so it need not be surer than usual.
    const own = other.alignment.template.entry === best.alignment.template.entry;
    const sure = own || other.confidence >= lexicon.settings.instead;
    if (!sure && !isPart(other, second.others, reading, lexicon)) continue;
    decide(second, reading, lexicon);
    if (second.outcome) {
      Object.assign(item, second);
      return;
    }
  }
}

/**
 * Say 'is', 'like' or nothing of an occurrence.
 * @param {Occurrence} item
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 */
export function decide(item, reading, lexicon) {
  const { judgement, others } = item;
  item.values = readValues(judgement.alignment, reading);
  const claimed = claim(judgement, others, item.values, lexicon);
  item.score = claimed.score;
  if (!scarce(judgement, reading, lexicon).next().done) return;
  const { value: doubt } = doubts(claimed, reading, lexicon).next();
  if (!doubt) {
    item.outcome = "is";
  } else if (isPart(judgement, others, reading, lexicon)) {
    Object.assign(item, { outcome: "like", reason: "cut" });
  } else if (low(claimed, "like", lexicon).next().done) {
    Object.assign(item, { outcome: "like", reason: doubt.reason });
  }
}
