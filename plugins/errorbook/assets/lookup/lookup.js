// The lookup: what is put into the box is looked up at once, on this device, and shown below it.

import { deliver } from "../engine/delivery.js";
import { actionButton, keepFocus, make, part, present } from "../base/dom.js";
import { failureOf } from "../engine/failures.js";
import { failureWords } from "../engine/failure-words.js";
import { feedbackForm } from "../feedback/feedback-form.js";
import { sinkOf } from "../feedback/feedback.js";
import { Finder } from "../engine/finder.js";
import { Fold } from "./fold.js";
import { watchInput } from "./input.js";
import { showTaken } from "../steps/decisions.js";
import { forgetProgress, resumeProgress, withDoubts } from "../steps/progress.js";
import { readLimit } from "./large-paste.js";
import { searchPages } from "./page-search.js";
import { findingsView, summary } from "./results.js";
import { noneOfThese, unknown } from "./unknown.js";
import { followWay, keepWay } from "./way.js";
import { whenNear } from "./when-near.js";
import { describedView } from "./described.js";
import { say } from "../base/words.js";

/** @typedef {import("../base/shapes.js").Card} Card */
/** @typedef {import("../base/shapes.js").IndexEntry} IndexEntry */
/** @typedef {import("../base/shapes.js").Source} Source */
/** @typedef {import("./input.js").How} How */
/** @typedef {{status: HTMLElement, results: HTMLElement, fold: Fold}} Parts */

// Somebody who has not typed for so long is done, as far as a page can tell.
const STILL = 1200;
const FILES = "assets/errorbook/";
// What takes longer than this is worth a word.
const PATIENCE = 400;

/**
 * Start the lookup of a page.
 * @param {HTMLElement} section
 * @param {string} script address of the matcher
 */
export function startLookup(section, script) {
  const paste = part(section, "paste", HTMLTextAreaElement);
  const status = part(section, "status", HTMLElement);
  const results = part(section, "results", HTMLElement);
  if (!paste || !status || !results) return;
  const lookup = new Lookup(section, { status, results, fold: new Fold(section, paste) }, script);
  watchInput(section, paste, {
    consider: (source, how) => void lookup.consider(source, how),
    clear: () => lookup.clear(),
    resume: (path) => lookup.resume(path),
    follow: () => followWay(results),
    explain: (words) => lookup.explain(words),
    remark: (words) => lookup.tell(words, true),
  });
  // A step is ticked.
  results.addEventListener("change", ({ target }) => {
    const card = target instanceof Element ? target.closest(".eb-card") : null;
    if (card) keepWay(results, { id: card.getAttribute("data-entry") ?? "" });
  });
  whenNear(section, () => lookup.finder.warm());
}

/** One lookup box with its answer. */
class Lookup {
  /**
   * @param {HTMLElement} section
   * @param {Parts} parts
   * @param {string} script
   */
  constructor(section, { status, results, fold }, script) {
    const { index = "", assets = "", root = "", errors = "" } = section.dataset;
    this.section = section;
    this.status = status;
    this.results = results;
    this.fold = fold;
    this.assets = new URL(assets, document.baseURI);
    this.root = new URL(root, document.baseURI);
    this.files = new URL("../../", this.assets);
    this.errors = new URL(errors, document.baseURI).href;
    this.finder = new Finder(new URL(index, document.baseURI).href, script);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.hurry = undefined;
    this.turn = 0;
    this.text = "";
  }

  /**
   * Go on where an address says that somebody was with an entry, which is looked up by its id next.
   * @param {import("../steps/path.js").Path} path
   */
  resume(path) {
    resumeProgress(path);
    this.text = path.entry;
  }

  /** Forget the paste and its answer. */
  clear() {
    this.text = "";
    forgetProgress();
    this.turn += 1;
    this.finder.cancel();
    this.fold.open();
    this.#settle("", []);
  }

  /**
   * Say something instead of an answer.
   * @param {string} words
   */
  explain(words) {
    this.clear();
    this.#settle(words, [make("p", { class: "eb-note" }, words)]);
  }

  /**
   * Look a paste up and show what it is.
   * @param {Source} source
   * @param {How} how
   */
  async consider(source, how) {
    // Another text is another case, however it came.
    if (source.text.trim() !== this.text) forgetProgress();
    this.text = source.text.trim();
    this.turn += 1;
    const turn = this.turn;
    clearTimeout(this.hurry);
    // Whoever gives a text once more hears its answer once more; whoever types on hears only another,
    // and whoever asks is brought to it.
    if (how === "given") this.tell("", false);
    this.hurry = setTimeout(() => this.tell(say("box.reading"), true), PATIENCE);
    try {
      const answer = await this.finder.find(source.text);
      if (!answer || turn !== this.turn) return;
      const result = withDoubts(answer.result);
      const paste = source.text.slice(0, result.read);
      const showing = {
        paste,
        answer,
        href: this.#href,
        cardFor: this.#card,
        afterCard: this.#feedback,
        otherwise: noneOfThese(paste, answer, this.#elsewhere),
        pathChanged: (/** @type {import("./way.js").Change} */ change) => keepWay(this.results, change),
      };
      const views = await (result.findings.length > 0 ? findingsView(showing) : this.#unknown(showing, how));
      if (turn !== this.turn) return;
      const known = result.findings.length + answer.suggestions.length > 0;
      const limit = readLimit(source, result.read);
      const settle = () => {
        const words = views.length > 0 ? present([source.note, limit, summary(answer)]).join(" ") : "";
        this.#settle(words, present([limit && make("p", { class: "eb-note" }, limit), ...views]));
      };
      if (how === "typed" && !known) this.#wait(settle);
      else if (how === "typed") settle();
      else this.fold.close(settle);
      if (how === "asked") this.#focusAnswer();
      if (how === "resumed") showTaken(this.results);
    } catch (error) {
      if (turn === this.turn) this.#failed(error, () => void this.consider(source, "asked"));
    }
  }

  /**
   * @param {import("./results.js").Showing} showing
   * @param {How} how not knowing the beginning of what somebody types is nothing to say
   * @returns {(Node | string)[]}
   */
  #unknown({ paste, answer, otherwise }, how) {
    const pages = searchPages(paste);
    if (answer.suggestions.length > 0) {
      return present([describedView(answer, this.#href, this.errors, otherwise), pages]);
    }
    if (how === "typed" && !answer.withdrawn && paste.trim().split(/\s+/).length < 4) return present([pages]);
    return present([unknown(paste, answer, this.#href, this.#elsewhere), pages]);
  }

  get #elsewhere() {
    const { contactLabel: label, contactUrl: url, contactEmail: email, where = "" } = this.section.dataset;
    return { errors: this.errors, where, contact: { label, url, email } };
  }

  /**
   * Say nothing while somebody types, and what there is to say once they are done.
   * @param {() => void} settle
   */
  #wait(settle) {
    this.#settle("", []);
    this.hurry = setTimeout(settle, STILL);
  }

  /**
   * @param {unknown} error
   * @param {() => void} retry
   */
  #failed(error, retry) {
    const [words, small] = [failureWords(error), "eb-button eb-button--small"];
    const again = actionButton(say("failure.retry"), small, retry);
    const reload = actionButton(say("failure.reload"), small, () => location.reload());
    const anew = failureOf(error) === "changed" ? [] : [again, " "];
    const ways = make("p", {}, ...anew, reload, " ", make("a", { href: this.errors }, say("find.all")));
    const note = make("div", { class: "eb-note eb-note--warning" }, make("p", {}, words), ways);
    keepFocus(anew.length > 0 ? again : reload, () => this.#settle(words, [note]));
  }

  /**
   * Show the answer; people who listen hear the words, others read the answer.
   * @param {string} words
   * @param {(Node | string)[]} views
   */
  #settle(words, views) {
    clearTimeout(this.hurry);
    this.tell(words, false);
    this.section.classList.toggle("eb-lookup--answered", views.length > 0);
    this.results.replaceChildren(...views);
    keepWay(this.results);
  }

  /** Go to the answer's title, for somebody who asked for it. */
  #focusAnswer() {
    const title = this.results.querySelector("h2[tabindex]");
    if (title instanceof HTMLElement) title.focus({ preventScroll: true });
  }

  /**
   * @param {string} words said beside the box
   * @param {boolean} visible to those who look, too
   */
  tell(words, visible) {
    // Written anew, the same words would be read aloud once more.
    if (this.status.textContent !== words) this.status.textContent = words;
    this.status.classList.toggle("eb-visually-hidden", !visible);
  }

  #feedback = (/** @type {Card} */ card) => {
    const sink = sinkOf(this.section.dataset);
    const { send } = this.section.dataset;
    return sink && feedbackForm(sink, card, send ? new URL(send, document.baseURI).href : "");
  };

  /** Pages are the site's; what is served beside the scripts comes along with them. */
  #href = (/** @type {string} */ url) => new URL(url, url.startsWith(FILES) ? this.files : this.root).href;

  #card = async (/** @type {IndexEntry} */ entry) => {
    try {
      return /** @type {Card} */ (await deliver(new URL(entry.card, this.assets).href, "card", entry.id));
    } catch {
      // The card says so itself and leads to the page.
      return null;
    }
  };
}
