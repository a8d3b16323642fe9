// The box once there is an answer: one line with the paste, so that the answer is what the screen shows.

import { part } from "../base/dom.js";

const FOLDED = "eb-lookup--folded";
const TURNING = "eb-lookup--turning";
const PLACED = "eb-lookup--placed";

/** Folds a lookup's box to one line, and opens it where somebody goes on writing. */
export class Fold {
  /**
   * @param {HTMLElement} section
   * @param {HTMLTextAreaElement} area
   */
  constructor(section, area) {
    this.section = section;
    this.area = area;
    part(section, "edit", HTMLElement)?.addEventListener("click", () => this.edit());
    // A finger on the line means the text; with the keyboard one goes past it.
    area.addEventListener("pointerup", () => this.open());
    area.addEventListener("input", (event) => {
      if (event instanceof InputEvent && !/paste|drop/i.test(event.inputType)) this.open();
    });
    area.addEventListener("paste", () => {
      // The line stands for what was looked up: what is pasted on it takes its place.
      if (this.folded) area.select();
    });
  }

  get folded() {
    return this.section.classList.contains(FOLDED);
  }

  /**
   * Fold the box and bring it to the top of the screen, with the answer below it; the focus stays.
   * @param {() => void} answer puts the answer there
   */
  close(answer) {
    // What stands below the lookup leaves for this change and comes back below the answer.
    this.section.classList.add(TURNING, FOLDED, PLACED);
    removeEventListener("scroll", this.#moved);
    answer();
    this.area.scrollTop = 0;
    this.section.scrollIntoView({ block: "start", behavior: "instant" });
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        this.section.classList.remove(TURNING);
        // What is scrolled from now on is no longer our doing.
        addEventListener("scroll", this.#moved, { once: true });
      }),
    );
  }

  /** Let the theme offer the way to the top, once the reader has left the place that we chose. */
  #moved = () => this.section.classList.remove(PLACED);

  /** Show the whole box again. */
  open() {
    this.section.classList.remove(FOLDED);
  }

  /** Show the whole box and go on writing in it. */
  edit() {
    this.open();
    this.section.scrollIntoView({ block: "nearest", behavior: "instant" });
    this.area.focus({ preventScroll: true });
  }
}
