// What can be said of an occurrence: 'this is', 'looks like' or nothing.

import { isScant, overlap } from "./judging.js";
import { CLOSE_RANK, isPart } from "./parts.js";
import { occurrence } from "./search.js";
import { agrees, conflicts, kinds, readValues } from "./values.js";

/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./search.js").Occurrence} Occurrence */
/** @typedef {import("./settings.js").Settings} Settings */

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
    // Another wording of the same entry says the same, so it need not be surer than usual.
    const own = other.alignment.template.entry === best.alignment.template.entry;
    if (other.confidence < (own ? 0 : lexicon.settings.instead) || !overlap(other, best)) continue;
    const others = [best, ...item.others.filter((rival) => rival !== other)];
    const second = occurrence(other, others);
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
  const { judgement } = item;
  const { settings } = lexicon;
  const { template } = judgement.alignment;
  item.values = readValues(judgement.alignment, reading);
  const declared = kinds(lexicon.entries[template.entry]);
  const sound =
    !conflicts(item.values) &&
    item.values.every((value) => agrees(value.text, declared.get(value.name) ?? "text"));
  item.score = sound ? judgement.confidence : 0.8 * judgement.confidence;
  const full = template.role === "full" && judgement.coverage >= settings.whole;
  if (template.role === "alias" && judgement.coverage < settings.whole_alias) return;
  if (isScant(template, reading, settings)) return;
  const surely = full && sound && judgement.alignment.likeness === 1;
  const part = isPart(judgement, item.others, reading, lexicon);
  if (surely && item.score >= settings.is && isAlone(item, reading, settings)) {
    item.outcome = "is";
  } else if (item.score >= settings.like || part) {
    item.outcome = "like";
    item.reason = part ? "cut" : reasonOf(item, sound, settings);
  }
}

/**
 * Say why a message that was not cut off is not said to be the one.
 * @param {Occurrence} item
 * @param {boolean} sound
 * @param {Settings} settings
 * @returns {import("./search.js").Reason}
 */
function reasonOf({ judgement, score }, sound, settings) {
  if (judgement.alignment.template.role !== "full") return "";
  if (judgement.coverage < settings.whole || judgement.alignment.likeness < 1) return "differs";
  if (!sound) return "value";
  return score < settings.is ? "beside" : "alike";
}

/**
 * Return whether nothing else can be meant: no entry close behind, and no longer message cut off here.
 * @param {Occurrence} item
 * @param {Reading} reading
 * @param {Settings} settings
 * @returns {boolean}
 */
function isAlone(item, reading, settings) {
  const { judgement } = item;
  const { template } = judgement.alignment;
  const { lead, solid } = settings;
  const openEnd = !(reading.marks[judgement.end] ?? "").startsWith(template.before.at(-1) ?? "");
  const name = template.holes.at(-1)?.at(-1);
  if (name !== undefined && item.values.every((value) => value.name !== name)) return false;
  return item.others.every((other) => {
    if (other.alignment.template.entry === template.entry) return true;
    const near = judgement.confidence - other.confidence < lead && overlap(other, judgement);
    if (near && other.rank > CLOSE_RANK * judgement.rank) return false;
    const around = other.start <= judgement.start && other.end >= judgement.end;
    const more = other.rank > judgement.rank && overlap(other, judgement);
    return !(((openEnd && around) || more) && other.fit >= solid);
  });
}
