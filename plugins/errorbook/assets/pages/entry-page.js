// An entry's page: copying what it says, values that came with the link, and "Did this fix it?".

import { announce, copyButton, copyText } from "../base/clipboard.js";
import { deliver } from "../engine/delivery.js";
import { actionButton, lendFocus, make, part, shown } from "../base/dom.js";
import { feedbackForm } from "../feedback/feedback-form.js";
import { sinkOf } from "../feedback/feedback.js";
import { calledBy } from "../share/masking.js";
import { followAnswers, reveal, showTaken, startDecisions } from "../steps/decisions.js";
import { pathIn } from "../steps/path.js";
import { keepPath, keepTicks } from "../steps/progress.js";
import { sentAddress } from "../share/sent-address.js";
import { shareTools } from "../share/share-menu.js";
import { valuesInLink } from "../share/value-links.js";
import { say } from "../base/words.js";

/** @typedef {import("../base/shapes.js").Card} Card */
/** @typedef {import("../base/shapes.js").ValueShape} ValueShape */

// What somebody else wrote must not look like our own heading, link or control.
const NO_VALUES_IN = "h1, h2, h3, h4, h5, h6, a, button, summary, label";

/**
 * Add the tools of an entry's page.
 * @param {HTMLElement} tools
 */
export async function startEntryPage(tools) {
  startPath(tools.dataset["id"] ?? "");
  const { id = "", reviewed, card: address = "", send = "" } = tools.dataset;
  const sink = sinkOf(tools.dataset);
  const base = (/** @type {string} */ url) => new URL(url, document.baseURI).href;
  startPlain();
  if (sink) tools.before(feedbackForm(sink, { id, reviewed }, send && base(send)));
  const link = sentAddress(part(document, "permalink", HTMLAnchorElement)?.href ?? location.href);
  const card = await cardAt(base(address), id);
  if (!card) {
    if (link) tools.append(linkButton(link));
    return;
  }
  const shapes = card.values ?? {};
  const values = valuesInLink(location.hash, shapes);
  if (Object.keys(values).length > 0) showLinked(values, shapes);
  const scope = tools.closest("article") ?? document.body;
  tools.append(...shareTools({ card, values, shapes, link, scope }));
}

/** Offer to copy the page as Markdown, which it brings along: nothing is asked for. */
function startPlain() {
  const line = part(document, "plain", HTMLElement);
  const { markdown } = line?.dataset ?? {};
  const quiet = "eb-button eb-button--quiet eb-button--small";
  if (line && markdown) line.append(" ", copyButton(say("copy.markdown"), () => markdown, quiet));
}

/**
 * Follow the answers on the page, and keep them in its address.
 * @param {string} id
 */
function startPath(id) {
  const root = document.querySelector(".eb-resolution");
  if (!(root instanceof HTMLElement)) return;
  const target = goToStep(root);
  let started = !target;
  const changed = (/** @type {string[]} */ answers, /** @type {boolean} */ chosen) => {
    // Any other fragment is not ours to remove.
    if (answers.length === 0 && pathIn(location.hash).answers.length === 0) return;
    // The link to a step stays until somebody takes another answer.
    if (started) keepPath({ entry: "", answers }, chosen);
    started = true;
  };
  startDecisions(root, { id, answers: pathIn(location.hash).answers, changed });
  if (!target && scrollY === 0 && !comesBack()) showTaken(root);
  // Ticks stay on the way back, so a reload there has to find them.
  addEventListener("popstate", () => root.isConnected && keepTicks());
  // Boxes of the picture lead to steps of other answers, and a link to other answers may be opened here.
  addEventListener("hashchange", () => {
    const { answers: named } = pathIn(location.hash);
    if (!root.isConnected || goToStep(root)) return;
    if (named.length > 0 || !location.hash) followAnswers(root, named);
  });
}

/**
 * Tell whether the page was here before: then the browser goes to where somebody was.
 * @returns {boolean}
 */
function comesBack() {
  const [visit] = performance.getEntriesByType("navigation");
  return visit instanceof PerformanceNavigationTiming && visit.type !== "navigate";
}

/**
 * Open the answers that lead to the step that the address names; return that step.
 * @param {HTMLElement} root
 * @returns {Element | null}
 */
function goToStep(root) {
  const [, name] = location.hash.match(/^#(step-.+)$/) ?? [];
  const step = name ? root.querySelector(`#${CSS.escape(name)}`) : null;
  if (!(step instanceof HTMLElement)) return null;
  const hidden = !step.checkVisibility();
  reveal(step);
  // From a picture the browser takes the focus nowhere.
  lendFocus(step);
  step.focus({ preventScroll: true });
  if (hidden) step.scrollIntoView();
  return step;
}

/**
 * @param {string} address
 * @param {string} id
 * @returns {Promise<Card | null>}
 */
async function cardAt(address, id) {
  try {
    return /** @type {Card} */ (await deliver(address, "card", id));
  } catch {
    return null;
  }
}

/**
 * @param {string} link
 * @returns {HTMLButtonElement}
 */
function linkButton(link) {
  return actionButton(say("copy.link"), "eb-button eb-button--quiet eb-button--small", async () => {
    announce(say((await copyText(link)) ? "copy.link_done" : "copy.refused"));
  });
}

/**
 * Put the link's values into the page's blanks, and say where they come from.
 * @param {Record<string, string>} values
 * @param {Record<string, ValueShape>} shapes
 */
function showLinked(values, shapes) {
  for (const blank of document.querySelectorAll(".eb-hole[data-hole]")) {
    const name = blank instanceof HTMLElement ? (blank.dataset["hole"] ?? "") : "";
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || blank.closest(NO_VALUES_IN)) continue;
    blank.replaceWith(make("bdi", { class: "eb-value", title: say("card.from_link") }, shown(value)));
  }
  const items = Object.entries(values).map(([name, value]) =>
    make("li", {}, `${calledBy(name, shapes[name])}: `, make("bdi", {}, shown(value))),
  );
  const banner = make(
    "div",
    { class: "eb-note eb-note--warning eb-linked" },
    make("p", {}, make("strong", {}, say("share.from_link"))),
    make("ul", {}, ...items),
  );
  document.querySelector(".eb-lead")?.before(banner);
}
