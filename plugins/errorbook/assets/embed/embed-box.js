// The lookup as other pages show it: a box, and for each error found what it is and the way to its steps.

import { deliver } from "../engine/delivery.js";
import { keepBoxesQuick } from "../base/boxes.js";
import { actionButton, make, present, shown } from "../base/dom.js";
import { EMBED_STYLE } from "./embed-style.js";
import { failureWords } from "../engine/failure-words.js";
import { Finder } from "../engine/finder.js";
import { inlineRuns } from "../base/markup.js";
import { outcomeWords, suggestedWords, summaryWords } from "../base/phrases.js";
import { say } from "../base/words.js";
import { readLimit } from "../lookup/large-paste.js";
import { alternatives } from "../lookup/passages.js";

/** @typedef {import("../base/shapes.js").Answer} Answer */
/** @typedef {import("../base/shapes.js").Card} Card */
/** @typedef {import("../base/shapes.js").Finding} Finding */
/** @typedef {import("../base/shapes.js").IndexEntry} IndexEntry */

/**
 * Where the help site's files are: absolute addresses.
 * @typedef {{index: string, matcher: string, root: string, promise: string}} Site
 */

const TYPED_PAUSE = 200;
const MOST_ANSWERS = 5;
const LONGEST_SHOWN = 120;
let boxes = 0;

/**
 * Put a lookup into an element, shut off from the page's styles.
 * @param {Element} host
 * @param {Site} site
 */
export function embedLookup(host, site) {
  if (host.shadowRoot) return;
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(EMBED_STYLE);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(new EmbeddedLookup(site).box);
}

class EmbeddedLookup {
  /** @param {Site} site */
  constructor(site) {
    this.site = site;
    // A worker may not come from another origin: matching happens in the page.
    this.finder = new Finder(site.index, site.matcher, false);
    boxes += 1;
    const id = `errorbook-${boxes}`;
    this.area = make("textarea", { id, rows: "3", spellcheck: "false", autocomplete: "off" });
    this.status = make("p", { class: "status", role: "status" });
    this.answers = make("div");
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pause = undefined;
    keepBoxesQuick(this.area);
    this.area.addEventListener("focus", () => this.finder.warm(), { once: true });
    this.area.addEventListener("input", () => this.#later());
    this.box = make(
      "div",
      { class: "box" },
      make("label", { for: id }, say("find.paste")),
      this.area,
      make(
        "div",
        { class: "bar" },
        make("p", { class: "private" }, site.promise),
        actionButton(say("find.fix"), "", () => this.#ask()),
      ),
      this.status,
      this.answers,
    );
  }

  #later() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.find(), TYPED_PAUSE);
  }

  /** Look up what is in the box, for somebody who asks for it. */
  #ask() {
    if (this.area.value.trim()) return void this.find();
    this.#show(say("box.nothing"), []);
    this.area.focus();
  }

  /** Look up what is in the box. */
  async find() {
    clearTimeout(this.pause);
    const text = this.area.value;
    if (!text.trim()) return this.#show("", []);
    try {
      const answer = await this.finder.find(text);
      if (!answer || text !== this.area.value) return;
      const { findings } = answer.result;
      const views = await Promise.all(
        findings.slice(0, MOST_ANSWERS).map((finding) => this.#answer(finding, answer.entries[finding.id])),
      );
      if (text !== this.area.value) return;
      const limit = readLimit({ text }, answer.result.read);
      const show = (/** @type {string} */ words, /** @type {(Node | null)[]} */ answers) =>
        this.#show(present([limit, words]).join(" "), answers);
      const [suggestion] = findings.length > 0 ? [] : answer.suggestions;
      if (suggestion) return show(suggestedWords(suggestion.outcome), this.#suggested(answer));
      const title = answer.entries[findings[0]?.id ?? ""]?.title ?? "";
      const words = summaryWords(findings, alternatives(findings), title);
      show(words, findings.length > 0 ? views : [this.#unknown()]);
    } catch (error) {
      this.#show(failureWords(error), [this.#unknown()]);
    }
  }

  /**
   * @param {string} words
   * @param {(Node | null)[]} views
   */
  #show(words, views) {
    this.status.textContent = words;
    this.answers.replaceChildren(...views.filter((view) => view !== null));
  }

  /** @returns {HTMLElement} */
  #unknown() {
    const all = make("a", { href: this.site.root, target: "_blank", rel: "noopener" }, say("embed.open"));
    return make("p", { class: "answer", "data-title": say("answer.unknown") }, all);
  }

  /**
   * @param {Answer} answer
   * @returns {HTMLElement[]}
   */
  #suggested({ suggestions, entries }) {
    const links = suggestions.flatMap(({ id }) => {
      const entry = entries[id];
      if (!entry) return [];
      const href = new URL(entry.url, this.site.root).href;
      const link = { href, target: "_blank", rel: "noopener", lang: entry.lang };
      return make("li", {}, make("a", link, entry.title));
    });
    // Of the first alone it is said that it seems to be described.
    if (suggestions[0]?.outcome === "perhaps" || links.length < 2) return [list(links)];
    return [list(links.slice(0, 1)), make("p", {}, say("described.or")), list(links.slice(1))];
  }

  /**
   * @param {Finding} finding
   * @param {IndexEntry | undefined} entry
   * @returns {Promise<HTMLElement | null>}
   */
  async #answer(finding, entry) {
    if (!entry) return null;
    const card = await this.#card(entry);
    const href = new URL(card?.permalink ?? entry.url, this.site.root).href;
    return make(
      "div",
      { class: `answer ${finding.outcome}` },
      make("p", { class: "outcome" }, outcomeWords(finding.outcome)),
      make("h2", { lang: entry.lang }, entry.title),
      card?.summary ? make("p", {}, ...filledNodes(card.summary, finding, card)) : null,
      make("p", {}, make("a", { href, target: "_blank", rel: "noopener" }, say("entry.fix"))),
    );
  }

  /**
   * @param {IndexEntry} entry
   * @returns {Promise<Card | null>}
   */
  async #card(entry) {
    try {
      return /** @type {Card} */ (await deliver(new URL(entry.card, this.site.index).href, "card", entry.id));
    } catch {
      return null;
    }
  }
}

/**
 * @param {HTMLElement[]} items
 * @returns {HTMLElement}
 */
function list(items) {
  return make("ul", { class: "answer" }, ...items);
}

/**
 * @param {string} text
 * @param {Finding} finding
 * @param {Card} card
 * @returns {(Node | string)[]}
 */
function filledNodes(text, finding, card) {
  return inlineRuns(text).map((run) => {
    if (run.url && run.kind === "text") return make("a", { href: run.url, rel: "noopener" }, run.text);
    if (run.kind === "text") return run.text;
    if (run.kind !== "hole") return make(run.kind === "code" ? "code" : "strong", {}, run.text);
    const value = Object.hasOwn(finding.values, run.text) ? finding.values[run.text]?.trim() : "";
    if (value) return make("bdi", { class: "value" }, shown(value, LONGEST_SHOWN));
    return make("span", { class: "hole" }, card.values?.[run.text]?.label ?? run.text.replaceAll("_", " "));
  });
}
