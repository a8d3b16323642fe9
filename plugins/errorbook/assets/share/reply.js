// A reply to somebody who sent an error: what it means, how to fix it and where that stands, ready to copy.
// It is made of blocks, which writing.js writes as plain text and as HTML.

import { inlineRuns } from "../base/markup.js";
import { Hole, parse } from "../base/template.js";
import { say } from "../base/words.js";
import { LINK_AT_END, plainText } from "./writing.js";

/** @typedef {import("../base/shapes.js").Card} Card */
/** @typedef {import("../base/shapes.js").Step} Step */

/**
 * A step as it is written: what was answered before, and a branch for each answer to a question still open.
 * @typedef {object} WrittenStep
 * @property {string[]} answered
 * @property {string} text
 * @property {(string | {code: string})[]} notes
 * @property {{answer: string, steps: WrittenStep[]}[]} branches
 *
 * @typedef {{kind: "text", text: string} | {kind: "steps", steps: WrittenStep[]}} Block
 *
 * What a reply is made of: `fill` gives the words for a hole, `choices` the answers that were chosen,
 * by the anchor of their question; `unsure` of a card that only looks like what was pasted.
 * @typedef {object} Material
 * @property {Card} card
 * @property {(hole: string) => string} fill
 * @property {ReadonlyMap<string, number>} choices
 * @property {string} link
 * @property {boolean} [unsure]
 */

const LINK = /https?:\/\/\S/;

/**
 * Return a whole reply.
 * @param {Material} material
 * @returns {Block[]}
 */
export function replyBlocks({ card, fill, choices, link, unsure }) {
  const said = card.reply ?? {};
  const steps = writtenSteps(card.resolution ?? [], fill, choices);
  const verify = card.verify ? lines(said.verify, filled(card.verify, fill)) : "";
  return [
    ...texts(
      said.greeting,
      lines(
        unsure ? likeness(card) : (said.meaning ?? `${card.title}.`),
        card.summary && filled(card.summary, fill),
      ),
      steps.length > 0 && said.fix,
    ),
    ...stepsBlock(steps),
    ...texts(verify, helpLines(card, steps, fill), linkLine(said.link, link), said.closing),
  ];
}

/**
 * Return what a reply says that an error looks like; where the site words what it means, that stays.
 * @param {Card} card
 * @returns {string}
 */
function likeness({ title, reply }) {
  const means = reply?.meaning ?? "";
  if (means === say("reply.means", { title })) return say("reply.looks", { title });
  if (means === say("reply.described", { title })) return say("reply.described_looks", { title });
  return means || `${title}.`;
}

/**
 * Return the line with the link, none without one; values that somebody chose to include go behind the site's
 * own address, too.
 * @param {string | undefined} words
 * @param {string} link
 * @returns {string}
 */
function linkLine(words, link) {
  const fragment = link.indexOf("#");
  if (!words || !LINK.test(words)) return link && [words, link].filter(Boolean).join(" ");
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
  if (!escalate?.collect || !plainText(stepsBlock(steps)).includes(say("entry.help"))) return "";
  return lines(reply?.help, ...escalate.collect.map((item) => `- ${filled(item, fill)}`));
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
      ...(step.more ?? []).flatMap((block) => blockNotes(block, fill)),
      step.path ? `${say("step.path")} ${step.path.join(" → ")}` : "",
      step.risk_words ? say("step.careful", { risk: step.risk_words }) : "",
      step.see ? `${say("step.see")} ${filled(step.see, fill)}` : "",
      step.undo ? `${say("step.undo")} ${filled(step.undo, fill)}` : "",
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
    const likely = step.evidence_words ? ` (${inside(step.evidence_words)})` : "";
    const branches = (step.answers ?? []).map((answer) => ({
      answer: filled(answer.answer, fill),
      steps: writtenSteps(answer.steps, fill, choices),
    }));
    return [{ answered: [], text: said + likely, notes, branches }];
  });
}

/**
 * Return a sentence as it goes into another; only its first letter is small, since German names stay large.
 * @param {string} sentence
 * @returns {string}
 */
function inside(sentence) {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}

/**
 * Return what goes below a step: code apart, a table line by line.
 * @param {import("../base/shapes.js").TextBlock} block
 * @param {(hole: string) => string} fill
 * @returns {(string | {code: string})[]}
 */
function blockNotes({ kind, text = "", rows = [], words = "" }, fill) {
  if (kind === "code") {
    return [{ code: parse(text).map((part) => (part instanceof Hole ? fill(part.name) : part)).join("") }];
  }
  if (kind === "table") return rows.map((row) => row.map((cell) => filled(cell, fill)).join(" | "));
  return [words ? `${words} ${filled(text, fill)}` : filled(text, fill)];
}

/**
 * @param {string} text
 * @param {(hole: string) => string} fill
 * @returns {string}
 */
function filled(text, fill) {
  return inlineRuns(text)
    .map((run, index, all) => {
      const told = run.kind === "hole" ? fill(run.text) : run.text;
      return run.url && all[index + 1]?.url !== run.url ? `${told} (${run.url})` : told;
    })
    .join("");
}
