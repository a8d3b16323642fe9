// From a paste to the errors in it; the twin of matching/matcher.py, function by function.

import { besideMessages } from "./codes-beside.js";
import { Codes } from "./codes/codes.js";
import { decide, keep, settle } from "./deciding.js";
import { textEnds, findingOf, merged, unknownIn } from "./findings.js";
import { append } from "./helpers.js";
import { overlap } from "./candidates/scoring.js";
import { InvertedIndex } from "./index/inverted-index.js";
import { Mentions } from "./codes/mentions.js";
import { decides, fitsAlike } from "./candidates/ordering.js";
import { isTruncated, MOST_ALTERNATIVES, alternativesOf } from "./candidates/truncation.js";
import { read } from "./words/tokens.js";
import { occurrence, Search } from "./search.js";
import { Loaded } from "./index/shards.js";
import { nearestEntries, reworded } from "./similar.js";

/** @typedef {import("./findings.js").Finding} Finding */
/** @typedef {import("./findings.js").Result} Result */
/** @typedef {import("./words/tokens.js").Tokens} Tokens */
/** @typedef {import("./search.js").Occurrence} Occurrence */
/** @typedef {import("./settings.js").Index} Index */

/**
 * Return a matcher for an index.
 * @param {Index} index
 * @returns {Matcher}
 */
export function createMatcher(index) {
  return new Matcher(index);
}

/** Finds the entries of an index in pastes. */
export class Matcher {
  /** @type {Codes} */
  #knownCodes;
  /** @type {Mentions} */
  #mentions;

  /**
   * Compile the index.
   * @param {Index} index
   */
  constructor(index) {
    this.inverted = new InvertedIndex(index);
    this.search = new Search(this.inverted);
    this.#knownCodes = new Codes(index, this.inverted.entries);
    this.#mentions = new Mentions(this.#knownCodes, this.inverted);
    this.loaded = new Loaded(index, this.inverted, this.#knownCodes);
  }

  /**
   * Return a paste as the matcher sees it, as far as it is read.
   * @param {string} paste
   * @returns {Tokens}
   */
  read(paste) {
    const text = paste.slice(0, this.inverted.settings.most_characters);
    return read(text, this.inverted.normaliser.normalise(text), this.inverted);
  }

  /**
   * Note the codes that a paste names in its words, and return all that may be meant as codes.
   * @param {Tokens} tokens
   * @returns {import("./codes/mentions.js").Mention[]}
   */
  noteCodes(tokens) {
    const mentions = this.#mentions.find(tokens.paste);
    tokens.codes = mentions.filter(({ sure }) => sure);
    return mentions;
  }

  /**
   * Return what is found in a paste, in order of appearance.
   * @param {string} paste
   * @param {Tokens} [tokens] of it, where it has been read; a match notes in it what it explains
   * @returns {Result}
   */
  match(paste, tokens = this.read(paste)) {
    return this.look(tokens).result;
  }

  /**
   * Return what is found in a paste that was read, and every place that may show something.
   * @param {Tokens} tokens
   * @returns {{result: Result, occurrences: Occurrence[]}}
   */
  look(tokens) {
    const { paste } = tokens;
    const { places: byCode, outcome } = this.#knownCodes.lookUp(paste);
    if (byCode.length) {
      const [start, end] = textEnds(paste);
      const findings = byCode.map((place) => this.#code(place, start, end, outcome, 1));
      return { result: { findings, nearest: [], unknown: [], read: paste.length }, occurrences: [] };
    }
    const mentions = this.noteCodes(tokens);
    const occurrences = this.search.occurrences(tokens);
    for (const item of occurrences) settle(item, tokens, this.inverted);
    const { kept, codes } = besideMessages(keep(occurrences, tokens), mentions, tokens, this.inverted);
    const told = this.#group(kept, tokens);
    const [start, end] = textEnds(paste);
    const titled = told.some((finding) => finding.outcome === "is") ? [] : this.#knownCodes.titled(paste);
    const said = merged(
      titled.map((place) => this.#named({ place, start, end })),
      told,
      codes.map((code) => this.#named(code)),
    );
    const shown = said.length ? kept : reworded(occurrences, tokens, this.inverted);
    const findings = said.length ? said : this.#group(shown, tokens);
    const nearest = findings.length ? [] : nearestEntries(occurrences, tokens, this.inverted);
    const result = { findings, nearest, unknown: unknownIn(tokens, shown), read: paste.length };
    return { result, occurrences };
  }

  /**
   * Put the occurrences of one entry together; an equal text of another entry stands beside it.
   * @param {Occurrence[]} kept
   * @param {Tokens} tokens
   * @returns {Finding[]}
   */
  #group(kept, tokens) {
    /** @type {Map<number, Occurrence[]>} */
    const groups = new Map();
    for (const item of kept) append(groups, item.scored.alignment.template.entry, item);
    /** @type {Finding[]} */
    const findings = [];
    for (const [number, items] of groups) {
      const at = findings.length;
      findings.push(findingOf(this.#entry(number).id, items, tokens));
      const [first] = items;
      if (!first || findings[at]?.outcome !== "like") continue;
      for (const other of this.#alternatives(first, groups, tokens)) {
        const alike = fitsAlike(other.scored, first.scored, this.inverted);
        const decided = alike && decides(other.scored, first.scored, tokens, this.inverted);
        const { id } = this.#entry(other.scored.alignment.template.entry);
        findings.splice(decided ? at : findings.length, 0, findingOf(id, [other], tokens));
      }
    }
    return findings;
  }

  /**
   * Return the other entries that explain the same words about as well, two at most.
   * @param {Occurrence} item
   * @param {Map<number, Occurrence[]>} groups
   * @param {Tokens} tokens
   * @returns {Occurrence[]}
   */
  #alternatives(item, groups, tokens) {
    /** @type {Occurrence[]} */
    const alternatives = [];
    const seen = new Set(groups.keys());
    const { scored } = item;
    // Of messages that begin alike, a beginning tells which they are, not which of them it is.
    const part = isTruncated(scored, item.alternatives, tokens, this.inverted);
    const begun = part ? alternativesOf(scored, item.alternatives, this.inverted.settings.close) : new Map();
    const { close: share, lead } = this.inverted.settings;
    const least = scored.confidence - lead;
    for (const other of item.alternatives.thatMay(share * scored.rank, least)) {
      const { entry, role } = other.alignment.template;
      const near = other.confidence >= least;
      const alike = fitsAlike(other, scored, this.inverted);
      const close = (near && overlap(other, scored)) || alike || begun.get(entry) === other;
      if (seen.has(entry) || !close || role === "heading") continue;
      seen.add(entry);
      const twin = occurrence(other);
      decide(twin, tokens, this.inverted);
      if (twin.outcome || alike) {
        if (twin.outcome !== "like") Object.assign(twin, { outcome: "like", reason: "alike" });
        alternatives.push(twin);
      }
      if (alternatives.length === MOST_ALTERNATIVES) break;
    }
    return alternatives;
  }

  /**
   * Return the finding of an entry whose code or title a paste names.
   * @param {{place: number, start: number, end: number}} found
   * @returns {Finding}
   */
  #named({ place, start, end }) {
    return this.#code(place, start, end, "like", this.inverted.settings.like);
  }

  /**
   * Return the finding of an entry by its code or id, which stands at an offset.
   * @param {number} place
   * @param {number} start
   * @param {number} end
   * @param {import("./search.js").Outcome} outcome
   * @param {number} score
   * @returns {Finding}
   */
  #code(place, start, end, outcome, score) {
    const { id } = this.#entry(place);
    const spans = /** @type {Finding["spans"]} */ ([[start, end, ""]]);
    const nothing = { values: {}, further: {}, documents: [], path: [] };
    return { id, outcome, score, reason: "code", ...nothing, spans, count: 1, message: -1 };
  }

  /**
   * @param {number} number
   * @returns {import("./settings.js").Entry}
   */
  #entry(number) {
    return /** @type {import("./settings.js").Entry} */ (this.inverted.entries[number]);
  }
}
