// Characters in numbers: no string per character, and where in the paste each came from.

/** Characters with the places in the paste that they stand for. */
export class Stream {
  /** @param {number} capacity */
  constructor(capacity) {
    this.codes = new Uint16Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.length = 0;
  }

  /**
   * Add one.
   * @param {number} code
   * @param {number} start
   * @param {number} end
   */
  add(code, start, end) {
    const at = this.length;
    this.codes[at] = code;
    this.starts[at] = start;
    this.ends[at] = end;
    this.length = at + 1;
  }

  /**
   * Return them as one text.
   * @returns {string}
   */
  text() {
    return textOf(this.codes, this.length);
  }
}

/**
 * Return the text that codes stand for.
 * @param {Uint16Array} codes
 * @param {number} length
 * @returns {string}
 */
export function textOf(codes, length) {
  const pieces = [];
  for (let start = 0; start < length; start += 8192) {
    const piece = codes.subarray(start, Math.min(length, start + 8192));
    pieces.push(String.fromCharCode.apply(null, /** @type {any} */ (piece)));
  }
  return pieces.join("");
}

/**
 * Return the match of a sticky pattern at a place.
 * @param {RegExp} pattern
 * @param {string} text
 * @param {number} position
 * @returns {RegExpExecArray | null}
 */
export function matchAt(pattern, text, position) {
  pattern.lastIndex = position;
  return pattern.exec(text);
}
