// Where findings stand in a paste: passages to mark, and which findings explain the same words.

/** @typedef {import("../base/shapes.js").Finding} Finding */
/** @typedef {import("../base/shapes.js").Span} Span */

/**
 * A stretch of the paste that one finding explains; `pieces` are its marked parts.
 * @typedef {{start: number, end: number, finding: number, pieces: Span[]}} Passage
 *
 * A part of the paste as it is shown: a passage, plain text, or what is left out.
 * @typedef {{kind: "passage", passage: Passage} | {kind: "text" | "gap", start: number, end: number}} Stretch
 */

// Words of one message stand close together, on one line; further apart it is the next occurrence.
const WIDEST_GAP = 60;
// So much of its beginning tells a message from its own other words.
const SIGN = 12;
// No message has more words and values; browsers draw an endless passage in time by the square of its length.
const MOST_PIECES = 40;

/**
 * Return the findings in groups: those in one group explain the same words, and at most one is right.
 * @param {Finding[]} findings
 * @returns {number[][]}
 */
export function alternatives(findings) {
  /** @type {number[][]} */
  const groups = [];
  findings.forEach((finding, number) => {
    const same = groups.find((group) => group.some((other) => sameWords(finding, findings[other])));
    if (same) same.push(number);
    else groups.push([number]);
  });
  return groups;
}

/**
 * @param {Finding} one
 * @param {Finding | undefined} other
 * @returns {boolean}
 */
function sameWords(one, other) {
  const [first] = one.spans;
  return Boolean(first && other?.spans.some(([start, end]) => start < first[1] && first[0] < end));
}

/**
 * Return the passages to mark, in the order of the paste, none within another.
 * @param {string} paste
 * @param {Finding[]} findings
 * @returns {Passage[]}
 */
export function passagesOf(paste, findings) {
  const leads = new Set(alternatives(findings).map((group) => group[0]));
  const found = findings.flatMap((finding, number) =>
    leads.has(number) ? findingPassages(paste, finding.spans, number) : [],
  );
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  let reached = 0;
  return found.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

/**
 * @param {string} paste
 * @param {Span[]} spans
 * @param {number} finding
 * @returns {Passage[]}
 */
function findingPassages(paste, spans, finding) {
  /** @type {Passage[]} */
  const passages = [];
  for (const span of [...spans].sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const [start, end] = span;
    const last = passages.at(-1);
    if (!last || start - last.end > WIDEST_GAP || isNext(paste, last, span)) {
      if (!last || start >= last.end) passages.push({ start, end, finding, pieces: [span] });
    } else if (start >= last.end) {
      last.end = end;
      last.pieces.push(span);
    }
  }
  return passages;
}

/**
 * Tell whether a span begins the message anew, rather than going on with it: beginnings of a word or two
 * stand for that only on another line.
 * @param {string} paste
 * @param {Passage} last
 * @param {Span} span
 * @returns {boolean}
 */
function isNext(paste, last, [start, end]) {
  if (last.pieces.length === MOST_PIECES) return true;
  const sign = paste.slice(start, Math.min(end, start + SIGN));
  const [from = 0, to = 0] = last.pieces[0] ?? [];
  if (sign !== paste.slice(from, Math.min(to, from + SIGN))) return false;
  return sign.length === SIGN || paste.slice(last.end, start).includes("\n");
}

/**
 * Return what to show of a paste: the passages, what is near them, and gaps for the rest.
 * @param {string} paste
 * @param {Passage[]} passages
 * @param {number} context characters to show before and after a passage; a line's beginning ends it
 * @returns {Stretch[]}
 */
export function excerpt(paste, passages, context) {
  /** @type {Stretch[]} */
  const stretches = [];
  let position = 0;
  let kept = 0;
  const upTo = (/** @type {number} */ end) => {
    // What follows a passage belongs to it as far as the context reaches; then there may be a gap.
    const near = Math.min(kept, end);
    addStretch(stretches, "text", position, near);
    position = Math.max(position, near);
  };
  for (const passage of passages) {
    upTo(passage.start);
    const from = contextStart(paste, passage.start, context);
    if (from > position) {
      addStretch(stretches, "gap", position, from);
      position = from;
    }
    addStretch(stretches, "text", position, passage.start);
    stretches.push({ kind: "passage", passage });
    position = passage.end;
    kept = contextEnd(paste, passage.end, context);
  }
  upTo(paste.length);
  addStretch(stretches, "gap", position, paste.length);
  return stretches;
}

/**
 * @param {Stretch[]} stretches
 * @param {"text" | "gap"} kind
 * @param {number} start
 * @param {number} end
 */
function addStretch(stretches, kind, start, end) {
  if (end > start) stretches.push({ kind, start, end });
}

/**
 * @param {string} paste
 * @param {number} place
 * @param {number} context
 * @returns {number}
 */
function contextStart(paste, place, context) {
  const earliest = Math.max(0, place - context);
  const line = paste.lastIndexOf("\n", place - 1) + 1;
  return Math.max(earliest, place > 0 ? line : 0);
}

/**
 * @param {string} paste
 * @param {number} place
 * @param {number} context
 * @returns {number}
 */
function contextEnd(paste, place, context) {
  const line = paste.indexOf("\n", place);
  return Math.min(place + context, line === -1 ? paste.length : line + 1);
}
