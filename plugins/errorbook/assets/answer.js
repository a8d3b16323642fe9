// From a paste to an answer: the matcher's result with the index entries it names. Runs in worker and page.

import { createMatcher } from "./matching/matcher.js";

/** @typedef {import("./matching/matcher.js").Matcher} Matcher */
/** @typedef {import("./matching/shards.js").Shard} Shard */
/** @typedef {import("./shapes.js").Answer} Answer */
/** @typedef {import("./shapes.js").IndexEntry} IndexEntry */
/** @typedef {import("./shapes.js").MatchIndex} MatchIndex */
/** @typedef {import("./shapes.js").Result} Result */

/**
 * Loads parts of an index, given by the addresses at which they are served and their numbers.
 * @typedef {(urls: string[], numbers: number[]) => Promise<Shard[]>} LoadShards
 */

const INDEX_VERSION = 1;

/** The page and the index are of different versions of the site: reload the page. */
export class VersionError extends Error {}

/**
 * Return what answers pastes; throws VersionError for an index that this page cannot read.
 * @param {MatchIndex} index
 * @param {string} url of the index
 * @param {LoadShards} load
 * @returns {(paste: string) => Promise<Answer>}
 */
export function answerer(index, url, load) {
  const matcher = matcherOf(index);
  return async (paste) => {
    await completeFor(matcher, paste, index, url, load);
    /** @type {Result} */
    const result = matcher.match(paste);
    const ids = [...result.findings, ...result.nearest].map(({ id }) => id);
    const named = ids.flatMap((id) => matcher.lexicon.entry(id) ?? []);
    return { result, entries: Object.fromEntries(named.map((entry) => [entry.id, indexEntry(entry)])) };
  };
}

/**
 * Return the matcher of an index; throws VersionError for one that this page cannot read.
 * @param {MatchIndex} index
 * @returns {Matcher}
 */
export function matcherOf(index) {
  if (index.version !== INDEX_VERSION) throw new VersionError(`index version ${index.version}`);
  return createMatcher(index);
}

/**
 * Load what a matcher lacks of its index to know a paste.
 * @param {Matcher} matcher
 * @param {string} paste
 * @param {MatchIndex} index
 * @param {string} url of the index
 * @param {LoadShards} load
 */
export async function completeFor(matcher, paste, index, url, load) {
  const numbers = matcher.shards.needs(paste);
  if (!numbers.length) return;
  const urls = numbers.map((number) => new URL(`${index.folder ?? ""}${number}.js`, url).href);
  for (const shard of await load(urls, numbers)) matcher.shards.add(shard);
}

/**
 * Return an entry as pages use it: what the matcher read is all that the index says of it.
 * @param {import("./matching/settings.js").Entry} entry
 * @returns {IndexEntry}
 */
export function indexEntry(entry) {
  return /** @type {IndexEntry} */ (entry);
}
