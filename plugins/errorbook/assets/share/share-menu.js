// Copying from a card: the reply, its steps and the link, with a look at what goes along before it does.
// Where there is an editor beside the page, reply and link go straight into it, too.

import { announce, copyText, showFor } from "../base/clipboard.js";
import { actionButton, isWritten, make } from "../base/dom.js";
import { editorInsert } from "./editor.js";
import { calledBy, cardWords, maskedValues, wholeValues } from "./masking.js";
import { replyBlocks, stepBlocks } from "./reply.js";
import { linkWithValues } from "./value-links.js";
import { chosenAnswers } from "../steps/decisions.js";
import { withPath } from "../steps/path.js";
import { progressOf } from "../steps/progress.js";
import { say } from "../base/words.js";
import { htmlText, linkText, plainText } from "./writing.js";

/** @typedef {import("../base/shapes.js").Card} Card */
/** @typedef {import("../base/shapes.js").ValueShape} ValueShape */
/** @typedef {import("../base/words.js").Key} Key */

/**
 * What is shared: `scope` is the element in which answers are chosen and keys work, `unsure` whether the card
 * only looks like what was pasted.
 * @typedef {object} Shareable
 * @property {Card} card
 * @property {Record<string, string>} values
 * @property {Record<string, ValueShape>} shapes
 * @property {string} link "" where nobody else could follow it
 * @property {HTMLElement} scope
 * @property {boolean} [unsure]
 *
 * @typedef {"reply" | "steps" | "link"} Part
 */

/** @type {{part: Part, key: string, label: Key, done: Key}[]} */
const PARTS = [
  { part: "reply", key: "r", label: "copy.reply", done: "copy.reply_done" },
  { part: "steps", key: "s", label: "copy.steps", done: "copy.steps_done" },
  { part: "link", key: "l", label: "copy.link", done: "copy.link_done" },
];
/** @type {{part: Part, label: Key, done: Key}[]} */
const INSERTED = [
  { part: "reply", label: "insert.reply", done: "insert.reply_done" },
  { part: "link", label: "insert.link", done: "insert.link_done" },
];
let shares = 0;

/**
 * Return the buttons, and the look at what they copy.
 * @param {Shareable} shareable
 * @returns {HTMLElement[]}
 */
export function shareTools(shareable) {
  const share = new Share(shareable);
  shareable.scope.addEventListener("keydown", (event) => share.key(event));
  // Another answer, other steps; this event does not bubble.
  const refresh = (/** @type {Event} */ event) => {
    if (event.target !== share.details) share.refresh();
  };
  shareable.scope.addEventListener("toggle", refresh, { capture: true });
  const copies = [...share.buttons.values()];
  if (share.inserts.length === 0) return [...copies, share.details];
  // Beside an editor nobody needs the clipboard first.
  share.details.append(make("div", { class: "eb-share__copies" }, ...copies));
  return [...share.inserts, share.details];
}

class Share {
  /** @param {Shareable} shareable */
  constructor(shareable) {
    this.shareable = shareable;
    this.known = cardWords(shareable.card);
    /** @type {Map<Part, HTMLButtonElement>} */
    this.buttons = new Map(
      PARTS.filter(this.#offered).map(({ part, key, label }) => [part, this.#button(part, key, say(label))]),
    );
    const insert = editorInsert();
    this.inserts = insert
      ? INSERTED.filter(this.#offered).map((each) => this.#insertButton(each, insert))
      : [];
    this.hide = make("input", { type: "checkbox", checked: true });
    this.include = make("input", { type: "checkbox" });
    this.told = make("bdi");
    this.including = make(
      "label",
      { class: "eb-check" },
      this.include,
      make("span", {}, say("share.include"), " ", this.told),
    );
    this.preview = make("textarea", { class: "eb-share__text", readonly: true, rows: "12" });
    this.blanks = make("span");
    this.details = this.#look();
    for (const box of [this.hide, this.include]) box.addEventListener("change", () => this.refresh());
    this.refresh();
  }

  #offered = (/** @type {{part: Part}} */ { part }) => part !== "link" || this.shareable.link !== "";

  /** Show what would be copied now. */
  refresh() {
    const { shapes } = this.shareable;
    const told = Object.entries(this.#linkValues()).map(
      ([name, value]) => `${calledBy(name, shapes[name])} ${value}`,
    );
    this.told.textContent = told.join(", ");
    this.including.hidden = told.length === 0 || !this.shareable.link;
    const { text, blanks } = this.#content("reply");
    this.preview.value = text;
    this.blanks.textContent = blanks > 0 ? ` (${say("share.blanks", { number: blanks })})` : "";
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const part = PARTS.find(({ key }) => key === event.key)?.part;
    if (!part || !this.buttons.has(part) || isWritten(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // The theme has other plans for single letters.
    event.stopPropagation();
    void this.copy(part);
  }

  /**
   * Copy a part and say so; where the browser refuses, leave it selected to be copied by hand.
   * @param {Part} part
   */
  async copy(part) {
    const button = this.buttons.get(part);
    const { text, html, blanks } = this.#content(part);
    if (!(await copyText(text, html))) return this.#refused(text);
    const wording = PARTS.find((each) => each.part === part);
    if (!button || !wording) return;
    announce(told(wording.done, blanks));
    showFor(button, say(wording.label), say("copy.done_short"));
  }

  /**
   * Return the button that writes a part into the editor; what the editor refuses is left to be copied.
   * @param {{part: Part, label: Key, done: Key}} wording
   * @param {import("./editor.js").Insert} insert
   * @returns {HTMLButtonElement}
   */
  #insertButton({ part, label, done }, insert) {
    return actionButton(say(label), "eb-button eb-button--small", async (button) => {
      const { text, html = linkText(text), blanks } = this.#content(part);
      try {
        await insert(html);
      } catch {
        return this.#refused(text, "insert.refused");
      }
      announce(told(done, blanks));
      return showFor(button, say(label), say("insert.done_short"));
    });
  }

  /**
   * @param {string} text
   * @param {Key} words
   */
  #refused(text, words = "copy.selected") {
    announce(say(words));
    this.details.open = true;
    this.preview.value = text;
    this.preview.focus();
    this.preview.select();
  }

  /**
   * @param {Part} part
   * @param {string} key
   * @param {string} label
   * @returns {HTMLButtonElement}
   */
  #button(part, key, label) {
    const button = actionButton(label, "eb-button eb-button--quiet eb-button--small", () => {
      void this.copy(part);
    });
    button.setAttribute("aria-keyshortcuts", key);
    button.title = say("copy.key", { label, key });
    return button;
  }

  /** @returns {HTMLDetailsElement} */
  #look() {
    const hasValues = Object.keys(this.shareable.values).length > 0;
    shares += 1;
    this.preview.id = `eb-share-${shares}`;
    return make(
      "details",
      { class: "eb-more eb-share" },
      make("summary", {}, say("share.look"), this.blanks),
      hasValues &&
        make("label", { class: "eb-check" }, this.hide, make("span", {}, say("share.hide"))),
      this.including,
      make("label", { class: "eb-share__label", for: this.preview.id }, say("share.preview")),
      this.preview,
    );
  }

  #masked() {
    return maskedValues(this.shareable.values, this.shareable.shapes, this.known);
  }

  /** @returns {Record<string, string>} */
  #linkValues() {
    const { values } = this.shareable;
    if (!this.hide.checked) return values;
    const { hidden } = this.#masked();
    return Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.includes(name)));
  }

  /**
   * @param {Part} part
   * @returns {{text: string, html?: string, blanks: number}} with the number of brackets left to fill in
   */
  #content(part) {
    const { card, values, shapes, scope, unsure } = this.shareable;
    const { answers } = progressOf(card.id);
    const plain = this.shareable.link && withPath(this.shareable.link, { entry: "", answers });
    const link = this.include.checked ? linkWithValues(plain, this.#linkValues()) : plain;
    if (part === "link") return { text: link, blanks: 0 };
    const { words, hidden } = this.hide.checked ? this.#masked() : { words: wholeValues(values), hidden: [] };
    /** @type {Set<string>} */
    const blanks = new Set();
    const fill = (/** @type {string} */ hole) => {
      const shape = Object.hasOwn(shapes, hole) ? shapes[hole] : undefined;
      const word = words.get(hole) ?? `[${calledBy(hole, shape)}]`;
      if (!words.has(hole) || hidden.includes(hole)) blanks.add(word);
      return word;
    };
    const material = { card, fill, choices: chosenAnswers(scope), link, unsure: unsure ?? false };
    const blocks = part === "reply" ? replyBlocks(material) : stepBlocks(material);
    const text = plainText(blocks);
    const left = [...blanks].reduce((count, blank) => count + text.split(blank).length - 1, 0);
    return { text, html: htmlText(blocks), blanks: left };
  }
}

/**
 * Return what is said of a copy: that it is there, and what is left to fill in.
 * @param {Key} done
 * @param {number} blanks
 * @returns {string}
 */
function told(done, blanks) {
  return blanks > 0 ? `${say(done)} ${say("share.blanks", { number: blanks })}.` : say(done);
}
