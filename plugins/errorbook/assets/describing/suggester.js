// From a description to the entries that tell of it; describing/suggester.py is its twin.

import { TalkReader } from "./talk.js";
import { fingerprint, Terms } from "./terms.js";
import { withoutWords } from "../matching/codes/code-keys.js";
import { FuzzyWords } from "../matching/index/fuzzy.js";

/**
 * What each setting means stands in describing/language.py.
 * @typedef {object} DescribingSettings
 * @property {number} levels
 * @property {number} rarity
 * @property {number} kin
 * @property {number} one_edit
 * @property {number} synonym
 * @property {number} unknown
 * @property {number} other_system
 * @property {number} named
 * @property {number} strange
 * @property {number} perhaps
 * @property {number} describes
 * @property {number} beside
 * @property {number} most
 *
 * The index of descriptions: per term, how far each entry is behind the one before, and a level, by turns.
 * @typedef {Record<string, number[]>} Uses
 * @typedef {object} Described
 * @property {DescribingSettings} settings
 * @property {string} language
 * @property {string} stop
 * @property {string} irregular
 * @property {string[]} synonyms
 * @property {string} greetings
 * @property {string} asking
 * @property {string} denied
 * @property {Uses} terms
 * @property {number[][]} kin
 * @property {number[][]} asked
 *
 * An entry that may be what a description tells of; never more than that.
 * @typedef {{id: string, outcome: "describes" | "perhaps", score: number}} Suggestion
 *
 * What a term weighs, and which entries it tells of, each with how much of that.
 * @typedef {{weight: number, entries: [number: number, share: number][]}} Use
 */

const MOST_CHARACTERS = 4000;
const MOST_TERMS = 80;
/** Entries that count as kin of one. */
export const MOST_KIN = 3;

/** Finds the entries of an index that tell of what somebody describes. */
export class Suggester {
  #settings;
  #ids;
  #systems;
  #terms;
  #talk;
  /** @type {Map<string, Use>} */
  #uses;
  #fuzzy;
  /** @type {Map<string, string[]>} */
  #alike = new Map();
  /** @type {Map<number, number[]>} */
  #asked = new Map();
  #rarest;
  /**
   * Whose kin an entry is.
   * @type {number[][]}
   */
  #kinOf;

  /**
   * Compile a match index and the index of descriptions that goes with it.
   * @param {import("../matching/settings.js").Index} index
   * @param {Described} described
   */
  constructor(index, described) {
    const { settings, synonyms, terms, kin, asked } = described;
    this.#settings = settings;
    this.#ids = index.entries.map(({ id }) => id);
    this.#systems = index.entries.map((entry) => new Set([entry.system ?? "", ...(entry.with ?? [])]));
    this.#terms = new Terms(index, described);
    this.#talk = new TalkReader(index, described, this.#terms);
    this.#uses = new Map(Object.entries(terms).map(([term, flat]) => [term, this.#use(flat)]));
    this.#fuzzy = new FuzzyWords([...this.#uses.keys()], settings);
    for (const group of synonyms) {
      const those = group.split(" ");
      for (const term of those) {
        const alternatives = those.filter((other) => other !== term && this.#uses.has(other));
        this.#alike.set(term, [...(this.#alike.get(term) ?? []), ...alternatives]);
      }
    }
    for (const [number, questions] of asked.entries()) {
      for (const question of questions) {
        this.#asked.set(question, [...(this.#asked.get(question) ?? []), number]);
      }
    }
    this.#rarest = Math.log(1 + this.#ids.length) ** settings.rarity;
    this.#kinOf = this.#ids.map(() => []);
    for (const [number, those] of kin.entries()) {
      for (const other of those) this.#kinOf[other]?.push(number);
    }
  }

  /**
   * Return the use of a term: the fewer entries have it, the more it tells of each of them.
   * @param {number[]} flat
   * @returns {Use}
   */
  #use(flat) {
    const weight = Math.log(1 + this.#ids.length / (flat.length / 2)) ** this.#settings.rarity;
    /** @type {[number, number][]} */
    const entries = [];
    let number = 0;
    for (let place = 0; place < flat.length; place += 2) {
      number += flat[place] ?? 0;
      entries.push([number, (weight * (flat[place + 1] ?? 0)) / this.#settings.levels]);
    }
    return { weight, entries };
  }

  /**
   * Return the entries that a text may tell of, the likeliest first; mostly none.
   * @param {string} paste
   * @returns {Suggestion[]}
   */
  suggest(paste) {
    const read = paste.slice(0, MOST_CHARACTERS);
    const talk = this.#talk.read(read);
    const asked = this.#whoAsks(read);
    // A name says whose it is, and a number or an id that nobody has says nothing.
    if (asked.length === 0 && this.#terms.of(withoutWords(talk.said).join(" ")).length === 0) return [];
    const terms = this.#terms.of(talk.words.join(" ")).slice(0, MOST_TERMS);
    const { scores, told, total } = this.#scores(terms);
    for (const [number, score] of talk.systems.length > 0 ? scores : []) {
      const own = talk.systems.some((system) => this.#systems[number]?.has(system));
      if (!own) scores.set(number, score * this.#settings.other_system);
    }
    // Told in the very words of a question, its entry explains them all.
    for (const number of asked) scores.set(number, total);
    const ranked = [...scores]
      .sort(([one, more], [other, less]) => less - more || one - other)
      .slice(0, this.#settings.most);
    const [[first, best] = [0, 0], [, next] = [0, 0]] = ranked;
    if (!best) return [];
    // Where none comes near the first, one may that nobody has written yet.
    const second = Math.max(this.#settings.beside * best, next);
    // How many of the rarest words the best entry explains, times the share of the text that they are.
    const share = best / total;
    const sure = (this.#about(talk) * share * best) / this.#rarest;
    if (sure < this.#settings.perhaps) return [];
    // Much that fits the second as well tells neither from the other.
    const lead = (share * (best - second)) / this.#rarest;
    // A single word describes nothing, least of all where few entries are and each is rare.
    const tells = asked.includes(first) || (told.get(first) ?? 0) > 1;
    const certain = tells && lead >= this.#settings.describes && !talk.asks;
    const outcome = certain ? "describes" : "perhaps";
    return ranked
      .filter(([, score]) => score >= this.#settings.beside * best)
      .map(([number, score]) => ({ id: this.#ids[number] ?? "", outcome, score: (sure * score) / best }));
  }

  /**
   * Return the entries that have a text as a question, word for word.
   * @param {string} text
   * @returns {number[]}
   */
  #whoAsks(text) {
    const those = this.#asked.get(fingerprint(this.#terms.words(text))) ?? [];
    const terms = those.length > 0 ? this.#terms.of(text) : [];
    return those.filter((number) => terms.every((term) => this.#users(term).includes(number)));
  }

  /** @param {string} term */
  #users(term) {
    return (this.#uses.get(term)?.entries ?? []).map(([number]) => number);
  }

  /**
   * Return how much surer a text is for what it talks of.
   * @param {import("./talk.js").Talk} talk
   * @returns {number}
   */
  #about({ systems, strange, asks }) {
    let about = 1;
    if (systems.length > 0) about = this.#settings.named;
    else if (strange) about = this.#settings.strange;
    return asks ? about * this.#settings.strange : about;
  }

  /**
   * Return what each entry explains of a text's terms, how many it has, and what all of them weigh.
   * @param {string[]} terms
   * @returns {{scores: Map<number, number>, told: Map<number, number>, total: number}}
   */
  #scores(terms) {
    /** @type {Map<number, number>} */
    const scores = new Map();
    /** @type {Map<number, number>} */
    const told = new Map();
    let total = 0;
    for (const term of terms) {
      const { alike, weight } = this.#meanings(term);
      total += weight;
      /** @type {Map<number, number>} */
      const explained = new Map();
      for (const [other, similarity] of alike) {
        for (const [number, share] of this.#uses.get(other)?.entries ?? []) {
          explained.set(number, Math.max(explained.get(number) ?? 0, similarity * share));
        }
      }
      for (const [number, share] of explained) {
        told.set(number, (told.get(number) ?? 0) + 1);
        scores.set(number, (scores.get(number) ?? 0) + share);
        for (const other of this.#kinOf[number] ?? []) {
          if (explained.has(other)) continue;
          scores.set(other, (scores.get(other) ?? 0) + (share * this.#settings.kin) / MOST_KIN);
        }
      }
    }
    return { scores, told, total };
  }

  /**
   * Return the terms of the index that one may stand for, and what it weighs.
   * @param {string} term
   * @returns {{alike: [term: string, similarity: number][], weight: number}}
   */
  #meanings(term) {
    const { synonym, unknown } = this.#settings;
    /** @type {[string, number][]} */
    const synonyms = (this.#alike.get(term) ?? []).map((other) => [other, synonym]);
    const use = this.#uses.get(term);
    if (use) return { alike: [[term, 1], ...synonyms], weight: use.weight };
    // A number is somebody's own.
    if (term < ":") return { alike: [], weight: 0 };
    if (synonyms.length > 0) return { alike: synonyms, weight: unknown * this.#rarest };
    const near = this.#fuzzy.near(term);
    return {
      alike: near.map(({ word, similarity }) => [this.#fuzzy.words[word] ?? "", similarity]),
      weight: unknown * this.#rarest,
    };
  }
}
