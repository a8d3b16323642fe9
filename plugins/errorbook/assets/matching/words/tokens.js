// Plain text to words: what stands in a paste or a template, and what stands between.

import { strip } from "../helpers.js";
import { cutMarks, documentLetters, exceptionClasses, keys } from "./silent.js";
import { TAG } from "./tags.js";

/** @typedef {import("./normalising.js").Normalised} Normalised */
/** @typedef {import("../index/inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("../index/fuzzy.js").Similarity} Similarity */

/**
 * The words of a text; gaps[i] stands before word i, the last gap after the last word.
 * @typedef {{words: string[], gaps: string[]}} Words
 *
 * The same with where each word starts and ends, and what it may stand for.
 * @typedef {Words & {starts: number[], ends: number[], similarities: (readonly Similarity[])[]}} Mended
 *
 * A paste as the matcher sees it: words with their weights, similarities and edges.
 * @typedef {object} Tokens
 * @property {string} paste
 * @property {Normalised} normalised
 * @property {string[]} words
 * @property {number[]} starts
 * @property {number[]} ends
 * @property {string[]} gaps
 * @property {string[]} marks
 * @property {Float64Array} boundaries what is left of a word's weight seen across the gap before it
 * @property {Float64Array} weights
 * @property {(readonly Similarity[])[]} similarities per word, the template words it stands for
 * @property {Float64Array} passed how many words stand before each; a number is no whole word
 * @property {Uint8Array} explained 1 for each word that a finding explains
 * @property {import("../codes/mentions.js").Mention[]} codes that the text names
 * @property {Set<string>} systems whose whole message stands in the paste that not any program may say
 */

const WORDS_AND_GAPS = /([0-9a-z\x80-\uffff]+)/;
const ANY_DIGIT = /[0-9]/;
const MIXED = /^(?:([a-z\x80-\uffff]+)([0-9]+)|([0-9]+)([a-z\x80-\uffff]+))$/;
const BLANKS_IN_GAP = new RegExp(`[ \\t\\n${TAG}]+`, "g");
/** @type {Map<string, keyof import("../settings.js").Edges>} */
const EDGE_KINDS = new Map([
  [TAG, "line"],
  ['"', "quote"],
  ["'", "quote"],
  [":", "colon"],
  ["=", "colon"],
  ["|", "sentence"],
  ["\t", "sentence"],
  ["(", "bracket"],
  [")", "bracket"],
  ["[", "bracket"],
  ["]", "bracket"],
  ["{", "bracket"],
  ["}", "bracket"],
  ["<", "bracket"],
  [">", "bracket"],
  [",", "colon"],
]);

/**
 * Return the words of a plain text; "v5" and "5gb" are two words each, other mixtures one.
 * @param {string} text
 * @returns {Words}
 */
export function split(text) {
  /** @type {string[]} */
  const words = [];
  /** @type {string[]} */
  const gaps = [];
  // The browser's own splitting is quick from the first call on: gaps and words by turns.
  const pieces = text.split(WORDS_AND_GAPS);
  for (let index = 0; index < pieces.length; index += 2) {
    gaps.push(pieces[index] ?? "");
    const word = pieces[index + 1];
    if (word === undefined) break;
    const mixed = ANY_DIGIT.test(word) ? MIXED.exec(word) : null;
    if (mixed) {
      words.push(mixed[1] ?? mixed[3] ?? "", mixed[2] ?? mixed[4] ?? "");
      gaps.push("");
    } else {
      words.push(word);
    }
  }
  return { words, gaps };
}

/**
 * Return the punctuation of a gap, without its white space.
 * @param {string} gap
 * @returns {string}
 */
export function marks(gap) {
  return gap === " " || gap === "" ? "" : gap.replace(BLANKS_IN_GAP, "");
}

/**
 * Return how much a gap lets through: 1 for a plain space, less for marks that end a message.
 * @param {string} gap
 * @param {import("../settings.js").Edges} boundaries
 * @returns {number}
 */
export function boundary(gap, boundaries) {
  // An apostrophe alone stands inside a name or a short form.
  if (gap === "" || gap === " " || gap === "'") return 1;
  let through = gap.includes("\n") ? boundaries.line : 1;
  const dash = gap.length >= 3 && strip(gap, " \n\t") === "-";
  for (let index = 0; index < gap.length; index += 1) {
    const character = gap.charAt(index);
    let kind = EDGE_KINDS.get(character);
    if (!kind && ".!?;".includes(character) && index < gap.length - 1) {
      kind = " \n".includes(gap.charAt(index + 1)) ? "sentence" : undefined;
    } else if (!kind && dash && character === "-") {
      kind = "quote";
    }
    if (kind) through = Math.min(through, boundaries[kind]);
  }
  return through;
}

/**
 * Return the paste's words, with words that a line break or a space spoilt put right.
 * @param {string} paste
 * @param {Normalised} normalised
 * @param {InvertedIndex} inverted
 * @returns {Tokens}
 */
export function read(paste, normalised, inverted) {
  const { words, starts, ends, gaps, similarities } = rejoin(split(normalised.text), inverted);
  const boundaries = new Float64Array(gaps.length);
  const weights = new Float64Array(words.length);
  const level = inverted.settings.boundaries.sentence;
  const unsaid = keys(gaps);
  const thrown = exceptionClasses(words, gaps);
  for (let place = 0; place < gaps.length; place += 1) {
    boundaries[place] = boundary(gaps[place] ?? "", inverted.settings.boundaries);
  }
  for (let place = 0; place < words.length; place += 1) {
    weights[place] = unsaid[place] || thrown[place] ? 0 : inverted.weight(words[place] ?? "");
  }
  for (const place of cutMarks(words, gaps)) weights[place] = 0;
  const isCapital = (/** @type {number} */ place) =>
    /[A-Z]/.test(paste.charAt(normalised.first(starts[place] ?? 0)));
  for (let index = 1; index < words.length; index += 1) {
    if (inverted.levels.has(words[index - 1] ?? "") && isCapital(index - 1)) {
      boundaries[index] = Math.min(boundaries[index] ?? 1, level);
    }
  }
  for (const place of documentLetters(words, gaps, isCapital)) {
    if (inverted.knows(words[place + 1] ?? "")) continue;
    weights[place] = Math.min(weights[place] ?? 0, weights[place + 1] ?? 0);
  }
  return {
    paste,
    normalised,
    words,
    starts,
    ends,
    gaps,
    marks: gaps.map(marks),
    boundaries,
    weights,
    similarities: similarities.map((like, place) => (unsaid[place] ? [] : like)),
    passed: passedBefore(words, inverted.settings.insertion_digits),
    explained: new Uint8Array(words.length),
    systems: new Set(),
    codes: [],
  };
}

/**
 * @param {string[]} words
 * @param {number} digits
 * @returns {Float64Array}
 */
function passedBefore(words, digits) {
  const passed = new Float64Array(words.length + 1);
  for (let index = 0; index < words.length; index += 1) {
    passed[index + 1] = (passed[index] ?? 0) + ((words[index] ?? "") < ":" ? digits : 1);
  }
  return passed;
}

/**
 * @param {Words} found
 * @param {InvertedIndex} inverted
 * @returns {Mended}
 */
function rejoin(found, inverted) {
  const lost_space = inverted.settings.one_edit;
  /** @type {Mended} */
  const rejoined = { words: [], starts: [], ends: [], gaps: [], similarities: [] };
  /** @type {(word: string, start: number, end: number, gap: string, share?: number) => void} */
  const add = (word, start, end, gap, share = 1) => {
    const like = inverted.similarities(word);
    rejoined.similarities.push(
      share === 1 ? like : like.map((known) => ({ ...known, similarity: known.similarity * share })),
    );
    rejoined.words.push(word);
    rejoined.starts.push(start);
    rejoined.ends.push(end);
    rejoined.gaps.push(gap);
  };
  const count = found.words.length;
  let end = 0;
  for (let index = 0; index < count; index += 1) {
    const word = found.words[index] ?? "";
    const gap = found.gaps[index] ?? "";
    const start = end + gap.length;
    end = start + word.length;
    const following = found.gaps[index + 1] ?? "";
    const broken = following.includes("\n") && ["", "-"].includes(marks(following));
    if (index + 1 < count && (broken || following === " " || following === "-")) {
      const next = found.words[index + 1] ?? "";
      const apart = inverted.knows(word) && inverted.knows(next);
      if (inverted.knows(word + next) && ((broken && following.includes("-")) || !apart)) {
        end += following.length + next.length;
        add(word + next, start, end, gap, broken ? 1 : lost_space);
        index += 1;
        continue;
      }
    }
    const wordBreaks = inverted.wordBreaks(word);
    if (!wordBreaks.length) {
      add(word, start, end, gap);
      continue;
    }
    for (const [number, seam] of [0, ...wordBreaks].entries()) {
      const next = wordBreaks[number] ?? word.length;
      add(word.slice(seam, next), start + seam, start + next, seam ? "" : gap, lost_space);
    }
  }
  rejoined.gaps.push(found.gaps[count] ?? "");
  return rejoined;
}

/**
 * Return how like a word of the paste is to the word of a template that it stands for.
 * @param {number} place
 * @param {number} word
 * @param {import("../index/compiled-templates.js").Template} template
 * @param {Tokens} tokens
 * @returns {number}
 */
export function likenessOf(place, word, template, tokens) {
  const those = tokens.similarities[place] ?? [];
  return those.find((like) => template.wordNumbers[word] === like.word)?.similarity ?? 0;
}
