// Which code stands beside a message, on its line or nearest: it says whose a common or short text is.

/** @typedef {import("./scoring.js").ScoredAlignment} ScoredAlignment */
/** @typedef {import("../words/tokens.js").Tokens} Tokens */

/** Characters between a message and the code that is its own. */
const FAR_CODE = 200;
/** @type {ReadonlySet<number>} */
const NO_PLACES = new Set();

/**
 * Tell whether the code beside a message is one of its entry's.
 * @param {ScoredAlignment} scored
 * @param {Tokens} tokens
 * @returns {boolean}
 */
export function hasCode(scored, tokens) {
  return nearestCode(scored, tokens).has(scored.alignment.template.entry);
}

/**
 * Return the entries whose code stands beside a message.
 * @param {ScoredAlignment} scored
 * @param {Tokens} tokens
 * @returns {ReadonlySet<number>}
 */
export function nearestCode({ start, end }, { paste, codes, normalised, starts, ends }) {
  if (!codes.length) return NO_PLACES;
  const [begin] = normalised.span(starts[start] ?? 0, ends[start] ?? 0);
  const [, stop] = normalised.span(starts[end - 1] ?? 0, ends[end - 1] ?? 0);
  /** @type {[lines: number, behind: number, size: number]} */
  let best = [Infinity, 0, 0];
  let found = NO_PLACES;
  for (const { start: first, end: after, codes: named } of codes) {
    const behind = first >= stop;
    // Words of the message itself are not beside it.
    if (!behind && after > begin) continue;
    const size = behind ? first - stop : begin - after;
    if (size > FAR_CODE) continue;
    const gap = behind ? paste.slice(stop, first) : paste.slice(after, begin);
    // On one line the nearest counts; of lines, the one before a message says what follows.
    const lines = gap.split("\n").length - 1;
    const far = /** @type {[number, number, number]} */ ([lines, behind && lines ? 1 : 0, size]);
    const nearer = far[0] - best[0] || far[1] - best[1] || far[2] - best[2];
    if (nearer < 0) [best, found] = [far, placesOfErrors(named)];
  }
  return found;
}

/**
 * Return the entries whose error a code is; one that stands around many errors is none's.
 * @param {import("../codes/codes.js").Code[]} codes
 * @returns {Set<number>}
 */
function placesOfErrors(codes) {
  return new Set(codes.filter(({ role }) => !role).map(({ place }) => place));
}
