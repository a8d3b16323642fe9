// Which templates use a word: in flat lists, because an index is read while somebody waits.

/** @typedef {import("../settings.js").Settings} Settings */

const FIRST_ROOM = 4096;

/**
 * The words of templates, and the templates of words. A template goes by its number, and so does a posting: a
 * word in a template. A template's postings lie side by side, a word's are chained; 0 ends the chain.
 */
export class Postings {
  /**
   * Per template: its entry, the place of its text among the entry's, and the weight of its words and marks.
   * @type {number[]}
   */
  entries = [];
  /** @type {number[]} */
  messages = [];
  /**
   * Its number among all wordings, which in an index of shards is another one.
   * @type {number[]}
   */
  order = [];
  /** @type {number[]} */
  totals = [];
  /** @type {number[]} */
  marks = [];
  /**
   * The weight of words that must be there for it to be kept beside others.
   * @type {number[]}
   */
  needed = [];
  /**
   * The same for a part of it that was cut off, where that is less.
   * @type {number[]}
   */
  neededPart = [];
  /**
   * Its first posting; the rarest words come first.
   * @type {number[]}
   */
  begins = [1];

  /**
   * @param {number[]} weights of all words
   * @param {Settings} settings
   * @param {number} rarest what a word weighs that a single entry uses
   * @param {number} [room] for so many words of templates, where that is known: growing takes time
   */
  constructor(weights, settings, rarest, room = FIRST_ROOM) {
    this.weights = weights;
    this.share = Math.sqrt(settings.keep);
    this.part = settings.part_weight * rarest;
    /** Per word, its first posting; the first without which a template cannot be kept, or a part of it. */
    this.first = new Int32Array(weights.length);
    this.firstTelling = new Int32Array(weights.length);
    this.firstTellingPart = new Int32Array(weights.length);
    /** Per word, how many templates use it. */
    this.users = new Int32Array(weights.length);
    /** Per posting: its word, its template, how often it is used there, the weight of it and those after. */
    this.words = new Int32Array(room + 1);
    this.templates = new Int32Array(room + 1);
    this.uses = new Int32Array(room + 1);
    this.left = new Float64Array(room + 1);
    /** The next posting of the same word; the next without which the template, or a part, cannot be kept. */
    this.next = new Int32Array(room + 1);
    this.nextTelling = new Int32Array(room + 1);
    this.nextTellingPart = new Int32Array(room + 1);
  }

  /** How many templates there are. */
  get size() {
    return this.entries.length;
  }

  /**
   * Add a template.
   * @param {{entry: number, message: number, order: number, marks: number}} wording its place and its marks
   * @param {number[]} words its words in order, among others
   * @param {number} start where they begin
   * @param {number} end and where they end
   */
  add({ entry, message, order, marks }, words, start, end) {
    const { weights } = this;
    const template = this.entries.push(entry) - 1;
    this.messages.push(message);
    this.order.push(order);
    const begin = this.begins[template] ?? 0;
    while (begin + end - start > this.words.length) this.#grow();
    let last = begin;
    let left = 0;
    for (let index = start; index < end; index += 1) {
      const word = words[index] ?? 0;
      left += weights[word] ?? 0;
      last += this.#list(begin, last, word);
    }
    this.begins.push(last);
    const needed = this.share * (left + marks) - marks;
    this.totals.push(left + marks);
    this.marks.push(marks);
    this.needed.push(needed);
    const neededPart = Math.min(needed, this.part - marks);
    this.neededPart.push(neededPart);
    for (let posting = begin; posting < last; posting += 1) {
      const word = this.words[posting] ?? 0;
      this.templates[posting] = template;
      this.left[posting] = left;
      this.next[posting] = this.first[word] ?? 0;
      this.first[word] = posting;
      this.users[word] = (this.users[word] ?? 0) + 1;
      if (left >= needed) {
        this.nextTelling[posting] = this.firstTelling[word] ?? 0;
        this.firstTelling[word] = posting;
      }
      if (left >= neededPart) {
        this.nextTellingPart[posting] = this.firstTellingPart[word] ?? 0;
        this.firstTellingPart[word] = posting;
      }
      left -= (this.uses[posting] ?? 0) * (weights[word] ?? 0);
    }
  }

  /**
   * Put a word among those of a template, by weight; return how many postings that adds.
   * @param {number} begin
   * @param {number} end
   * @param {number} word
   * @returns {0 | 1}
   */
  #list(begin, end, word) {
    const { words, uses, weights } = this;
    for (let posting = begin; posting < end; posting += 1) {
      if (words[posting] !== word) continue;
      uses[posting] = (uses[posting] ?? 0) + 1;
      return 0;
    }
    // Few words each: inserting one by one is quicker than a sort that calls back.
    const weight = weights[word] ?? 0;
    let at = end;
    for (; at > begin && (weights[words[at - 1] ?? 0] ?? 0) < weight; at -= 1) {
      words[at] = words[at - 1] ?? 0;
      uses[at] = uses[at - 1] ?? 0;
    }
    words[at] = word;
    uses[at] = 1;
    return 1;
  }

  #grow() {
    const size = 2 * this.words.length;
    const wider = (/** @type {Int32Array} */ list) => {
      const wide = new Int32Array(size);
      wide.set(list);
      return wide;
    };
    this.words = wider(this.words);
    this.templates = wider(this.templates);
    this.uses = wider(this.uses);
    this.next = wider(this.next);
    this.nextTelling = wider(this.nextTelling);
    this.nextTellingPart = wider(this.nextTellingPart);
    const left = new Float64Array(size);
    left.set(this.left);
    this.left = left;
  }
}
