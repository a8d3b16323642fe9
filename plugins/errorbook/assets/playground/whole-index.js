// The whole match index for trials, also where it is served in parts.

import { deliverParts } from "../engine/delivery.js";

/** @typedef {import("../base/shapes.js").MatchIndex} MatchIndex */
/** @typedef {import("../matching/settings.js").Index} WordsIndex */
/** @typedef {import("../matching/index/shards.js").Shard} Shard */

/**
 * Return an index with all its entries in their order. Rejects as delivering does.
 * @param {MatchIndex} served
 * @param {string} address of it
 * @returns {Promise<WordsIndex>}
 */
export async function wholeIndex(served, address) {
  if (served.words === undefined) return served;
  const folder = new URL(served.folder ?? "", address);
  const wanted = Array.from({ length: served.shard_count ?? 0 }, (_, number) => ({
    id: String(number),
    url: new URL(`${number}.js`, folder).href,
  }));
  const shards = /** @type {Shard[]} */ (await deliverParts(wanted));
  /** @type {WordsIndex["entries"]} an entry is in several shards */
  const places = [];
  for (const entry of shards.flatMap(({ entries }) => entries)) places[entry.number ?? 0] = entry;
  // What stands for the entries in the part that is always needed.
  const { words, users, anchors, codes, entry_count, shard_count, ...index } = served;
  return { ...index, entries: places };
}
