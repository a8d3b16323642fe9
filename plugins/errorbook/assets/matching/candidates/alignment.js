// The best ordered alignment of a template with a stretch of a paste: dynamic programming over like words.
//
// Only pairs of like words are nodes, so the work grows with the words two texts share, not with their
// lengths multiplied; a chain of nodes pays for what it skips. Sequence aligners chain anchors like this
// (Abouelhoda and Ohlebusch, "Chaining algorithms for multiple genome comparison", 2005).

import { MOST_NODES } from "./occurrences.js";

/** @typedef {import("../index/inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("../index/compiled-templates.js").Template} Template */
/** @typedef {import("./occurrences.js").Occurrences} Occurrences */
/** @typedef {import("../words/tokens.js").Tokens} Tokens */
/** @typedef {import("../settings.js").Settings} Settings */

/**
 * Which words of the paste stand for which words of the template.
 * @typedef {object} Alignment
 * @property {Template} template
 * @property {[place: number, word: number][]} pairs places in the paste and in the template, both rising
 * @property {number} similarity the least similarity of a pair: 1 when every word is as written
 * @property {number} explained weight of the aligned words and marks, less what the gaps between them cost
 */

const LOOK_BACK = 24;
/** The best chain that ends in each node, and the node before it; used again for each alignment. */
const SCORES = new Float64Array(MOST_NODES);
const BACK = new Int32Array(MOST_NODES);

/**
 * Return the best alignment, or null when no word is shared.
 * @param {Template} template
 * @param {Occurrences} occurrences
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {Alignment | null}
 */
export function align(template, occurrences, tokens, inverted) {
  const count = occurrences.nodesOf(template);
  const { nodePlaces, nodeWords, nodeLikenesses } = occurrences;
  const { settings } = inverted;
  const { insertion, substitution, reach } = settings;
  const { weights, markWeights, holesUntil } = template;
  const { marks, passed } = tokens;
  const last = template.words.length - 1;
  const end = markWeights[last + 1] ?? 0;
  let best = 0;
  let bestNode = -1;
  for (let number = 0; number < count; number += 1) {
    const place = nodePlaces[number] ?? 0;
    const word = nodeWords[number] ?? 0;
    const mark = markWeights[word] ?? 0;
    const holes = holesUntil[word] ?? 0;
    let score = 0;
    let previous = -1;
    if (word === 0 && mark && (marks[place] ?? "").endsWith(template.after[0] ?? "")) score = mark;
    for (let other = number - 1; other >= 0 && other > number - LOOK_BACK; other -= 1) {
      const extra = place - (nodePlaces[other] ?? 0) - 1;
      const skipped = word - (nodeWords[other] ?? 0) - 1;
      if (skipped < 0 || extra < 0) continue;
      if (extra > reach) break;
      let link = SCORES[other] ?? 0;
      // What follows only takes away, but for a mark.
      if (link + mark <= score) continue;
      if (holes > (holesUntil[word - skipped - 1] ?? 0)) {
        let fenced = true;
        if (skipped === 0 && mark) {
          fenced =
            (marks[place - extra] ?? "").startsWith(template.before[word] ?? "") &&
            (marks[place] ?? "").endsWith(template.after[word] ?? "");
          if (fenced) link += mark;
        }
        link -= holeCost(extra - skipped, fenced, settings);
      } else if (extra || skipped) {
        const inserted = (passed[place] ?? 0) - (passed[place - extra] ?? 0);
        link -= insertion * Math.max(0, inserted - skipped) + substitution * (extra + skipped);
      } else if (mark && marks[place] === template.gaps[word]) {
        link += mark;
      }
      if (link > score) {
        score = link;
        previous = other;
      }
    }
    score += (weights[word] ?? 0) * (nodeLikenesses[number] ?? 0);
    SCORES[number] = score;
    BACK[number] = previous;
    if (word === last && end && (marks[place + 1] ?? "").startsWith(template.before[last + 1] ?? "")) {
      score += end;
    }
    if (score > best) {
      best = score;
      bestNode = number;
    }
  }
  if (bestNode < 0) return null;
  /** @type {[number, number][]} */
  const pairs = [];
  let similarity = 1;
  for (let at = bestNode; at >= 0; at = BACK[at] ?? -1) {
    pairs.push([nodePlaces[at] ?? 0, nodeWords[at] ?? 0]);
    similarity = Math.min(similarity, nodeLikenesses[at] ?? 0);
  }
  pairs.reverse();
  let least = 0;
  for (const pair of pairs) {
    pair[0] = firstOf(pair, least, template, tokens);
    least = pair[0] + 1;
  }
  return { template, pairs, similarity, explained: best };
}

/**
 * Return the first of two equal words before a hole: the value is 'BILL-7' in 'Bill BILL-7 is paid'.
 * @param {[place: number, word: number]} pair
 * @param {number} least
 * @param {Template} template
 * @param {Tokens} tokens
 * @returns {number}
 */
function firstOf([place, word], least, template, tokens) {
  const twice = place > least && tokens.words[place - 1] === tokens.words[place];
  const bare = template.holes[word + 1]?.length && !template.before[word + 1];
  return twice && bare && !tokens.explained[place - 1] ? place - 1 : place;
}

/**
 * Return what the words inside a hole cost.
 * @param {number} words
 * @param {boolean} fenced
 * @param {Settings} settings
 * @returns {number}
 */
function holeCost(words, fenced, settings) {
  const free = fenced ? settings.hole_words : 0;
  return settings.long_hole_word * Math.max(0, words - free);
}
