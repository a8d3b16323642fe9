// What somebody saves of a text that no entry explains: a file that `errorbook new --from-triage` reads, with
// nothing in it but what stands in the message to whoever helps.

import { actionButton, make } from "../base/dom.js";
import { announce } from "../base/clipboard.js";
import { say } from "../base/words.js";
import { WORD_BLANK, numberBlank } from "../share/masked-text.js";

const SAVED_AS = "unknown-error.json";
const KEPT_FOR = 10_000;
const LABELS = /** @type {const} */ (["draft.where", "draft.doing", "draft.since"]);

/**
 * Return a button that saves a message as a file for the authors, and where it says what came of that.
 * @param {() => string} text of the message, with its blanks
 * @returns {HTMLElement[]}
 */
export function saveTool(text) {
  const said = make("p", { hidden: "" });
  const button = actionButton(say("draft.save"), "eb-button eb-button--quiet eb-button--small", () => {
    const saved = savedText(text());
    if (saved) download(saved);
    said.textContent = saved ? say("draft.saved", { name: SAVED_AS }) : say("draft.no_text");
    said.hidden = false;
    announce(said.textContent);
  });
  return [button, said];
}

/** @param {string} saved */
function download(saved) {
  const url = URL.createObjectURL(new Blob([saved], { type: "application/json" }));
  make("a", { href: url, download: SAVED_AS }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_FOR);
}

/**
 * Return the file's text; nothing where the message holds no text of an error.
 * @param {string} message
 * @returns {string}
 */
export function savedText(message) {
  const labels = LABELS.map((key) => say(key));
  const ours = new Set([say("draft.greeting"), say("draft.text")]);
  const lines = message.split("\n").map((line) => line.trim());
  const told = lines.filter((line) => labels.some((label) => line.startsWith(label)));
  const notes = told.filter((line) => !labels.includes(line));
  const error = lines.filter((line) => line && !ours.has(line) && !told.includes(line)).join("\n");
  const proposal = { message: withExamples(error), system: "", notes: notes.join("\n") };
  return error && `${JSON.stringify({ proposals: [proposal] }, null, 2)}\n`;
}

/**
 * Return a text with something in its blanks that becomes a hole again: a number, and a text in quotes.
 * @param {string} text
 * @returns {string}
 */
function withExamples(text) {
  const pieces = text.replaceAll(numberBlank(), "7").split(WORD_BLANK);
  return pieces.reduce((before, after) => {
    const isQuoted = /['"\u2018\u201c]$/.test(before);
    return `${before}${isQuoted ? "Example" : '"Example"'}${after}`;
  });
}
