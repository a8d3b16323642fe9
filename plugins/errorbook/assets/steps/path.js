// The way through an entry's questions, as an address keeps it: "#a=5.2" is the second answer to question 5.
// What was pasted never stands there; "e=SHOP-0001" says whose questions they are where a page shows several,
// alone that somebody began with that one, and "o=like" that the error only looked like it.

const MOST_ANSWERS = 30;
const LONGEST_ANSWER = 80;
const ENTRY_ID = /^[A-Z][A-Z0-9]*-\d+$/;

/**
 * `begun` tells that an entry without answers is to be named, too.
 * @typedef {{entry: string, answers: string[], unsure?: boolean, begun?: boolean}} Path
 */

/**
 * Return what an answer is called in a path.
 * @param {string} question its step's anchor
 * @param {number} place of the answer, from 0
 * @returns {string}
 */
export function answerName(question, place) {
  return `${question.replace(/^step-/, "")}.${place + 1}`;
}

/**
 * Return the path in a fragment, which anybody may have written: names of answers, whether or not they exist.
 * @param {string} hash
 * @returns {Path}
 */
export function pathIn(hash) {
  const pairs = new Map(
    hash
      .replace(/^#/, "")
      .split("&")
      .map((pair) => /** @type {const} */ ([pair.slice(0, 2), pair.slice(2)])),
  );
  const entry = (pairs.get("e=") ?? "").toUpperCase();
  const answers = (pairs.get("a=") ?? "").split(",").filter((name) => /^[\w.-]+$/.test(name));
  return {
    entry: ENTRY_ID.test(entry) ? entry : "",
    answers: answers.filter(({ length }) => length <= LONGEST_ANSWER).slice(0, MOST_ANSWERS),
    ...(pairs.get("o=") === "like" && { unsure: true }),
  };
}

/**
 * Return a link with a path behind it; values that stand there stay, any other fragment goes.
 * @param {string} link
 * @param {Path} path
 * @returns {string}
 */
export function withPath(link, { entry, answers, unsure, begun }) {
  const [address = "", fragment = ""] = link.split("#");
  const values = fragment.split("&").filter((pair) => pair.startsWith("v."));
  const named = entry && (begun || answers.length > 0);
  const parts = [
    ...(named ? [`e=${entry}`] : []),
    ...(answers.length > 0 ? [`a=${answers.join(",")}`] : []),
    ...(named && unsure ? ["o=like"] : []),
    ...values,
  ];
  return parts.length > 0 ? `${address}#${parts.join("&")}` : address;
}
