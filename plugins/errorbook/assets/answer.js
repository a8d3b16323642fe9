// From a paste to an answer: the matcher's result with the index entries it names. Runs in worker and page.

import { createMatcher } from "./matching/matcher.js";

/** @typedef {import("./shapes.js").Answer} Answer */
/** @typedef {import("./shapes.js").MatchIndex} MatchIndex */
/** @typedef {import("./shapes.js").Result} Result */

const INDEX_VERSION = 1;

/** The page and the index are of different versions of the site: reload the page. */
export class VersionError extends Error {}

/**
 * Return what answers pastes; throws VersionError for an index that this page cannot read.
 * @param {MatchIndex} index
 * @returns {(paste: string) => Answer}
 */
export function answerer(index) {
  if (index.version !== INDEX_VERSION) throw new VersionError(`index version ${index.version}`);
  const matcher = createMatcher(index);
  const byId = new Map(index.entries.map((entry) => [entry.id, entry]));
  return (paste) => {
    /** @type {Result} */
    const result = matcher.match(paste);
    const named = [...result.findings, ...result.nearest].flatMap(({ id }) => byId.get(id) ?? []);
    return { result, entries: Object.fromEntries(named.map((entry) => [entry.id, entry])) };
  };
}
