// From a paste to an answer: the matcher's result with the index entries it names. Runs in worker and page.

import { createMatcher } from "../matching/matcher.js";

/** @typedef {import("../matching/shards.js").Shard} Shard */
/** @typedef {import("../base/shapes.js").Answer} Answer */
/** @typedef {import("../base/shapes.js").IndexEntry} IndexEntry */
/** @typedef {import("../base/shapes.js").MatchIndex} MatchIndex */
/** @typedef {import("../base/shapes.js").Result} Result */

/**
 * A shard of the index by its number, and the address at which it is served.
 * @typedef {{number: number, url: string}} Wanted
 */

const INDEX_VERSION = 1;

/** The page and the index are of different versions of the site: reload the page. */
export class VersionError extends Error {
  kind = "changed";
}

/** Answers pastes out of an index, and loads what they need of one in parts. */
export class Answerer {
  /**
   * Compile the index; throws VersionError for one that this page cannot read.
   * @param {MatchIndex} index
   * @param {string} url of the index
   * @param {(wanted: Wanted[]) => Promise<Shard[]>} load
   */
  constructor(index, url, load) {
    if (index.version !== INDEX_VERSION) throw new VersionError(`index version ${index.version}`);
    this.matcher = createMatcher(index);
    this.folder = new URL(index.folder ?? "", url);
    this.load = load;
  }

  /**
   * Load what a paste needs, and return it read, as far as that suffices. Rejects as `load` does.
   * @param {string} paste
   * @returns {Promise<import("../matching/reading.js").Reading>}
   */
  async read(paste) {
    const reading = this.matcher.read(paste);
    const { numbers, until } = this.matcher.loaded.needs(reading);
    const wanted = numbers.map((number) => ({ number, url: new URL(`${number}.js`, this.folder).href }));
    for (const shard of wanted.length ? await this.load(wanted) : []) this.matcher.loaded.add(shard);
    return until < reading.paste.length ? this.matcher.read(paste.slice(0, until)) : reading;
  }

  /**
   * Return the answer to a paste, or null when nobody wants it any more. Rejects as `load` does.
   * @param {string} paste
   * @param {() => boolean} [wanted]
   * @returns {Promise<Answer | null>}
   */
  async answer(paste, wanted = () => true) {
    const reading = await this.read(paste);
    if (!wanted()) return null;
    /** @type {Result} */
    const result = this.matcher.match(paste, reading);
    const ids = [...result.findings, ...result.nearest].map(({ id }) => id);
    const named = ids.flatMap((id) => this.entry(id) ?? []);
    return { result, entries: Object.fromEntries(named.map((entry) => [entry.id, entry])) };
  }

  /**
   * Return an entry as pages use it: what the matcher read is all that the index says of it.
   * @param {string} id
   * @returns {IndexEntry | undefined}
   */
  entry(id) {
    return /** @type {IndexEntry | undefined} */ (this.matcher.lexicon.entry(id));
  }
}
