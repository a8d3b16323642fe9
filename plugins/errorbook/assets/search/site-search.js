// The site's search, in a worker between Material's search box and Material's own worker: what the matcher
// knows stands first. `search-start` loads it when somebody searches. The build fills in the braces.

import { delivered, openDelivery } from "../engine/delivery.js";
import { asSearched, withOffers } from "./offers.js";
import { OWN_SCRIPT, trusted } from "../base/trust.js";

/** @typedef {import("./offers.js").Found} Found */
/** @typedef {import("../engine/worker.js").Reply} Reply */
/** @typedef {import("../engine/worker.js").Want} Want */

/**
 * What Material's page and its worker say to each other: the page sets up and asks, the worker answers.
 * @typedef {{config: {separator: string}, docs: object[], options: object}} Setup
 * @typedef {{items: Found[][], suggest?: string[]}} Results
 * @typedef {{type: 0, data: Setup} | {type: 2, data: string}} Question
 * @typedef {{type: 1} | {type: 3, data: Results}} Reaction
 *
 * The worker's global object, as far as it is used here.
 * @typedef {object} SearchScope
 * @property {(url: string) => void} importScripts
 * @property {(message: Reaction) => void} postMessage
 * @property {((event: {data: Question}) => void) | null} onmessage
 */

const THEIRS = "{{ theirs }}";
const MATCHER = "{{ matcher }}";
const PLACE = "{{ place }}";
const DOCUMENTS = "{{ documents }}";
const FOLDER = "{{ folder }}";
const LOOKUP = "{{ lookup }}";

class SiteSearch {
  /** @param {SearchScope} scope */
  constructor(scope) {
    this.scope = scope;
    /** @type {Setup | null} */
    this.setup = null;
    this.text = "";
    this.turn = 0;
    /** Questions that Material's worker has not answered yet. */
    this.open = 0;
    /** @type {Results | null} */
    this.theirs = null;
    /** @type {import("../base/shapes.js").Answer | null} */
    this.answer = null;
    /** @type {Worker | null} */
    this.pages = null;
    /** @type {Worker | null} */
    this.matcher = null;
    /** The turn that the matcher is at, if it is at one. */
    this.asked = 0;
    scope.onmessage = ({ data }) => this.#hear(data);
  }

  /** @param {Question} question */
  #hear(question) {
    if (question.type === 0) {
      this.setup = question.data;
      return;
    }
    this.text = question.data;
    this.turn += 1;
    this.theirs = this.answer = null;
    // The box asks for nothing when it opens.
    if (!this.text.trim()) return this.scope.postMessage({ type: 3, data: { items: [] } });
    this.open += 1;
    const { separator = "" } = this.setup?.config ?? {};
    this.#pages().postMessage({ type: 2, data: asSearched(this.text, separator) });
    if (!this.asked) this.#match();
  }

  /** Give what is known so far. */
  #show() {
    // That nothing is found is said when both have looked.
    if (!this.theirs && !this.answer?.result.findings.length) return;
    const items = withOffers(this.text, this.answer, this.theirs?.items ?? [], FOLDER, LOOKUP);
    this.scope.postMessage({ type: 3, data: { ...this.theirs, items } });
  }

  /** @returns {Worker} */
  #pages() {
    if (this.pages) return this.pages;
    // Material's own, beside whose folder it looks for words of other languages.
    const pages = new Worker(new URL(THEIRS, OWN_SCRIPT));
    pages.addEventListener("message", ({ data }) => {
      if (data.type !== 3) return;
      this.open -= 1;
      if (this.open) return;
      this.theirs = data.data;
      this.#show();
    });
    try {
      this.scope.importScripts(trusted(new URL(DOCUMENTS, OWN_SCRIPT).href));
    } catch {
      // Without the list of pages, the matcher still answers.
    }
    const came = /** @type {{docs: object[]} | undefined} */ (delivered("pages"));
    pages.postMessage({ type: 0, data: { ...this.setup, docs: came?.docs ?? [] } });
    this.pages = pages;
    return pages;
  }

  /** Ask the matcher for what stands in the box now. */
  #match() {
    this.asked = this.turn;
    const matcher = this.#matcher();
    if (matcher) matcher.postMessage({ ticket: this.turn, paste: this.text });
    else this.#answered({ ticket: this.turn, failure: "missing" });
  }

  /**
   * Return the match index: pages do not name it, so that they stay when only other entries change.
   * @returns {import("../engine/worker.js").Given | null}
   */
  #index() {
    try {
      const place = /** @type {{index: string}} */ (this.#imported("place", new URL(PLACE, OWN_SCRIPT).href));
      const url = new URL(place.index, OWN_SCRIPT).href;
      return { index: /** @type {string} */ (this.#imported("index", url)), url };
    } catch {
      return null;
    }
  }

  /**
   * @param {string} kind
   * @param {string} url
   * @returns {unknown} what a data file delivers
   */
  #imported(kind, url) {
    if (!delivered(kind)) this.scope.importScripts(trusted(url));
    return delivered(kind);
  }

  /** @returns {Worker | null} */
  #matcher() {
    if (this.matcher) return this.matcher;
    const given = this.#index();
    if (!given) return null;
    const matcher = new Worker(trusted(new URL(MATCHER, OWN_SCRIPT).href));
    matcher.addEventListener("message", (/** @type {MessageEvent<Reply | Want>} */ { data }) => {
      if ("wanted" in data) matcher.postMessage({ parts: this.#parts(data) });
      else this.#answered(data);
    });
    matcher.addEventListener("error", () => this.#answered({ ticket: this.asked, failure: "broken" }));
    matcher.postMessage(given);
    this.matcher = matcher;
    return matcher;
  }

  /** @param {Reply} reply */
  #answered({ ticket, answer, failure }) {
    const stale = ticket !== this.turn;
    this.asked = 0;
    if (failure) this.matcher = null;
    else if (stale) this.#match();
    if (stale || !answer) return;
    this.answer = answer;
    this.#show();
  }

  /**
   * @param {Want} want
   * @returns {unknown[] | null}
   */
  #parts({ wanted }) {
    try {
      for (const { url } of wanted) this.scope.importScripts(trusted(url));
      return wanted.map(({ id }) => delivered("part", id));
    } catch {
      return null;
    }
  }
}

openDelivery();
new SiteSearch(/** @type {SearchScope} */ (/** @type {unknown} */ (globalThis)));
