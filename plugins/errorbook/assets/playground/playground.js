// The playground's script, loaded by its page only: what the matcher sees in a text, as it is typed, and what
// a draft would change.

import { Answerer } from "../engine/answer.js";
import { deliverIndex, deliverParts, openDelivery } from "../engine/delivery.js";
import { part, present } from "../base/dom.js";
import { failureOf } from "../engine/failures.js";
import { failureWords } from "../engine/failure-words.js";
import { explain } from "../matching/explaining.js";
import { answerWords, placeView, wordsView } from "./explanation-view.js";
import { say } from "../base/words.js";
import { startTrials } from "./trial-form.js";
import { serveTrials } from "./trial-run.js";
import { wholeIndex } from "./whole-index.js";

/** @typedef {import("../base/shapes.js").MatchIndex} MatchIndex */

// More than an author looks through, and matching here would hold the page up.
const LONGEST = 20_000;
const PAUSE = 150;

/**
 * Explain what is pasted into the box of a section.
 * @param {HTMLElement} section
 */
async function startPlayground(section) {
  const paste = part(section, "play-paste", HTMLTextAreaElement);
  const status = part(section, "play-status", HTMLElement);
  const results = part(section, "play-results", HTMLElement);
  const { index = "", root = "", example = "" } = section.dataset;
  if (!paste || !status || !results) return;
  paste.value ||= example;
  const address = new URL(index, document.baseURI).href;
  /** @type {Promise<MatchIndex>} */
  const served = deliverIndex(address).then((text) => JSON.parse(text));
  const answerer = served.then((known) => new Answerer(known, address, deliverParts));
  const at = (/** @type {string} */ url) => new URL(url, new URL(root, document.baseURI)).href;
  const show = async () => {
    const text = paste.value.slice(0, LONGEST);
    const known = await answerer;
    await known.read(text);
    if (text !== paste.value.slice(0, LONGEST)) return;
    const href = (/** @type {string} */ id) => at(known.entry(id)?.url ?? "");
    const explained = explain(known.matcher, text);
    const cut = paste.value.length > LONGEST && say("play.beginning");
    status.textContent = text.trim() ? present([cut, answerWords(explained)]).join(" ") : "";
    const views = [
      text.trim() && wordsView(explained.words),
      ...explained.places.map((place) => placeView(place, explained.words, href)),
    ];
    results.replaceChildren(...present(views));
  };
  const lost = (/** @type {unknown} */ error) => {
    status.textContent = failureWords(error);
    results.replaceChildren();
    if (failureOf(error) === "broken") throw error;
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  paste.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => void show().catch(lost), PAUSE);
  });
  startTrials(section, {
    pasted: () => paste.value.slice(0, LONGEST),
    index: async () => wholeIndex(await served, address),
    at,
  });
  await show().catch(lost);
}

if (typeof document === "undefined") {
  // The same script as a worker.
  serveTrials(/** @type {import("./trial-run.js").TrialScope} */ (/** @type {unknown} */ (globalThis)));
} else {
  openDelivery();
  const playground = part(document, "playground", HTMLElement);
  if (playground) void startPlayground(playground);
}
