// What a heading announces, looked up as a description; describing/announced.py is its twin.

/** @typedef {import("../base/shapes.js").Finding} Finding */
/** @typedef {import("../matching/settings.js").Entry} Entry */

/**
 * Return entries of the same system that a text may tell of, where only headings were found in it.
 * @param {string} text
 * @param {Finding[]} findings
 * @param {(id: string) => Entry | undefined} entry
 * @param {import("./suggester.js").Suggester} suggester
 * @returns {import("./suggester.js").Suggestion[]}
 */
export function announced(text, findings, entry, suggester) {
  if (!findings.every((finding) => isHeading(finding, entry(finding.id)))) return [];
  const suggestions = suggester.suggest(unexplained(text, findings));
  const found = findings.map(({ id }) => id);
  // Where the best is what was found, the text behind the heading only says it again.
  if (suggestions.slice(0, 1).some(({ id }) => found.includes(id))) return [];
  const theirs = new Set(found.map((id) => entry(id)?.system));
  return suggestions
    .filter(({ id }) => !found.includes(id) && systemsOf(entry(id)).some((system) => theirs.has(system)))
    .map(({ id, score }) => ({ id, outcome: "perhaps", score }));
}

/**
 * @param {Entry | undefined} entry
 * @returns {(string | undefined)[]}
 */
function systemsOf(entry) {
  return [entry?.system, ...(entry?.with ?? [])];
}

/**
 * @param {Finding} finding
 * @param {Entry | undefined} entry
 * @returns {boolean}
 */
function isHeading({ message }, entry) {
  return entry?.messages?.[message]?.[1] === "heading";
}

/**
 * Return what the findings leave of a text.
 * @param {string} text
 * @param {Finding[]} findings
 * @returns {string}
 */
function unexplained(text, findings) {
  const parts = [];
  let end = 0;
  const spans = findings.flatMap((finding) => finding.spans);
  for (const [start, stop] of spans.sort(([one], [other]) => one - other)) {
    parts.push(text.slice(end, start));
    end = Math.max(end, stop);
  }
  return [...parts, text.slice(end)].join("\n");
}
