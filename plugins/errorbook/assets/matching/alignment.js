// The best ordered alignment of a template with a stretch of a paste: dynamic programming over like words.
//
// Only pairs of like words are nodes, so the work grows with the words two texts share, not with their
// lengths multiplied; a chain of nodes pays for what it skips. Sequence aligners chain anchors like this
// (Abouelhoda and Ohlebusch, "Chaining algorithms for multiple genome comparison", 2005).

/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./lexicon.js").Template} Template */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./settings.js").Settings} Settings */

/**
 * Template word to the places in the paste that it may stand at, in order, each with its likeness.
 * @typedef {Map<number, {places: number[], likenesses: number[]}>} Occurrences
 *
 * Which words of the paste stand for which words of the template.
 * @typedef {object} Alignment
 * @property {Template} template
 * @property {[place: number, word: number][]} pairs places in the paste and in the template, both rising
 * @property {number} likeness the least likeness of a pair: 1 when every word is as written
 * @property {number} explained weight of the aligned words and marks, less what the gaps between them cost
 *
 * @typedef {{place: number, word: number, likeness: number}} Node
 */

const LOOK_BACK = 24;
const MOST_NODES = 600;

/**
 * Return the best alignment, or null when no word is shared.
 * @param {Template} template
 * @param {Occurrences} occurrences
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 * @returns {Alignment | null}
 */
export function align(template, occurrences, reading, lexicon) {
  const settings = lexicon.settings;
  const nodes = nodesOf(template, occurrences);
  const { insertion, substitution, reach } = settings;
  const { weights, markWeights, holesUntil } = template;
  const last = template.words.length - 1;
  const { marks } = reading;
  /** @type {number[]} */
  const scores = [];
  /** @type {number[]} */
  const back = [];
  let best = 0;
  let bestNode = -1;
  for (const [number, { place, word, likeness }] of nodes.entries()) {
    let score = 0;
    let previous = -1;
    const mark = markWeights[word] ?? 0;
    const here = marks[place] ?? "";
    if (word === 0 && mark && here.endsWith(template.after[0] ?? "")) score = mark;
    for (let other = number - 1; other > Math.max(-1, number - LOOK_BACK); other -= 1) {
      const { place: otherPlace, word: otherWord } = /** @type {Node} */ (nodes[other]);
      if (otherWord >= word || otherPlace >= place) continue;
      const extra = place - otherPlace - 1;
      const skipped = word - otherWord - 1;
      if (extra > reach) break;
      let link = scores[other] ?? 0;
      if ((holesUntil[word] ?? 0) > (holesUntil[otherWord] ?? 0)) {
        let fenced = true;
        if (skipped === 0 && mark) {
          fenced =
            (marks[otherPlace + 1] ?? "").startsWith(template.before[word] ?? "") &&
            here.endsWith(template.after[word] ?? "");
          if (fenced) link += mark;
        }
        link -= holeCost(extra - skipped, fenced, settings);
      } else if (extra || skipped) {
        link -= insertion * Math.max(0, extra - skipped) + substitution * (extra + skipped);
      } else if (mark && here === template.gaps[word]) {
        link += mark;
      }
      if (link > score) {
        score = link;
        previous = other;
      }
    }
    score += (weights[word] ?? 0) * likeness;
    scores.push(score);
    back.push(previous);
    const end = markWeights[last + 1] ?? 0;
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
  let least = 1;
  for (let at = bestNode; at >= 0; at = back[at] ?? -1) {
    const { place, word, likeness } = /** @type {Node} */ (nodes[at]);
    pairs.push([place, word]);
    least = Math.min(least, likeness);
  }
  return { template, pairs: pairs.reverse(), likeness: least, explained: best };
}

/**
 * @param {Template} template
 * @param {Occurrences} occurrences
 * @returns {Node[]}
 */
function nodesOf(template, occurrences) {
  /** @type {Node[]} */
  const nodes = [];
  for (const [word, positions] of template.positions) {
    const found = occurrences.get(word);
    if (!found) continue;
    for (const [index, place] of found.places.entries()) {
      const likeness = found.likenesses[index] ?? 0;
      for (const position of positions) nodes.push({ place, word: position, likeness });
    }
  }
  nodes.sort((one, two) => one.place - two.place || one.word - two.word);
  return nodes.slice(0, MOST_NODES);
}

/**
 * Return what the words inside a hole cost.
 * @param {number} words
 * @param {boolean} fenced
 * @param {Settings} settings
 * @returns {number}
 */
function holeCost(words, fenced, settings) {
  if (words <= 0) return 0;
  if (!fenced) return settings.unfenced_hole_word * words;
  const most = settings.hole_words;
  return settings.hole_word * Math.min(words, most) + settings.long_hole_word * Math.max(0, words - most);
}
