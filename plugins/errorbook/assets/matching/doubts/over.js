// Tells whether the text around a message says that it did not come, or that it is over.

/** What stands between words that introduce a message and that: a colon, also on a line above, or a quote. */
export const INTRODUCES = ` ?(?::[^a-z0-9]{0,12}|["'(][^a-z0-9]{0,2})$`;
const ONE_NAMED = "(?: (?:an?|any|error|it|message|of|text|that|the|this|warning)){0,3}";
const IS_OVER = "behoben|cleared|closed|done|erledigt|fixed|gelost|geschlossen|resolved|solved";
/** What ends a message, counts none, or calls it no matter, in front of it. */
const OVER_BEFORE = [
  "(?<!never )(?<!not )(?<!n't )((?:ceased|quit|stopped)(?: to)?) (?:get(?:ting)?|giv(?:e|ing)" +
    "|rais(?:e|ing)|report(?:ing)?|return(?:ing)?|say(?:ing)?|see(?:ing)?|send(?:ing)?|show(?:ing)?" +
    `|throw(?:ing)?)${ONE_NAMED}${INTRODUCES}`,
  `(?:^|[^a-z])(eliminated|exclud(?:ed?|ing)|rid of|rul(?:ed?|ing) out)${ONE_NAMED}${INTRODUCES}`,
  String.raw`(?:^|[^a-z0-9 ] ?)(${IS_OVER}|dismissed|won.?t ?fix)(?:\]|\)| ?:| - )[^a-z0-9]{0,3}$`,
  String.raw`(?:^|[.!?:\n] ?|please |just |can )(disregard|ignore)(?: (?:it|that|the|this))?` +
    "(?: (?:error|message|one|text|warning))?(?:,? (?:it|that|this) was [a-z ]{1,20})?" +
    INTRODUCES,
  String.raw`(?<!no )(?<!not a )(false alarm|fehlalarm)(?![a-z])[^.!?\n]{0,60}$`,
  "(?:^|[^a-z0-9.,])((?:0|zero) ?(?:x|(?:hits|matches|results) for|occurrences of|times))" +
    "[ :]{0,2}[^a-z0-9]{0,3}$",
].map((pattern) => new RegExp(pattern));
const APPEARS =
  "(?:appear(?:ed)?|c[ao]me (?:again|back|up)|displayed|happen(?:ed)?|logged|occur(?:red)?|present|raised" +
  "|recur(?:red)?|reported|returned|seen|show(?:ed)? up|shown|there|thrown|turn(?:ed)? up)";
/** What denies a message, or counts none, behind it; 'was not seen before' says that it is new. */
const OVER_BEHIND = [
  String.raw`^[^\na-z0-9]{0,4}["')] (?:(?:error|message|text|warning) )?` +
    "((?:are|did|do|does|had|has|have|is|was|were|will)(?: not|n'?t| never)|never)" +
    `(?: (?:actually|be|been|even|ever)){0,2} ${APPEARS}(?![a-z])` +
    String.raw`(?![^\n.!?]{0,40}(?:before|earlier|previously|till|until|yesterday)(?![a-z]))`,
  String.raw`^[^\na-z0-9]{0,4}["')] (?:(?:error|message|text|warning) )?` +
    "(?:(?:had|has|have|is|just|now|was) ){0,2}" +
    "(absent|disappeared|gone away|missing from|stopped (?:appearing|coming|showing)|vanished|went away)" +
    String.raw`(?![^\n.!?]{0,40}(?:again|back)(?![a-z]))`,
  String.raw`^(?=[^\na-z0-9]{0,5}[:=(\[|-])[^\na-z0-9]{1,6}` +
    "((?:0|keine|no|null|zero) ?(?:cases|hits?|mal|matches|occurrences?|results?|times|treffer|x))" +
    "(?![a-z0-9])",
].map((pattern) => new RegExp(pattern));
const STRUCK = /(~~)[^a-z0-9~]{0,2}$/;
const STRUCK_BEHIND = /^[^a-z0-9~\n]{0,4}~~/;

/** The field that says how a message stands, on the line before it or behind. */
const STATUS_FIELD = String.raw`(?:resolution|stand|state|status|zustand)\** ?[:=] ?\**`;
const STATUS_ABOVE = new RegExp(
  String.raw`(?:^|[|,;] ?|\n[ \t]*[-*|]{0,2} ?)${STATUS_FIELD}([a-z]+)\**[,;]?[ \t]*(?:\n[ \t]*|[,;|] ?)` +
    String.raw`[-*|]{0,2} ?(?:[a-z ]{1,20}\** ?[:=])?[^a-z0-9]{0,4}$`,
);
const STATUS_BELOW = new RegExp(
  String.raw`^[^a-z0-9\n]{0,4}\n[ \t]*[-*|]{0,2} ?${STATUS_FIELD}([a-z]+)`,
);
const IS_OVER_ALONE = new RegExp(`^(?:${IS_OVER})$`);
/** What the cells of a row say of a record; of one in trouble another cell says nothing. */
const WELL = new RegExp(`^(?:${IS_OVER}|ok(?:ay)?|passed|success(?:ful)?|synced|synchronised)$`);
const IN_TROUBLE = new RegExp(
  "^(?:error|exception|fail|fehler|fehlgeschlagen|not |nicht |open|pending|rejected" +
    "|un(?:resolved|solved))",
);
const CELL_MARKS = "|\t;,";
const AROUND_CELL = /^[ \t"'*[\]()]+|[ \t"'*[\]()]+$/g;

const SEARCHED = /(?:^|[^a-z])(filter|find|query|search(?:ed)?(?: for| term)?|suche)[ :="']{1,4}$/;
const NONE_FOUND = new RegExp(
  "^[^a-z0-9]{1,8}(?:(?:0|keine|no|zero) (?:[a-z]{1,12} )?(?:entries|ergebnisse|hits?|items|match(?:es)?" +
    "|records?|results?|rows|treffer)|nichts gefunden|nothing found)(?![a-z])",
);
const NEXT_LINE = /^[^a-z0-9\n]{0,6}\n[^a-z0-9]{0,6}([^\n]*)/;
const NEVER_MIND = /^(never ?mind)(?:[.,!]|$)/;
const NOT_SURE = /\?|n't|(?:^|[^a-z])(?:again|but|how|if|never|no|not|still|unless|until|why)(?![a-z])/;
/** How the line below a message says that all is well. */
const WORKS = [
  new RegExp(
    "^(?:(?:all|it|that|this)(?:'s| is)? )?((?:behoben|erledigt|fixed|gelost|resolved|solved|sorted)" +
      "(?: it| now| that| this)?(?=[.!,:]|$)|(?:fine|gone|good|okay|ok|well|working|works) now)",
  ),
  new RegExp(
    "^(?:.{0,80}[^a-z])?(?:everything|it|retried|that|this)(?: all| has| then)?" +
      " ((?:goes|gone|went) through|is (?:fine|fixed|gone|good|ok|okay|resolved|solved) now|synced" +
      "|works? (?:fine )?now|worked this time)",
  ),
];

/**
 * Return the words around a message that say that it did not come, or is over; else nothing.
 * @param {string} above
 * @param {string} before
 * @param {string} behind
 * @returns {string}
 */
export function overAround(above, before, behind) {
  const introduction = above + before;
  const found = OVER_BEFORE.map((pattern) => pattern.exec(introduction)?.[1]);
  found.push(...OVER_BEHIND.map((pattern) => pattern.exec(behind)?.[1]));
  if (STRUCK_BEHIND.test(behind)) found.push(STRUCK.exec(before)?.[1]);
  if (NONE_FOUND.test(behind)) found.push(SEARCHED.exec(before)?.[1]);
  return found.find(Boolean) || statusOf(introduction, behind) || cellOf(before, behind) || wellBelow(behind);
}

/**
 * Return what a field on the line before a message, or else behind it, says of it: 'Status: Resolved'.
 * @param {string} introduction
 * @param {string} behind
 * @returns {string}
 */
function statusOf(introduction, behind) {
  const status = (STATUS_ABOVE.exec(introduction) ?? STATUS_BELOW.exec(behind))?.[1] ?? "";
  return IS_OVER_ALONE.test(status) ? status : "";
}

/**
 * Return the cell of a message's row that says that its record is well: '| SO-1 | … | Resolved |'.
 * @param {string} before
 * @param {string} behind
 * @returns {string}
 */
function cellOf(before, behind) {
  const head = before.replace(/["'(* ]+$/, "");
  const rest = (behind.split("\n")[0] ?? "").replace(/^[.!?"')* ]+/, "");
  const last = head.slice(-1);
  const first = rest.slice(0, 1);
  const separator = first && CELL_MARKS.includes(first) ? first : last;
  if (!separator || !CELL_MARKS.includes(separator)) return "";
  // A sentence has a blank behind its comma, a table of values has none.
  const spaced = first === separator ? rest[1] === " " : / ["'(*]*$/.test(before);
  if (",;".includes(separator) && spaced) return "";
  const row = last === separator ? head.split(separator) : [];
  if (first === separator) row.push(...rest.split(separator));
  const cells = row.map((cell) => cell.replace(AROUND_CELL, ""));
  return cells.some((cell) => IN_TROUBLE.test(cell)) ? "" : (cells.find((cell) => WELL.test(cell)) ?? "");
}

/**
 * Return the words with which the line below a message says that all is well now; else nothing.
 * @param {string} behind
 * @returns {string}
 */
function wellBelow(behind) {
  const line = NEXT_LINE.exec(behind)?.[1] ?? "";
  const neverMind = NEVER_MIND.exec(line)?.[1];
  if (neverMind || NOT_SURE.test(line)) return neverMind ?? "";
  return WORKS.map((pattern) => pattern.exec(line)?.[1]).find(Boolean) ?? "";
}
