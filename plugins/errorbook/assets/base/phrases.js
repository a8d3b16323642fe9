// What the lookup says, in words that do not change: numbers, outcomes and the summary of an answer.

/** @typedef {import("./shapes.js").Finding} Finding */

/** What is said when nothing was found. */
export const UNKNOWN_TITLE = "We don't know this one";
const OUTCOMES = { is: "This is", like: "Looks like" };

/**
 * Return the words before a title.
 * @param {"is" | "like"} outcome
 * @returns {string}
 */
export function outcomeWords(outcome) {
  return OUTCOMES[outcome];
}

/** What is said before entries that a description may tell of: never that one is the answer. */
export const SUGGESTED = { describes: "You describe", perhaps: "Perhaps one of these" };

/**
 * Return the line that sums up suggestions.
 * @param {import("./shapes.js").Answer} answer
 * @returns {string}
 */
export function suggestionWords({ suggestions, entries }) {
  const titles = suggestions.map(({ id }) => entries[id]?.title ?? id);
  const outcome = suggestions[0]?.outcome ?? "perhaps";
  return `${SUGGESTED[outcome]}: ${outcome === "describes" ? titles[0] : titles.join("; ")}`;
}

/**
 * Return a number as people write it.
 * @param {number} number
 * @returns {string}
 */
export function numberWords(number) {
  return number.toLocaleString("en");
}

/**
 * Return "1 error" or "17 errors".
 * @param {number} number
 * @param {string} noun
 * @returns {string}
 */
export function counted(number, noun) {
  return `${numberWords(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/**
 * Return a file's size: "640 bytes", "12 KB", "3.4 MB".
 * @param {number} bytes
 * @returns {string}
 */
export function sizeWords(bytes) {
  if (bytes < 1000) return counted(bytes, "byte");
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

/**
 * Return the line that sums up what was found; `groups` are findings of which one each is right.
 * @param {Finding[]} findings
 * @param {number[][]} groups
 * @param {string} title of the first finding
 * @returns {string}
 */
export function summaryWords(findings, groups, title) {
  const [first] = findings;
  if (!first) return UNKNOWN_TITLE;
  if (groups.length === 1) {
    if (findings.length > 1) return `Looks like one of ${findings.length} problems`;
    const times = first.count > 1 ? `, ${numberWords(first.count)} times` : "";
    return first.outcome === "is" ? `1 problem found${times}: ${title}` : `Looks like: ${title}${times}`;
  }
  const errors = groups.reduce((sum, group) => sum + (findings[group[0] ?? 0]?.count ?? 1), 0);
  const problems = `${groups.length} different problems`;
  return errors > groups.length ? `${problems} in ${counted(errors, "error")}` : problems;
}
