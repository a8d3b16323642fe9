// How the lookup sums up: outcomes, suggestions, the summary of an answer, and a file's size.

import { numberWords, say } from "./words.js";

/** @typedef {import("./shapes.js").Finding} Finding */
/** @typedef {import("./words.js").Key} Key */

/** @type {Record<"is" | "like", Key>} */
const OUTCOMES = { is: "answer.is", like: "answer.like" };
// Never that one is the answer.
/** @type {Record<"describes" | "perhaps", Key>} */
const SUGGESTED = { describes: "answer.describes", perhaps: "answer.perhaps" };

/**
 * Return the words before a title.
 * @param {"is" | "like"} outcome
 * @returns {string}
 */
export function outcomeWords(outcome) {
  return say(OUTCOMES[outcome]);
}

/**
 * Return what is said before entries that a description may tell of.
 * @param {"describes" | "perhaps"} outcome
 * @returns {string}
 */
export function suggestedWords(outcome) {
  return say(SUGGESTED[outcome]);
}

/**
 * Return the line that sums up suggestions.
 * @param {import("./shapes.js").Answer} answer
 * @returns {string}
 */
export function suggestionWords({ suggestions, entries }) {
  const titles = suggestions.map(({ id }) => entries[id]?.title ?? id);
  const outcome = suggestions[0]?.outcome ?? "perhaps";
  const title = (outcome === "describes" && titles[0]) || titles.join("; ");
  return say("answer.led", { words: suggestedWords(outcome), title });
}

/**
 * Return a file's size: "640 bytes", "12 KB", "3.4 MB".
 * @param {number} bytes
 * @returns {string}
 */
export function sizeWords(bytes) {
  if (bytes < 1000) return say("count.bytes", { number: bytes });
  if (bytes < 1_000_000) return say("size.kilobytes", { number: Math.round(bytes / 1000) });
  return say("size.megabytes", { number: numberWords(bytes / 1_000_000, bytes < 10_000_000 ? 1 : 0) });
}

/**
 * Return the line that sums up what was found; `groups` are findings of which one each may be right.
 * @param {Finding[]} findings
 * @param {number[][]} groups
 * @param {string} title of the first finding
 * @returns {string}
 */
export function summaryWords(findings, groups, title) {
  const [first] = findings;
  if (!first) return say("answer.unknown");
  if (groups.length === 1) {
    if (findings.length > 1) return say("answer.one_of", { number: findings.length });
    const often = { title, number: first.count };
    if (first.outcome === "is") return say(first.count > 1 ? "answer.found_often" : "answer.found", often);
    return say(first.count > 1 ? "answer.like_often" : "answer.like_once", often);
  }
  const words = severalWords(findings, groups);
  // One that only looks like it may be no problem at all.
  return findings.every(({ outcome }) => outcome === "is") ? words : say("answer.like_several", { words });
}

/**
 * @param {Finding[]} findings
 * @param {number[][]} groups
 * @returns {string}
 */
function severalWords(findings, groups) {
  const errors = groups.reduce((sum, group) => sum + (findings[group[0] ?? 0]?.count ?? 1), 0);
  if (errors === groups.length) return say("answer.several", { number: groups.length });
  return say("answer.several_in", { number: groups.length, errors: say("count.errors", { number: errors }) });
}
