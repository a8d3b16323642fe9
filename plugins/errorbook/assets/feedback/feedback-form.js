// "Did this fix it?": yes or no, a reason, a look at what would be sent, and only then a way to send it.

import { announce } from "../base/clipboard.js";
import { deliver } from "../engine/delivery.js";
import { actionButton, make, oneAtATime } from "../base/dom.js";
import { draftAddress, opinionFields, opinionText, REASONS } from "./feedback.js";
import { progressOf } from "../steps/progress.js";
import { say } from "../base/words.js";

/** @typedef {import("./feedback.js").Opinion} Opinion */
/** @typedef {import("./feedback.js").Sink} Sink */
/** @typedef {(endpoint: string, fields: Record<string, string>) => Promise<boolean>} Sender */

const SMALL = "eb-button eb-button--quiet eb-button--small";
/** @type {Record<"mailto" | "issue", import("../base/words.js").Key>} */
const DRAFTS = { mailto: "feedback.mail", issue: "feedback.issue" };

/**
 * Return the question about an entry.
 * @param {Sink} sink
 * @param {{id: string, reviewed?: string | undefined}} entry
 * @param {string} script address of the script that sends, for sinks that need one
 * @returns {HTMLElement}
 */
export function feedbackForm(sink, { id, reviewed = "" }, script) {
  const follow = make("div", { class: "eb-feedback__follow" });
  const ask = (/** @type {boolean} */ fixed) => {
    const show = (/** @type {string} */ reason) => {
      const path = progressOf(id).answers.join(",");
      follow.replaceChildren(...confirmation(sink, { id, reviewed, path, fixed, reason }, script, done));
      focusFirst();
    };
    yes.setAttribute("aria-pressed", String(fixed));
    no.setAttribute("aria-pressed", String(!fixed));
    if (fixed) show("");
    else follow.replaceChildren(reasons(show));
    follow.querySelector("button, a")?.scrollIntoView({ block: "nearest" });
  };
  const yes = actionButton(say("feedback.yes"), SMALL, () => ask(true));
  const no = actionButton(say("feedback.no"), SMALL, () => ask(false));
  const box = make(
    "div",
    { class: "eb-feedback", role: "group", "aria-label": say("feedback.ask") },
    make("p", { class: "eb-feedback__ask" }, make("span", {}, say("feedback.ask")), " ", yes, " ", no),
    follow,
  );
  return box;

  /** @param {string} words */
  function done(words) {
    follow.replaceChildren(make("p", { tabindex: "-1" }, words));
    focusFirst();
    announce(words);
  }

  /** The button that was pressed is gone: go on where its answer begins. */
  function focusFirst() {
    const [first] = follow.children;
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
  }
}

/**
 * @param {(reason: string) => void} choose
 * @returns {HTMLElement}
 */
function reasons(choose) {
  const said = REASONS.map((key) => say(key));
  const buttons = said.map((reason) => actionButton(reason, "eb-chip", () => choose(reason)));
  const group = { class: "eb-feedback__reasons", role: "group", "aria-label": say("feedback.why") };
  return make("div", group, ...buttons);
}

/**
 * Return what would be sent and the way to send it.
 * @param {Sink} sink
 * @param {Opinion} opinion
 * @param {string} script
 * @param {(words: string) => void} done
 * @returns {HTMLElement[]}
 */
function confirmation(sink, opinion, script, done) {
  const bar = make("p", { class: "eb-feedback__send" });
  if (sink.kind === "endpoint") {
    const send = async () => {
      const sent = await sendOpinion(sink.to, opinion, script);
      if (sent) done(say("feedback.sent"));
      else announce(say("feedback.unsent"));
      bar.append(sent ? "" : ` ${say("feedback.unsent_short")}`);
    };
    const style = "eb-button eb-button--small";
    bar.append(actionButton(say("feedback.send"), style, (button) => oneAtATime(button, send)));
  } else {
    const draft = { class: "eb-button eb-button--small", href: draftAddress(sink, opinion), rel: "noopener" };
    const other = sink.kind === "issue" ? { target: "_blank" } : {};
    const link = make("a", { ...draft, ...other }, say(DRAFTS[sink.kind]));
    const thanks = () => done(say("feedback.drafted"));
    // After the browser has followed the link.
    link.addEventListener("click", () => setTimeout(thanks));
    bar.append(link);
  }
  bar.append(" ", actionButton(say("feedback.keep"), SMALL, () => done(say("feedback.kept"))));
  return [
    make("p", { class: "eb-feedback__what", tabindex: "-1" }, say("feedback.what")),
    make("pre", { class: "eb-feedback__text" }, opinionText(opinion)),
    bar,
  ];
}

/**
 * @param {string} endpoint
 * @param {Opinion} opinion
 * @param {string} script
 * @returns {Promise<boolean>}
 */
async function sendOpinion(endpoint, opinion, script) {
  try {
    const send = /** @type {Sender} */ (await deliver(script, "sender"));
    return await send(new URL(endpoint, document.baseURI).href, opinionFields(opinion));
  } catch {
    return false;
  }
}
