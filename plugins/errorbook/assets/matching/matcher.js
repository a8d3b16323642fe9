// From a paste to the errors in it; the twin of matching/matcher.py, function by function.

import { Codes } from "./codes.js";
import { decide, settle } from "./deciding.js";
import { findingOf, unknownIn } from "./findings.js";
import { append, stripEnd, stripStart } from "./helpers.js";
import { Lexicon } from "./lexicon.js";
import { rank } from "./ranking.js";
import { read } from "./reading.js";
import { occurrence, Search } from "./search.js";

/** @typedef {import("./findings.js").Finding} Finding */
/** @typedef {import("./findings.js").Result} Result */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./search.js").Occurrence} Occurrence */
/** @typedef {import("./settings.js").Index} Index */

const MOST_NEAREST = 3;

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

  /**
   * Compile the index.
   * @param {Index} index
   */
  constructor(index) {
    this.lexicon = new Lexicon(index);
    this.search = new Search(this.lexicon);
    this.#knownCodes = new Codes(index);
  }

  /**
   * Return what is found in a paste, in order of appearance.
   * @param {string} paste
   * @returns {Result}
   */
  match(paste) {
    return this.#look(paste.slice(0, this.lexicon.settings.most_characters)).result;
  }

  /**
   * Return the entries that a paste may show, the likeliest first.
   * @param {string} paste
   * @param {number} [most]
   * @returns {import("./ranking.js").Ranked[]}
   */
  ranked(paste, most = 10) {
    const { result, occurrences } = this.#look(paste.slice(0, this.lexicon.settings.most_characters));
    return rank(result, occurrences, this.lexicon).slice(0, most);
  }

  /**
   * @param {string} paste
   * @returns {{result: Result, occurrences: Occurrence[]}}
   */
  #look(paste) {
    const byCode = this.#knownCodes.lookUp(paste);
    if (byCode.length) return { result: this.#codes(paste, byCode), occurrences: [] };
    const reading = read(paste, this.lexicon.folder.fold(paste), this.lexicon);
    const occurrences = this.search.occurrences(reading);
    for (const item of occurrences) settle(item, reading, this.lexicon);
    const kept = this.#keep(occurrences);
    const findings = this.#group(kept, reading);
    const nearest = findings.length ? [] : this.#nearest(occurrences);
    const result = { findings, nearest, unknown: unknownIn(reading, kept), read: paste.length };
    return { result, occurrences };
  }

  /**
   * Return the occurrences worth showing, in order of appearance.
   * @param {Occurrence[]} occurrences
   * @returns {Occurrence[]}
   */
  #keep(occurrences) {
    let said = occurrences.filter((item) => item.outcome);
    let best = 0;
    for (const { score } of said) best = Math.max(best, score);
    said = said.filter((item) => item.score >= this.lexicon.settings.beside_best * best);
    // What people type and what only announces an error stand back behind the message itself.
    for (const behind of [["alias", "heading"], ["heading"]]) {
      const specific = said.filter((item) => !behind.includes(item.judgement.alignment.template.role));
      if (!specific.length) continue;
      said = specific;
      break;
    }
    return said.sort((one, two) => one.judgement.start - two.judgement.start);
  }

  /**
   * Put the occurrences of one entry together; an equal text of another entry stands beside it.
   * @param {Occurrence[]} kept
   * @param {Reading} reading
   * @returns {Finding[]}
   */
  #group(kept, reading) {
    /** @type {Map<number, Occurrence[]>} */
    const groups = new Map();
    for (const item of kept) append(groups, item.judgement.alignment.template.entry, item);
    /** @type {Finding[]} */
    const findings = [];
    for (const [number, items] of groups) {
      const finding = findingOf(this.#entry(number).id, items, reading);
      findings.push(finding);
      const [first] = items;
      if (first && finding.outcome === "like") findings.push(...this.#twins(first, groups, reading));
    }
    return findings;
  }

  /**
   * Return the other entries that explain the same words about as well, two at most.
   * @param {Occurrence} item
   * @param {Map<number, Occurrence[]>} groups
   * @param {Reading} reading
   * @returns {Finding[]}
   */
  #twins(item, groups, reading) {
    /** @type {Finding[]} */
    const twins = [];
    const seen = new Set(groups.keys());
    const { judgement } = item;
    for (const other of item.others) {
      const { entry, role } = other.alignment.template;
      const close = other.confidence >= judgement.confidence - this.lexicon.settings.lead;
      const overlaps = other.start < judgement.end && judgement.start < other.end;
      if (seen.has(entry) || !close || !overlaps || role === "heading") continue;
      seen.add(entry);
      const twin = occurrence(other, []);
      decide(twin, reading, this.lexicon);
      if (twin.outcome) {
        twin.outcome = "like";
        twins.push(findingOf(this.#entry(entry).id, [twin], reading));
      }
      if (twins.length === 2) break;
    }
    return twins;
  }

  /**
   * @param {Occurrence[]} occurrences
   * @returns {{id: string, score: number}[]}
   */
  #nearest(occurrences) {
    /** @type {Map<string, number>} */
    const near = new Map();
    for (const item of occurrences) {
      for (const judgement of [item.judgement, ...item.others]) {
        const { id } = this.#entry(judgement.alignment.template.entry);
        near.set(id, Math.max(near.get(id) ?? 0, judgement.confidence));
      }
    }
    const ranked = [...near].filter(([, score]) => score >= this.lexicon.settings.near);
    ranked.sort((one, two) => two[1] - one[1]);
    return ranked.slice(0, MOST_NEAREST).map(([id, score]) => ({ id, score }));
  }

  /**
   * @param {string} paste
   * @param {number[]} places
   * @returns {Result}
   */
  #codes(paste, places) {
    const start = paste.length - stripStart(paste, " \t\r\n").length;
    const end = stripEnd(paste, " \t\r\n").length;
    /** @type {Finding[]} */
    const findings = places.map((place) => ({
      id: this.#entry(place).id,
      outcome: places.length === 1 ? "is" : "like",
      score: 1,
      values: {},
      spans: [[start, end, ""]],
      count: 1,
      documents: [],
      path: [],
      message: -1,
    }));
    return { findings, nearest: [], unknown: [], read: paste.length };
  }

  /**
   * @param {number} number
   * @returns {import("./settings.js").Entry}
   */
  #entry(number) {
    return /** @type {import("./settings.js").Entry} */ (this.lexicon.entries[number]);
  }
}
