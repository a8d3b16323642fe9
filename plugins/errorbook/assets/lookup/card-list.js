// The cards of an answer below each other. Of several problems one card is open, the others are their titles.

import { cardOf } from "./card.js";
import { actionButton, make, present } from "../base/dom.js";
import { say } from "../base/words.js";

/** @typedef {import("./results.js").Showing} Showing */

/** The list, which shows, opens and visits its cards. */
export class CardList {
  /**
   * @param {number[][]} groups findings by their places; those in one group explain the same words
   * @param {Showing} showing
   */
  constructor(groups, showing) {
    this.groups = groups;
    this.showing = showing;
    this.several = groups.length > 1;
    this.element = make("div", {});
    /** @type {HTMLButtonElement | null} */
    this.rest = null;
    this.shown = 0;
    this.element.addEventListener("keydown", (event) => this.#step(event));
  }

  /**
   * Show the first cards, the first of them open, and a button for the others.
   * @param {number} most
   */
  async begin(most) {
    await this.#add(most);
    const left = this.groups.length - this.shown;
    if (left > 0) {
      const label = say("cards.more", { number: left });
      this.rest = actionButton(label, "eb-button eb-button--quiet", () => {
        void this.visit(this.groups[most]?.[0] ?? 0);
      });
      this.element.append(this.rest);
    }
    if (this.several) this.#open(this.element.querySelector("article"));
  }

  /**
   * Open a card and bring it into view, even one that was not shown yet.
   * @param {number} finding
   */
  async visit(finding) {
    if (!this.element.querySelector(`#${cardId(finding)}`) && this.rest) {
      this.rest.remove();
      await this.#add(this.groups.length);
    }
    this.#goTo(this.element.querySelector(`#${cardId(finding)}`));
  }

  /** @param {number} most groups to show in all */
  async #add(most) {
    const groups = this.groups.slice(this.shown, most);
    this.shown += groups.length;
    for (const group of groups) {
      const members = await Promise.all(
        group.map(async (number) => (await this.#card(number))?.article ?? null),
      );
      const either = members.length > 1 && make("p", { class: "eb-either" }, say("cards.either"));
      this.element.append(...present([either, ...members]));
    }
  }

  /**
   * Return the card of a finding, and whether it is whole.
   * @param {number} number
   * @returns {Promise<{article: HTMLElement, whole: boolean} | null>}
   */
  async #card(number) {
    const { paste, answer, href, cardFor, afterCard, pathChanged } = this.showing;
    const finding = answer.result.findings[number];
    const entry = answer.entries[finding?.id ?? ""];
    if (!finding || !entry) return null;
    const card = await cardFor(entry);
    const after = card && afterCard(card);
    const again = () => this.#again(number, article);
    const shown = { finding, entry, paste, card, after, again, pathChanged };
    const article = cardOf(shown, href, cardId(number));
    if (this.several) this.#fold(article);
    return { article, whole: card !== null };
  }

  /**
   * Ask for a card that did not come, and put it where it belongs.
   * @param {number} number
   * @param {HTMLElement} before
   * @returns {Promise<boolean>}
   */
  async #again(number, before) {
    const card = await this.#card(number);
    if (!card?.whole) return false;
    const inside = before.contains(document.activeElement);
    before.replaceWith(card.article);
    if (this.several && before.classList.contains("eb-card--open")) this.#open(card.article);
    const title = card.article.querySelector(".eb-card__title");
    if (inside && title instanceof HTMLElement) title.focus({ preventScroll: true });
    return true;
  }

  /**
   * Leave of a card its title, which opens it and closes the others.
   * @param {HTMLElement} article
   */
  #fold(article) {
    article.classList.add("eb-card--foldable");
    const title = article.querySelector(".eb-card__title");
    const button = actionButton(title?.textContent ?? "", "eb-card__toggle", () => {
      if (button.getAttribute("aria-expanded") === "true") return this.#open(null);
      this.#open(article);
      // The card above closes: the title that is opened would be gone from the screen with it.
      article.scrollIntoView({ block: "start" });
    });
    button.setAttribute("aria-expanded", "false");
    title?.replaceChildren(button);
  }

  /**
   * Open one card, and close the others.
   * @param {Element | null} wanted
   */
  #open(wanted) {
    for (const article of this.element.querySelectorAll("article")) {
      const open = article === wanted;
      article.classList.toggle("eb-card--open", open);
      article.querySelector(".eb-card__toggle")?.setAttribute("aria-expanded", String(open));
    }
  }

  /** @param {Element | null | undefined} article */
  #goTo(article) {
    if (!article) return;
    if (this.several) this.#open(article);
    const title = article.querySelector(".eb-card__title");
    if (title instanceof HTMLElement) title.focus({ preventScroll: true });
    article.scrollIntoView({ block: "start" });
  }

  /**
   * Go to the next or the previous card with n and p, as long as the focus is in one of them.
   * @param {KeyboardEvent} event
   */
  #step(event) {
    const by = { n: 1, p: -1 }[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
    const articles = [...this.element.querySelectorAll("article")];
    const here = articles.findIndex((article) => article.contains(/** @type {Element} */ (event.target)));
    // Material turns pages with the same keys.
    event.stopPropagation();
    this.#goTo(articles[here + by]);
  }
}

/**
 * @param {number} finding
 * @returns {string}
 */
function cardId(finding) {
  return `eb-card-${finding + 1}`;
}
