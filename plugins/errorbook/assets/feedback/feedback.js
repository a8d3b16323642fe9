// What "Did this fix it?" passes on, and where: fixed words about a page, never anything from a paste.

import { say } from "../base/words.js";

/**
 * Where answers go, as the people who run the site set it.
 * @typedef {{kind: "mailto" | "issue" | "endpoint", to: string}} Sink
 *
 * An answer about an entry; `reason` is one of the REASONS where the answer is no, `path` names the answers
 * taken to its questions.
 * @typedef {{id: string, reviewed: string, path: string, fixed: boolean, reason: string}} Opinion
 */

/**
 * Why a page did not help, in words short enough for a button.
 * @type {import("../base/words.js").Key[]}
 */
export const REASONS = [
  "feedback.other_error",
  "feedback.step",
  "feedback.unclear",
  "feedback.screen",
  "feedback.else",
];

/**
 * Return the sink that an element of the page names, or nothing where the site has none.
 * @param {DOMStringMap} data
 * @returns {Sink | null}
 */
export function sinkOf({ feedbackKind: kind, feedbackTo: to }) {
  if (!to || (kind !== "mailto" && kind !== "issue" && kind !== "endpoint")) return null;
  return { kind, to };
}

/**
 * Return an opinion as the fields that are sent.
 * @param {Opinion} opinion
 * @returns {Record<string, string>}
 */
export function opinionFields({ id, reviewed, path, fixed, reason }) {
  return {
    page: id,
    ...(reviewed && { reviewed }),
    ...(path && { path }),
    fixed: fixed ? "yes" : "no",
    ...(!fixed && reason && { reason }),
  };
}

/**
 * Return an opinion as people read it, which is exactly what is sent.
 * @param {Opinion} opinion
 * @returns {string}
 */
export function opinionText(opinion) {
  return Object.entries(opinionFields(opinion))
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

/**
 * Return the address that opens a mail draft or a new issue with an opinion in it.
 * @param {Sink} sink
 * @param {Opinion} opinion
 * @returns {string}
 */
export function draftAddress({ kind, to }, opinion) {
  const title = say(opinion.fixed ? "feedback.fixed" : "feedback.not_fixed", { id: opinion.id });
  const body = opinionText(opinion);
  if (kind === "mailto") {
    // Mail programs take a plus sign for what it is, and lines end as in mails.
    const lines = encodeURIComponent(body.replaceAll("\n", "\r\n"));
    return `mailto:${to}?subject=${encodeURIComponent(title)}&body=${lines}`;
  }
  const address = new URL(to);
  address.searchParams.set("title", title);
  address.searchParams.set("body", body);
  return address.href;
}
