// From a paste to an answer: the matcher's result with the index entries it names. Runs in worker and page.

import { announced } from "../describing/announced.js";
import { Suggester } from "../describing/suggester.js";
import { oneOf, piecesOf, unquoted } from "../matching/codes/code-keys.js";
import { createMatcher } from "../matching/matcher.js";

/** @typedef {import("../describing/suggester.js").Described} Described */
/** @typedef {import("../describing/suggester.js").Suggestion} Suggestion */
/** @typedef {import("../matching/index/shards.js").Shard} Shard */
/** @typedef {import("../base/shapes.js").Answer} Answer */
/** @typedef {import("../base/shapes.js").Finding} Finding */
/** @typedef {import("../base/shapes.js").IndexEntry} IndexEntry */
/** @typedef {import("../base/shapes.js").MatchIndex} MatchIndex */
/** @typedef {import("../base/shapes.js").Result} Result */

/**
 * What comes after the index, when it is needed: shards of one in parts by their numbers, and the index of
 * descriptions.
 * @typedef {Shard | Described} Part
 *
 * A part by its id, and the address at which it is served.
 * @typedef {{id: string, url: string}} Wanted
 */

const INDEX_VERSION = 1;
const DESCRIBED = "described";

/** The page and the index are of different versions of the site: reload the page. */
class VersionError extends Error {
  kind = "changed";
}

/** Answers pastes out of an index, and loads what they need of one in parts. */
export class Answerer {
  /**
   * Compile the index; throws VersionError for one that this page cannot read.
   * @param {MatchIndex} index
   * @param {string} url of the index
   * @param {(wanted: Wanted[]) => Promise<Part[]>} load
   */
  constructor(index, url, load) {
    if (index.version !== INDEX_VERSION) throw new VersionError(`index version ${index.version}`);
    this.matcher = createMatcher(index);
    this.index = index;
    this.folder = new URL(index.folder ?? "", url);
    this.url = url;
    this.load = load;
    /** @type {Promise<Described | null> | null} */
    this.described = null;
    /** @type {Suggester | null} */
    this.suggester = null;
  }

  /**
   * Load what a paste needs, and return it read, as far as that suffices. Rejects as `load` does.
   * @param {string} paste
   * @returns {Promise<import("../matching/words/tokens.js").Tokens>}
   */
  async read(paste) {
    const reading = this.matcher.read(paste);
    const { numbers, until } = this.matcher.loaded.needs(reading);
    const wanted = numbers.map((number) => ({
      id: String(number),
      url: new URL(`${number}.js`, this.folder).href,
    }));
    for (const shard of wanted.length ? await this.load(wanted) : []) {
      this.matcher.loaded.add(/** @type {Shard} */ (shard));
    }
    return until < reading.paste.length ? this.matcher.read(paste.slice(0, until)) : reading;
  }

  /**
   * Return the answer to a paste, or null when nobody wants it any more. Rejects as `load` does.
   * @param {string} paste
   * @param {() => boolean} [wanted]
   * @returns {Promise<Answer | null>}
   */
  async answer(paste, wanted = () => true) {
    const described = paste.trim() ? this.#describing() : null;
    const reading = await this.read(paste);
    if (!wanted()) return null;
    /** @type {Result} */
    const result = this.matcher.match(paste, reading);
    const withdrawn = result.findings.length > 0 ? undefined : this.#withdrawn(paste);
    const suggestions = withdrawn ? [] : this.#suggestions(paste, result.findings, await described);
    const ids = [...result.findings, ...result.nearest, ...suggestions].map(({ id }) => id);
    const named = ids.flatMap((id) => this.entry(id) ?? []);
    const entries = Object.fromEntries(named.map((entry) => [entry.id, entry]));
    return { result, entries, suggestions, withdrawn };
  }

  /**
   * Return the entry that was withdrawn whose id is all that a paste says.
   * @param {string} paste
   * @returns {import("../base/shapes.js").Withdrawn | undefined}
   */
  #withdrawn(paste) {
    const { withdrawn = {} } = this.index;
    const id = oneOf(Object.keys(withdrawn), piecesOf(unquoted(paste)));
    const [title = "", url = "", lang] = withdrawn[id] ?? [];
    return id ? { id, title, url, lang } : undefined;
  }

  /**
   * Load the index of descriptions, whatever the first text is; null where it does not come: what the matcher
   * says is right without it.
   * @returns {Promise<Described | null>}
   */
  #describing() {
    if (!this.index.described) return Promise.resolve(null);
    const url = new URL(this.index.described, this.url).href;
    this.described ??= this.load([{ id: DESCRIBED, url }]).then(
      ([part]) => /** @type {Described} */ (part),
      () => (this.described = null),
    );
    return this.described;
  }

  /**
   * Return the entries that a text without a known message, or with nothing but a heading, may tell of.
   * @param {string} text
   * @param {Finding[]} findings
   * @param {Described | null} described
   * @returns {Suggestion[]}
   */
  #suggestions(text, findings, described) {
    if (described) this.suggester ??= new Suggester(this.index, described);
    if (!this.suggester) return [];
    if (findings.length === 0) return this.suggester.suggest(text);
    return announced(text, findings, (id) => this.matcher.inverted.entry(id), this.suggester);
  }

  /**
   * Return an entry as pages use it: what the matcher read is all that the index says of it.
   * @param {string} id
   * @returns {IndexEntry | undefined}
   */
  entry(id) {
    return /** @type {IndexEntry | undefined} */ (this.matcher.inverted.entry(id));
  }
}
