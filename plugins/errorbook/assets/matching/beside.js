// What the codes in a paste say beside the messages that were found in it.

import { stretchOf } from "./findings.js";

/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./mentions.js").Mention} Mention */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./search.js").Occurrence} Occurrence */

/**
 * Return the occurrences that are more than a code's words, and entries whose codes say otherwise.
 * @param {Occurrence[]} occurrences
 * @param {Mention[]} mentions
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 * @returns {{kept: Occurrence[], codes: {place: number, start: number, end: number}[]}}
 */
export function besideMessages(occurrences, mentions, reading, lexicon) {
  if (!mentions.length) return { kept: occurrences, codes: [] };
  const kept = occurrences.filter((item) => !isInCode(item, mentions, reading));
  const stretches = kept.map((item) => stretchOf(item, reading));
  /** @type {{place: number, start: number, end: number}[]} */
  const found = [];
  for (const { start, end, codes, sure } of mentions) {
    // A code in a message is a part of it.
    if (stretches.some(([first, last]) => first <= start && end <= last)) continue;
    for (const code of codes) {
      if (kept.length && !(sure && contradicts(code, kept, lexicon))) continue;
      found.push({ place: code.place, start, end });
    }
  }
  // What only announces an error stands back behind a code that says which.
  const headings = kept.every((item) => item.judgement.alignment.template.role === "heading");
  return { kept: found.length && headings ? [] : kept, codes: found };
}

/**
 * Tell whether an occurrence is made of a code's own words, as 'no route' in 'rest_no_route'.
 * @param {Occurrence} item
 * @param {Mention[]} mentions
 * @param {Reading} reading
 * @returns {boolean}
 */
function isInCode(item, mentions, reading) {
  if (item.outcome === "is" || item.judgement.alignment.template.role === "full") return false;
  const [start, end] = stretchOf(item, reading);
  return mentions.some((mention) => mention.sure && mention.start <= start && end <= mention.end);
}

/**
 * Tell whether the messages found are of other systems, or have codes and not this one.
 * @param {import("./codes.js").Code} code
 * @param {Occurrence[]} kept
 * @param {Lexicon} lexicon
 * @returns {boolean}
 */
function contradicts({ known, text, role }, kept, { entries }) {
  if (role) return false;
  return kept.every((item) => {
    const { system = "", codes = [] } = entries[item.judgement.alignment.template.entry] ?? {};
    const own = codes.map(([, code]) => code);
    return !own.includes(text) && (system !== known || own.length > 0);
  });
}
