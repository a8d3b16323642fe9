// A copied reply written down: as plain text, and as HTML with every text escaped.

import { say } from "../base/words.js";

/** @typedef {import("./reply.js").Block} Block */
/** @typedef {import("./reply.js").WrittenStep} WrittenStep */

/** An address at the very end of a text: there our own words put it. */
export const LINK_AT_END = /https?:\/\/\S+$/;

/**
 * Return blocks as plain text; blocks are parted by an empty line, but a list follows its heading.
 * @param {Block[]} blocks
 * @returns {string}
 */
export function plainText(blocks) {
  let text = "";
  for (const block of blocks) {
    const written = block.kind === "text" ? block.text : plainSteps(block.steps, "").join("\n");
    const parted = text.endsWith(":") && block.kind === "steps" ? "\n" : "\n\n";
    text += (text && parted) + written;
  }
  return text;
}

/**
 * Return blocks as HTML for the clipboard: paragraphs and numbered lists, without any style.
 * @param {Block[]} blocks
 * @returns {string}
 */
export function htmlText(blocks) {
  return blocks
    .map((block) => (block.kind === "text" ? `<p>${linked(block.text)}</p>` : htmlSteps(block.steps)))
    .join("");
}

/**
 * Return a step's text behind what was answered: "Is it used? No. Then: Map another."
 * @param {WrittenStep} step
 * @returns {string}
 */
function stepText({ answered, text }) {
  return answered.length > 0 ? `${answered.join(" ")} ${say("reply.then")} ${text}` : text;
}

/**
 * @param {WrittenStep[]} steps
 * @param {string} indent
 * @returns {string[]}
 */
function plainSteps(steps, indent) {
  return steps.flatMap((step, place) => {
    const { notes, branches } = step;
    const number = `${place + 1}. `;
    const inside = indent + " ".repeat(number.length);
    return [
      `${indent}${number}${stepText(step)}`,
      ...notes.flatMap((note) =>
        typeof note === "string"
          ? [inside + note]
          : note.code.split("\n").map((line) => `${inside}    ${line}`),
      ),
      ...branches.flatMap(({ answer, steps: following }) => [
        `${inside}${answer}:`,
        ...plainSteps(following, `${inside}  `),
      ]),
    ];
  });
}

/**
 * @param {WrittenStep[]} steps
 * @returns {string}
 */
function htmlSteps(steps) {
  const items = steps.map((step) => {
    const { notes, branches } = step;
    const answers = branches.map(
      ({ answer, steps: following }) => `<li>${escaped(answer)}:${htmlSteps(following)}</li>`,
    );
    const list = answers.length > 0 ? `<ul>${answers.join("")}</ul>` : "";
    const below = notes.map((note) =>
      typeof note === "string" ? `<br>${escaped(note)}` : `<pre>${escaped(note.code)}</pre>`,
    );
    return `<li>${escaped(stepText(step))}${below.join("")}${list}</li>`;
  });
  return `<ol>${items.join("")}</ol>`;
}

/**
 * Return an address as HTML within a line.
 * @param {string} address
 * @returns {string}
 */
export function linkText(address) {
  return `<a href="${escaped(address)}">${escaped(address)}</a>`;
}

/**
 * Return a text as HTML; only an address at its very end, where our own words put it, becomes a link.
 * @param {string} text
 * @returns {string}
 */
function linked(text) {
  const [address] = LINK_AT_END.exec(text) ?? [];
  if (!address) return escaped(text);
  const before = text.slice(0, -address.length);
  return escaped(before) + linkText(address);
}

/**
 * @param {string} text
 * @returns {string}
 */
function escaped(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br>");
}
