// What a draft changes: every example of the catalogue, answered without it and with it.

import { createMatcher } from "../matching/matcher.js";
import { withDraft } from "./draft.js";

/** @typedef {import("../matching/settings.js").Entry} Entry */
/** @typedef {import("../matching/settings.js").Index} WordsIndex */
/** @typedef {import("../matching/findings.js").Finding} Finding */

/**
 * A paste, and the entry that it is an example of; of what the author pastes, none.
 * @typedef {{id: string, paste: string}} Example
 *
 * What an answer says, in order: which entries, and how surely.
 * @typedef {{id: string, outcome: Finding["outcome"]}[]} Told
 *
 * How an example fares: no longer found, behind the draft or behind another entry, less surely, the draft
 * beside it or no longer beside it, better, or in another order.
 * @typedef {"lost" | "taken" | "behind" | "weaker" | "beside" | "freed" | "better" | "other"} Kind
 *
 * @typedef {Example & {kind: Kind, before: Told, after: Told}} Change
 *
 * @typedef {{index: WordsIndex, draft: Entry, examples: Example[]}} Trial
 */

/** The kinds of change, the worst first. */
export const KINDS = /** @type {const} */ ([
  "lost",
  "taken",
  "behind",
  "weaker",
  "beside",
  "other",
  "freed",
  "better",
]);

/**
 * Try all examples; yields after each one what it changes, or null.
 * @param {Trial} trial
 * @returns {Generator<Change | null>}
 */
export function* changes({ index, draft, examples }) {
  const without = createMatcher(index);
  const beside = createMatcher(withDraft(index, draft));
  for (const { id, paste } of examples) {
    const before = told(without.match(paste).findings);
    const after = told(beside.match(paste).findings);
    const kind = kindOf(id, draft.id, before, after);
    yield kind ? { id, paste, kind, before, after } : null;
  }
}

/**
 * @param {Finding[]} findings
 * @returns {Told}
 */
function told(findings) {
  return findings.map(({ id, outcome }) => ({ id, outcome }));
}

/**
 * Return how an example of an entry fares; null where the answer stays.
 * @param {string} own
 * @param {string} draft
 * @param {Told} before
 * @param {Told} after
 * @returns {Kind | null}
 */
function kindOf(own, draft, before, after) {
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  const was = before.find(({ id }) => id === own);
  const is = after.find(({ id }) => id === own);
  const has = (/** @type {Told} */ answer) => answer.some(({ id }) => id === draft);
  if (was && !is) return has(after) ? "taken" : "lost";
  const behind = was && before[0]?.id === own && after[0]?.id !== own;
  if (behind) return after[0]?.id === draft ? "taken" : "behind";
  if (was?.outcome === "is" && is?.outcome === "like") return "weaker";
  if (is && (!was || (is.outcome === "is" && was.outcome === "like"))) return "better";
  if (is && after[0]?.id === own && before[0]?.id !== own) return "better";
  if (own !== draft && has(after) !== has(before)) return has(after) ? "beside" : "freed";
  return "other";
}
