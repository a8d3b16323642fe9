// The box: what is pasted, typed, dropped, handed over, cleared and taken back.

import { announce } from "../base/clipboard.js";
import { actionButton, isWritten, make, part, present } from "../base/dom.js";
import { FileProblem, readSource } from "../base/files.js";
import { handedOver, LONGEST_HANDOVER } from "../base/fragment.js";
import { say } from "../base/words.js";
import { pathIn } from "../steps/path.js";
import { bigSource, fitsBox } from "./large-paste.js";

/** @typedef {import("../base/shapes.js").Source} Source */

/**
 * How a source came: letter by letter, at once, by a button that asks, or as what an address names.
 * @typedef {"typed" | "given" | "asked" | "resumed"} How
 *
 * What the box tells.
 * @typedef {object} Listener
 * @property {(source: Source, how: How) => void} consider
 * @property {() => void} clear
 * @property {(path: import("../steps/path.js").Path) => void} resume
 * @property {() => boolean} follow the answers of an address among what is shown, if they are for that
 * @property {(words: string) => void} explain instead of an answer
 * @property {(words: string) => void} remark beside the box
 */

const TYPING_PAUSE = 150;

/**
 * Watch a lookup's box.
 * @param {HTMLElement} section
 * @param {HTMLTextAreaElement} area
 * @param {Listener} listener
 */
export function watchInput(section, area, listener) {
  const box = new Box(section, area, listener);
  area.addEventListener("input", (event) => box.changed(event));
  area.addEventListener("paste", (event) => box.pasted(event));
  area.addEventListener("keydown", (event) => box.key(event));
  section.addEventListener("dragover", (event) => box.over(event, true));
  section.addEventListener("dragleave", (event) => box.over(event, false));
  section.addEventListener("drop", (event) => box.dropped(event));
  section.addEventListener("click", ({ target }) => {
    const text = target instanceof HTMLElement && target.dataset["paste"];
    if (text) box.put({ text }, "asked");
  });
  part(section, "find", HTMLElement)?.addEventListener("click", () => box.find());
  part(section, "clear", HTMLElement)?.addEventListener("click", () => box.clear());
  // Two places in the history may have one address.
  addEventListener("popstate", () => listener.follow() || box.takeOver());
  // Before the theme, whose search box the same key opens on every other page.
  addEventListener("keydown", (event) => box.shortcut(event), { capture: true });
  if (!box.takeOver()) box.greet();
}

class Box {
  /**
   * @param {HTMLElement} section
   * @param {HTMLTextAreaElement} area
   * @param {Listener} listener
   */
  constructor(section, area, listener) {
    this.section = section;
    this.area = area;
    this.listener = listener;
    this.clearButton = part(section, "clear", HTMLButtonElement);
    this.example = area.placeholder;
    /** What is too big for the text area. @type {Source | null} */
    this.big = null;
    this.notes = make("div", {});
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pause = undefined;
    this.frame = area.closest(".eb-lookup__box");
    this.frame?.after(this.notes);
    // Somebody may have been faster than this script.
    if (area.value) this.changed(new Event("input"));
  }

  /** Put the cursor into the box where a keyboard is likely and nobody is elsewhere yet. */
  greet() {
    const idle = document.activeElement === document.body || document.activeElement === null;
    if (idle && scrollY === 0 && matchMedia("(hover: hover)").matches)
      this.area.focus({ preventScroll: true });
  }

  /**
   * Take the paste that the address hands over, and take it out of the address at once; or the entry with
   * which somebody was there.
   * @returns {boolean}
   */
  takeOver() {
    const path = pathIn(location.hash);
    if (path.entry) {
      this.listener.resume(path);
      this.put({ text: path.entry }, "resumed");
      return true;
    }
    const given = handedOver(location.hash);
    if (!given) return false;
    history.replaceState(history.state, "", location.pathname + location.search);
    const note = given.cut ? say("box.cut", { number: LONGEST_HANDOVER }) : "";
    this.put({ text: given.text, note }, "asked");
    return true;
  }

  /**
   * Fill the box with a source and look it up; one that is too big is summed up instead.
   * @param {Source} source
   * @param {How} [how]
   */
  put(source, how = "given") {
    this.big = fitsBox(source.text) ? null : source;
    this.area.value = this.big ? "" : source.text;
    const note = source.note && make("p", { class: "eb-note" }, source.note);
    this.notes.replaceChildren(...present([this.big && bigSource(this.big), note]));
    this.#settled();
    this.listener.consider(source, how);
  }

  /** @param {Event} event */
  changed(event) {
    const text = this.area.value;
    if (!fitsBox(text)) return this.put({ text });
    this.big = null;
    this.notes.replaceChildren();
    this.#settled();
    if (!text.trim()) return this.listener.clear();
    const typed = event instanceof InputEvent && !/paste|drop/i.test(event.inputType);
    const how = typed ? "typed" : "given";
    this.pause = setTimeout(() => this.listener.consider({ text }, how), typed ? TYPING_PAUSE : 0);
  }

  /** @param {ClipboardEvent} event */
  pasted(event) {
    const data = event.clipboardData;
    const text = data?.getData("text/plain") ?? "";
    if (!fitsBox(text)) {
      event.preventDefault();
      this.put({ text });
    } else if (!text && data?.files.length) {
      event.preventDefault();
      void this.#read([...data.files]);
    }
  }

  /**
   * Show that a file may be dropped here.
   * @param {DragEvent} event
   * @param {boolean} over
   */
  over(event, over) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.frame?.classList.toggle("eb-lookup__box--over", over);
  }

  /** @param {DragEvent} event */
  dropped(event) {
    this.frame?.classList.remove("eb-lookup__box--over");
    const files = event.dataTransfer?.files;
    // Dropped text goes into the box by itself; a dropped file would replace the page.
    if (!files?.length) return;
    event.preventDefault();
    void this.#read([...files]);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const [key, chord] = [event.key.toLowerCase(), event.ctrlKey || event.metaKey];
    if (key === "enter" && chord) this.find();
    else if (key === "escape" && !event.isComposing && this.#source().text) this.clear();
    else if (key === "z" && chord && !this.area.value && this.notes.querySelector(".eb-undo")) {
      event.preventDefault();
      this.notes.querySelector("button")?.click();
    }
  }

  /**
   * Go to the box with a slash, unless it is written somewhere.
   * @param {KeyboardEvent} event
   */
  shortcut(event) {
    const { target, key } = event;
    if (key !== "/" || isWritten(target) || !this.area.isConnected) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.area.focus();
  }

  /** Look up what is there now, without waiting. */
  find() {
    clearTimeout(this.pause);
    const source = this.#source();
    if (source.text.trim()) return this.listener.consider(source, "asked");
    this.listener.remark(say("box.nothing"));
    this.area.focus();
  }

  /** Empty the box, and offer to take that back. */
  clear() {
    const before = this.#source();
    this.area.value = "";
    this.big = null;
    const undo = actionButton(say("box.undo"), "eb-button eb-button--quiet eb-button--small", () => {
      this.put(before);
      this.area.focus();
    });
    this.notes.replaceChildren(make("p", { class: "eb-undo" }, say("box.cleared"), " ", undo));
    announce(say("box.cleared"));
    this.#settled();
    this.listener.clear();
    this.area.focus();
  }

  /**
   * Read the first file, and say so where there are more.
   * @param {File[]} files
   */
  async #read(files) {
    const [file] = files;
    if (!file) return;
    const { name } = file;
    const note = files.length > 1 ? say("file.first", { number: files.length, name }) : "";
    try {
      this.put({ ...(await readSource(file)), note });
    } catch (error) {
      const words = error instanceof FileProblem ? error.message : say("file.unread");
      this.listener.explain(present([words, note]).join(" "));
    }
  }

  /** @returns {Source} */
  #source() {
    return this.big ?? { text: this.area.value };
  }

  #settled() {
    clearTimeout(this.pause);
    const filled = Boolean(this.#source().text.trim());
    this.section.classList.toggle("eb-lookup--filled", filled);
    if (this.clearButton) this.clearButton.hidden = !filled;
    // An empty box with an example in it would look as if the text were lost.
    this.area.placeholder = this.big ? say("box.below") : this.example;
  }
}
