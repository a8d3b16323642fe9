// A reply to somebody who sent an error: what it means, how to fix it and where that stands, ready to copy.
// Made as blocks first, then written as plain text and as HTML with every text escaped.

import { inlineRuns } from "./inline.js";

/** @typedef {import("./shapes.js").Card} Card */
/** @typedef {import("./shapes.js").Step} Step */

/**
 * A step as it is written: what was answered before, and a branch for each answer to a question still open.
 * @typedef {object} WrittenStep
 * @property {string[]} answered
 * @property {string} text
 * @property {string[]} notes
 * @property {{answer: string, steps: WrittenStep[]}[]} branches
 *
 * @typedef {{kind: "text", text: string} | {kind: "steps", steps: WrittenStep[]}} Block
 *
 * What a reply is made of: `fill` gives the words for a hole, `choices` the answers that were chosen,
 * by the anchor of their question.
 * @typedef {object} Material
 * @property {Card} card
 * @property {(hole: string) => string} fill
 * @property {ReadonlyMap<string, number>} choices
 * @property {string} link
 */

/** The heading of the section that steps point to. */
export const HELP_TITLE = "When to ask for help";
const LINK = /https?:\/\/\S/;
const LINK_AT_END = /https?:\/\/\S+$/;

/**
 * Return a whole reply.
 * @param {Material} material
 * @returns {Block[]}
 */
export function replyBlocks({ card, fill, choices, link }) {
  const said = card.reply ?? {};
  const steps = writtenSteps(card.resolution ?? [], fill, choices);
  const verify = card.verify ? lines(said.verify, filled(card.verify, fill)) : "";
  return [
    ...texts(
      said.greeting,
      lines(said.meaning ?? `${card.title}.`, card.summary && filled(card.summary, fill)),
      steps.length > 0 && said.fix,
    ),
    ...stepsBlock(steps),
    ...texts(verify, helpLines(card, steps, fill), linkLine(said.link, link), said.closing),
  ];
}

/**
 * Return the line with the link; values that somebody chose to include go behind the site's own address, too.
 * @param {string | undefined} words
 * @param {string} link
 * @returns {string}
 */
function linkLine(words, link) {
  const fragment = link.indexOf("#");
  if (!words || !LINK.test(words)) return [words, link].filter(Boolean).join(" ");
  return fragment > 0 && LINK_AT_END.test(words) ? words + link.slice(fragment) : words;
}

/**
 * Return the steps of a reply alone.
 * @param {Material} material
 * @returns {Block[]}
 */
export function stepBlocks({ card, fill, choices }) {
  const steps = writtenSteps(card.resolution ?? [], fill, choices);
  return [...stepsBlock(steps), ...texts(helpLines(card, steps, fill))];
}

/**
 * Return what to have at hand when asking for help, if a step says that it is time.
 * @param {Card} card
 * @param {WrittenStep[]} steps
 * @param {(hole: string) => string} fill
 * @returns {string}
 */
function helpLines({ escalate, reply }, steps, fill) {
  if (!escalate?.collect || !plainSteps(steps, "").join().includes(HELP_TITLE)) return "";
  return lines(reply?.help, ...escalate.collect.map((item) => `- ${filled(item, fill)}`));
}

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
 * @param {...(string | false | undefined)} several
 * @returns {Block[]}
 */
function texts(...several) {
  return several.flatMap((text) => (text ? [{ kind: /** @type {const} */ ("text"), text }] : []));
}

/**
 * @param {WrittenStep[]} steps
 * @returns {Block[]}
 */
function stepsBlock(steps) {
  return steps.length > 0 ? [{ kind: "steps", steps }] : [];
}

/**
 * @param {...(string | undefined)} several
 * @returns {string}
 */
function lines(...several) {
  return several.filter(Boolean).join("\n");
}

/**
 * Return steps as they are written; a question that was answered goes on with the steps of its answer.
 * @param {Step[]} steps
 * @param {(hole: string) => string} fill
 * @param {ReadonlyMap<string, number>} choices
 * @returns {WrittenStep[]}
 */
function writtenSteps(steps, fill, choices) {
  return steps.flatMap((step) => {
    const notes = [
      step.risk_words ? `Careful: ${step.risk_words}` : "",
      step.see ? `You should see: ${filled(step.see, fill)}` : "",
      step.undo ? `To undo it: ${filled(step.undo, fill)}` : "",
    ].filter(Boolean);
    const said = filled(step.do ?? step.ask ?? "", fill);
    const chosen = step.answers?.[choices.get(step.anchor) ?? -1];
    if (chosen) {
      // What was found is no step: it says for which case the steps that follow are.
      const [first, ...rest] = writtenSteps(chosen.steps, fill, choices);
      const answered = `${said} ${filled(chosen.answer, fill)}.`;
      if (!first) return [];
      return [
        { ...first, answered: [answered, ...first.answered], notes: [...notes, ...first.notes] },
        ...rest,
      ];
    }
    const likely = step.evidence_words ? ` (${step.evidence_words.toLowerCase()})` : "";
    const branches = (step.answers ?? []).map((answer) => ({
      answer: filled(answer.answer, fill),
      steps: writtenSteps(answer.steps, fill, choices),
    }));
    return [{ answered: [], text: said + likely, notes, branches }];
  });
}

/**
 * Return a step's text behind what was answered: "Is it used? No. Then: Map another."
 * @param {WrittenStep} step
 * @returns {string}
 */
function stepText({ answered, text }) {
  return answered.length > 0 ? `${answered.join(" ")} Then: ${text}` : text;
}

/**
 * @param {string} text
 * @param {(hole: string) => string} fill
 * @returns {string}
 */
function filled(text, fill) {
  return inlineRuns(text)
    .map((run) => (run.kind === "hole" ? fill(run.text) : run.text))
    .join("");
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
      ...notes.map((note) => inside + note),
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
    return `<li>${[stepText(step), ...notes].map(escaped).join("<br>")}${list}</li>`;
  });
  return `<ol>${items.join("")}</ol>`;
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
  return `${escaped(before)}<a href="${escaped(address)}">${escaped(address)}</a>`;
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
