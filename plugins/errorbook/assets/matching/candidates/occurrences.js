// Where the words of templates occur in a stretch of a paste. One object is filled again for each stretch,
// and words are numbers: a log has thousands of stretches.

/** @typedef {import("../index/compiled-templates.js").Template} Template */
/** @typedef {import("../words/tokens.js").Tokens} Tokens */

/** How many pairs of like words an alignment looks at. */
export const MOST_NODES = 600;

/** Template words to the places in a stretch that they may stand at. */
export class Occurrences {
  /** @type {number[]} */
  #places = [];
  /** @type {number[]} */
  #words = [];
  /** @type {number[]} */
  #similarities = [];
  /** Counts the stretches and templates, so that what was noted for an earlier one is known as stale. */
  #now = 0;
  /** Per word, the template last asked for that has it, and which of its words it is. */
  #noted;
  #slots;

  /**
   * Prepare for so many words.
   * @param {number} vocabulary
   */
  constructor(vocabulary) {
    /**
     * The words that occur, each once.
     * @type {number[]}
     */
    this.words = [];
    /** How often each of these words occurs, and how like it is at best. */
    this.times = new Int32Array(vocabulary);
    this.best = new Float64Array(vocabulary);
    /** What nodesOf found: places in the paste and in the template, and how like the words are. */
    this.nodePlaces = new Int32Array(MOST_NODES);
    this.nodeWords = new Int32Array(MOST_NODES);
    this.nodeLikenesses = new Float64Array(MOST_NODES);
    this.#noted = new Int32Array(vocabulary);
    this.#slots = new Int32Array(vocabulary);
  }

  /**
   * Note the words of a stretch that no finding explains.
   * @param {Tokens} tokens
   * @param {number} start
   * @param {number} end
   */
  read(tokens, start, end) {
    for (const word of this.words) this.times[word] = 0;
    this.words.length = this.#places.length = this.#words.length = this.#similarities.length = 0;
    for (let place = start; place < end; place += 1) {
      if (tokens.explained[place]) continue;
      for (const { word, similarity } of tokens.similarities[place] ?? []) {
        this.#places.push(place);
        this.#words.push(word);
        this.#similarities.push(similarity);
        const times = this.times[word] ?? 0;
        if (!times) this.words.push(word);
        this.best[word] = times ? Math.max(this.best[word] ?? 0, similarity) : similarity;
        this.times[word] = times + 1;
      }
    }
  }

  /**
   * Find the pairs of like words of a template and the stretch, in order; return how many there are.
   * @param {Template} template
   * @returns {number}
   */
  nodesOf(template) {
    this.#now += 1;
    for (let slot = 0; slot < template.numbers.length; slot += 1) {
      const word = template.numbers[slot] ?? 0;
      this.#noted[word] = this.#now;
      this.#slots[word] = slot;
    }
    let count = 0;
    for (let index = 0; index < this.#words.length; index += 1) {
      const word = this.#words[index] ?? 0;
      if (this.#noted[word] !== this.#now) continue;
      const place = this.#places[index] ?? 0;
      const similarity = this.#similarities[index] ?? 0;
      const spots = template.spots[this.#slots[word] ?? 0] ?? [];
      for (let spot = 0; spot < spots.length; spot += 1) {
        this.#insert(count, place, spots[spot] ?? 0, similarity);
        if (count < MOST_NODES) count += 1;
      }
    }
    return count;
  }

  /**
   * Insert a pair in its order; the last is dropped when there is no room.
   * @param {number} at
   * @param {number} place
   * @param {number} word
   * @param {number} similarity
   */
  #insert(at, place, word, similarity) {
    const { nodePlaces, nodeWords, nodeLikenesses } = this;
    for (; at > 0 && nodePlaces[at - 1] === place && (nodeWords[at - 1] ?? 0) > word; at -= 1) {
      if (at === MOST_NODES) continue;
      nodePlaces[at] = place;
      nodeWords[at] = nodeWords[at - 1] ?? 0;
      nodeLikenesses[at] = nodeLikenesses[at - 1] ?? 0;
    }
    if (at === MOST_NODES) return;
    nodePlaces[at] = place;
    nodeWords[at] = word;
    nodeLikenesses[at] = similarity;
  }
}
