// Puts scored alignments in order: by rank, and where that does not tell, by what the paste itself says.

import { Hole, parse } from "../../base/template.js";
import { hasCode } from "./nearest-code.js";
import { overlap } from "./scoring.js";

/** @typedef {import("./scoring.js").ScoredAlignment} ScoredAlignment */
/** @typedef {import("../index/inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("../index/compiled-templates.js").Template} Template */
/** @typedef {import("../words/tokens.js").Tokens} Tokens */

/** Characters on both sides of a message among which its own first and last marks stand. */
const BESIDE = 12;

/**
 * Return scored alignments, the best first.
 * @param {ScoredAlignment[]} scoredSoFar
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {ScoredAlignment[]}
 */
export function inOrder(scoredSoFar, tokens, inverted) {
  const { solid } = inverted.settings;
  const order = (/** @type {Template} */ { entry }) => inverted.entries[entry]?.number ?? entry;
  // A long template of which much is missing must not stand before a shorter one that is there.
  scoredSoFar.sort((one, two) => {
    const better = Number(one.cutCoverage < solid) - Number(two.cutCoverage < solid) || two.rank - one.rank;
    const [first, second] = [one.alignment.template, two.alignment.template];
    // Of equal ones the catalogue's first stands first.
    return better || order(first) - order(second) || first.message - second.message;
  });
  for (let place = 1; place < scoredSoFar.length; place += 1) {
    const [best, other] = [scoredSoFar[0], scoredSoFar[place]];
    if (best && other && overlap(other, best) && isMeant(other, best, tokens, inverted)) {
      scoredSoFar.unshift(...scoredSoFar.splice(place, 1));
    }
  }
  return scoredSoFar;
}

/**
 * Return the first that is sure enough, unless something better explains its place.
 * @param {ScoredAlignment[]} ranking
 * @param {number} least
 * @returns {ScoredAlignment | undefined}
 */
export function firstSure(ranking, least) {
  /** @type {ScoredAlignment[]} */
  const better = [];
  return ranking.find((scored) => {
    if (scored.confidence >= least) return !better.some((other) => overlap(scored, other));
    better.push(scored);
    return false;
  });
}

/**
 * Tell whether a paste says another whole message rather than the one that ranks first.
 * @param {ScoredAlignment} other
 * @param {ScoredAlignment} best
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {boolean}
 */
function isMeant(other, best, tokens, inverted) {
  const { whole, close, lead } = inverted.settings;
  if (other.coverage < whole || !["full", "short"].includes(other.alignment.template.role)) return false;
  if (best.coverage < whole) {
    // One that lacks a little must not stand before a whole one that is clearly surer.
    return other.rank >= close * best.rank && other.confidence >= best.confidence + lead;
  }
  const [own, theirs] = [placesOf(other), placesOf(best)];
  if (own.size === theirs.size && hasAll(own, theirs)) {
    const ours = hasCode(other, tokens);
    if (ours !== hasCode(best, tokens)) return ours;
    return verbatim(other, tokens, inverted) > verbatim(best, tokens, inverted);
  }
  // What fills a hole of a general message belongs to a special one; of one entry's, more of it is there.
  const special = other.alignment.template.entry !== best.alignment.template.entry;
  return special && hasMore(own, theirs, best);
}

/**
 * Tell whether another message has all the words that are there of the best one, and lacks few more.
 * @param {ScoredAlignment} other
 * @param {ScoredAlignment} best
 * @param {InvertedIndex} inverted
 * @returns {boolean}
 */
export function fitsAlike(other, best, { settings }) {
  const near = other.rank >= settings.close * best.rank;
  return near && best.coverage < settings.whole && hasAll(placesOf(other), placesOf(best));
}

/**
 * Tell whether the word in which two messages differ is another one's, or that of its entry elsewhere.
 * @param {ScoredAlignment} other
 * @param {ScoredAlignment} best
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {boolean}
 */
export function decides(other, best, tokens, inverted) {
  const own = placesOf(other);
  if (hasMore(own, placesOf(best), best)) return true;
  /** @type {number[]} */
  const between = [];
  for (let place = best.start; place < best.end; place += 1) if (!own.has(place)) between.push(place);
  return used(between, other, tokens, inverted) > used(between, best, tokens, inverted);
}

/**
 * Return the places of the words that an alignment explains.
 * @param {ScoredAlignment} scored
 * @returns {Set<number>}
 */
function placesOf({ alignment }) {
  return new Set(alignment.pairs.map(([place]) => place));
}

/**
 * @param {Set<number>} own
 * @param {Set<number>} theirs
 * @returns {boolean}
 */
function hasAll(own, theirs) {
  return [...theirs].every((place) => own.has(place));
}

/**
 * @param {Set<number>} own
 * @param {Set<number>} theirs
 * @param {ScoredAlignment} best
 * @returns {boolean}
 */
function hasMore(own, theirs, { start, end }) {
  return [...own].some((place) => place > start && place < end && !theirs.has(place));
}

/**
 * Return how many words of a paste an entry uses in any of its wordings.
 * @param {number[]} places
 * @param {ScoredAlignment} scored
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {number}
 */
function used(places, { alignment }, tokens, { postings }) {
  let count = 0;
  for (const { word, similarity } of places.flatMap((place) => tokens.similarities[place] ?? [])) {
    if (similarity < 1) continue;
    for (let posting = postings.first[word] ?? 0; posting; posting = postings.next[posting] ?? 0) {
      if (postings.entries[postings.templates[posting] ?? 0] !== alignment.template.entry) continue;
      count += 1;
      break;
    }
  }
  return count;
}

/**
 * Return how many characters of a message stand in the paste as they are written, case and marks too.
 * @param {ScoredAlignment} scored
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {number}
 */
function verbatim({ alignment, start, end }, { normalised, starts, ends, paste }, { entries }) {
  const { entry, message } = alignment.template;
  const [text = ""] = entries[entry]?.messages?.[message] ?? [];
  const [begin] = normalised.span(starts[start] ?? 0, ends[start] ?? 0);
  const [, last] = normalised.span(starts[end - 1] ?? 0, ends[end - 1] ?? 0);
  const shown = paste.slice(Math.max(0, begin - BESIDE), last + BESIDE);
  let found = 0;
  let at = 0;
  for (const part of parse(text)) {
    if (part instanceof Hole) continue;
    const literal = part.trim();
    const place = shown.indexOf(literal, at);
    if (place < 0) continue;
    found += literal.length;
    at = place + literal.length;
  }
  return found;
}
