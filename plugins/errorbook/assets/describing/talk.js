// Of what a text talks, beside its terms; describing/talk.py is its twin.

import { FuzzyWords } from "../matching/index/fuzzy.js";
import { ProductNames } from "../matching/index/product-names.js";
import { split } from "../matching/words/tokens.js";

/**
 * Of what a text talks: the systems it names, but for those where all errors are shown, whose names tell none
 * from another; whether all that it names are strangers; whether it asks how something is done instead of
 * telling what went wrong; its words, where a system's name that is written apart is one, as entries write
 * it; and those besides names, ids and numbers of its own.
 * @typedef {{systems: string[], strange: boolean, asks: boolean, words: string[], said: string[]}} Talk
 */

const SHORTEST_CODE = 3;
const DENIALS = new Set(["t", "not"]);
/** What tells of a trouble wherever it stands: 'Kann keine Rechnungen senden'. */
const DENIED_IN_GERMAN = new Set(
  ["kein", "keine", "keinem", "keinen", "keiner", "keines", "nicht", "nichts", "nie", "niemals"],
);
/** Letters of a name that is known with a typing error: shorter ones come near words of the language. */
const SHORTEST_MISTYPED = 8;

/** Reads of what texts talk. */
export class TalkReader {
  #normaliser;
  #stem;
  #names;
  /** What ids begin with. */
  #prefixes;
  #terms;
  #mistyped;
  #oneEdit;
  #greetings;
  #asking;
  #denied;

  /**
   * Prepare with the names of products, and with what there is to know of questions.
   * @param {import("../matching/settings.js").Index} index
   * @param {import("./suggester.js").Described} described
   * @param {import("./terms.js").Terms} reader
   */
  constructor(index, { settings, terms, greetings, asking, denied }, reader) {
    this.#normaliser = reader.normaliser;
    this.#stem = (/** @type {string} */ word) => reader.stem(word);
    this.#names = new ProductNames(index, reader.normaliser);
    this.#prefixes = new Set(index.entries.map(({ id }) => (id.split("-")[0] ?? "").toLowerCase()));
    this.#terms = terms;
    const own = this.#names.ownWords().filter(({ length }) => length >= SHORTEST_MISTYPED);
    this.#mistyped = new FuzzyWords(own, settings);
    this.#oneEdit = settings.one_edit;
    this.#greetings = new Set(greetings.split(" "));
    this.#asking = new Set(asking.split(" "));
    this.#denied = new RegExp(denied, "gi");
  }

  /**
   * Return of what a text talks; of what it only denies, where it says nothing else.
   * @param {string} whole
   * @returns {Talk}
   */
  read(whole) {
    const affirmed = whole.replace(this.#denied, "$1$2");
    const text = /[A-Za-z]/.test(affirmed) ? affirmed : whole;
    const normalised = this.#normaliser.normalise(text);
    const { words: found, gaps } = split(normalised.text);
    /** @type {Set<string>} */
    const named = new Set();
    /** @type {string[]} */
    const words = [];
    /** @type {string[]} */
    const said = [];
    let strange = false;
    let start = 0;
    let nameEnds = 0;
    const spelt = found.map((word) => this.#spelt(word));
    for (const [place, word] of spelt.entries()) {
      start += gaps[place]?.length ?? 0;
      if (place >= nameEnds) {
        const capital = /[A-Z]/.test(text[normalised.first(start)] ?? "");
        const { end, name } = this.#names.find(spelt, place, spelt.length, capital);
        if (name?.system) named.add(name.system);
        strange ||= name?.system === "";
        const isId = this.#prefixes.has(word) && (spelt[place + 1] ?? "a") < ":";
        const isOwn = word < ":" && !(word.length >= SHORTEST_CODE && Object.hasOwn(this.#terms, word));
        if (!name && !isId && !isOwn) said.push(word);
        nameEnds = Math.max(end, place + (isId ? 2 : 1));
        const apart = spelt.slice(place, nameEnds);
        const isApart = name && Object.hasOwn(this.#terms, this.#stem(apart.join("")));
        words.push(...(isApart ? [apart.join("")] : apart));
      }
      start += found[place]?.length ?? 0;
    }
    const systems = [...named].filter((system) => !this.#names.neutral.has(system));
    return { systems, strange: strange && named.size === 0, asks: this.#asks(found), words, said };
  }

  /**
   * Return the system's name that a word without a meaning of its own is but for one letter, or it.
   * @param {string} word
   * @returns {string}
   */
  #spelt(word) {
    if (word.length < SHORTEST_MISTYPED - 1 || Object.hasOwn(this.#terms, this.#stem(word))) return word;
    const near = this.#mistyped.near(word).find(({ similarity }) => similarity === this.#oneEdit);
    return near ? (this.#mistyped.words[near.word] ?? word) : word;
  }

  /**
   * Tell whether words begin as a question how something is done; "can't" begins a complaint.
   * @param {string[]} words
   * @returns {boolean}
   */
  #asks(words) {
    const opening = words.slice(words.findIndex((word) => !this.#greetings.has(word)));
    const asks = this.#asking.has(opening[0] ?? "") && !DENIALS.has(opening[1] ?? "");
    return asks && !opening.some((word) => DENIED_IN_GERMAN.has(word));
  }
}
