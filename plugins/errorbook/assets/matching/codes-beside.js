// What the codes in a paste say beside the messages that were found in it.

import { isTellingCode } from "./codes/mentions.js";
import { stretch } from "./findings.js";

/** @typedef {import("./index/inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./codes/mentions.js").Mention} Mention */
/** @typedef {import("./words/tokens.js").Tokens} Tokens */
/** @typedef {import("./search.js").Occurrence} Occurrence */

/**
 * Return the occurrences that are more than a code's words, and entries whose codes say otherwise.
 * @param {Occurrence[]} occurrences
 * @param {Mention[]} mentions
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {{kept: Occurrence[], codes: {place: number, start: number, end: number}[]}}
 */
export function besideMessages(occurrences, mentions, tokens, inverted) {
  if (!mentions.length) return { kept: occurrences, codes: [] };
  const kept = occurrences.filter((item) => !isInCode(item, mentions, tokens));
  const stretches = kept.map((item) => stretch(item, tokens));
  // What only announces an error stands back behind a code that says which.
  const headings = kept.every((item) => item.scored.alignment.template.role === "heading");
  const systems = new Set(kept.map((item) => inverted.entries[item.scored.alignment.template.entry]?.system));
  /** @type {{place: number, start: number, end: number}[]} */
  const found = [];
  for (const mention of mentions) {
    const { start, end, codes, sure } = mention;
    // A code in a message is a part of it.
    if (stretches.some(([first, last]) => first <= start && end <= last)) continue;
    for (const code of ofSystems(codes, systems)) {
      const specific = headings && !code.role;
      if (kept.length && !specific && !(sure && contradicts(code, mention, kept, inverted))) continue;
      found.push({ place: code.place, start, end });
    }
  }
  return { kept: found.length && headings ? [] : kept, codes: found };
}

/**
 * Return what a code means in the systems that were found, or all that it means where that is nothing.
 * @param {import("./codes/codes.js").Code[]} codes
 * @param {Set<string | undefined>} systems
 * @returns {import("./codes/codes.js").Code[]}
 */
function ofSystems(codes, systems) {
  const theirs = codes.filter(({ known }) => systems.has(known));
  return theirs.length ? theirs : codes;
}

/**
 * Tell whether an occurrence is made of another entry's code, as 'no route' in 'rest_no_route'.
 * @param {Occurrence} item
 * @param {Mention[]} mentions
 * @param {Tokens} tokens
 * @returns {boolean}
 */
function isInCode(item, mentions, tokens) {
  const { entry, role } = item.scored.alignment.template;
  if (item.outcome === "is" || ["full", "short"].includes(role)) return false;
  const [first, last] = stretch(item, tokens);
  return mentions.some(
    ({ start, end, codes, sure }) =>
      sure && start <= first && last <= end && codes.some((code) => code.place !== entry),
  );
}

/**
 * Tell whether the messages found are of other systems, or have codes and not this one.
 * A number may stand with a message that declares none, and so may a code of several errors; a code of
 * words that one error of a system has says something of its own.
 * @param {import("./codes/codes.js").Code} code
 * @param {Mention} mention
 * @param {Occurrence[]} kept
 * @param {InvertedIndex} inverted
 * @returns {boolean}
 */
function contradicts({ known, text, role }, mention, kept, { entries }) {
  if (role) return false;
  const one = mention.codes.filter((other) => other.known === known).length === 1;
  const telling = one && isTellingCode(text, text);
  return kept.every((item) => {
    const { system = "", codes = [] } = entries[item.scored.alignment.template.entry] ?? {};
    const own = codes.map(([, code]) => code);
    return !own.includes(text) && (system !== known || own.length > 0 || telling);
  });
}
