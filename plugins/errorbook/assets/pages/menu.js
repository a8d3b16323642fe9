// The menu of a narrow window, which Material opens to a pointer alone.

import { make } from "../base/dom.js";
import { say } from "../base/words.js";

const OPENERS = "label:not([for=__drawer])";
const STOPS = `a[href], ${OPENERS}`;
/** What is read of a part and of a title, by the id of what says it: Material's labels may have no role. */
const TOLD = /** @type {const} */ ({ "eb-menu-opens": "menu.opens", "eb-menu-back": "menu.back" });

/** Give the menu a button, and lead the keyboard into it, from part to part, and out of it again. */
export function startMenu() {
  const toggle = document.getElementById("__drawer");
  const label = document.querySelector("label.md-header__button[for=__drawer]");
  if (!(toggle instanceof HTMLInputElement) || !label) return;
  const named = { type: "button", class: `${label.className} eb-drawer`, "aria-label": say("menu.name") };
  const button = make("button", named, ...label.childNodes);
  button.addEventListener("click", () => toggle.click());
  label.replaceWith(button);
  for (const [id, words] of Object.entries(TOLD)) {
    document.body.append(make("span", { id, hidden: true }, say(words)));
  }
  const turned = () => {
    button.setAttribute("aria-expanded", String(toggle.checked));
    if (toggle.checked) enter();
    else if (isInMenu(document.activeElement)) button.focus({ preventScroll: true });
  };
  turned();
  addEventListener("change", ({ target }) => {
    if (target === toggle) turned();
    else if (toggle.checked && isInMenu(target) && target instanceof HTMLInputElement) goOn(target);
  });
  addEventListener("focusout", ({ target, relatedTarget }) => {
    if (toggle.checked && relatedTarget && isInMenu(target) && !isInMenu(relatedTarget)) toggle.click();
  });
  addEventListener("keydown", (event) => {
    if (!toggle.checked) return;
    if (event.key === "Escape") toggle.click();
    // Material opens parts with Enter alone.
    if (event.key !== " " || !(event.target instanceof HTMLLabelElement)) return;
    event.preventDefault();
    event.target.click();
  });
}

/** @returns {Element | null} what holds the links; instant navigation brings another */
function menu() {
  return document.querySelector(".md-sidebar--primary");
}

/**
 * @param {EventTarget | null} target
 * @returns {boolean}
 */
function isInMenu(target) {
  return target instanceof Node && Boolean(menu()?.contains(target));
}

/** Put the focus on the first that is in sight; what opens a part, and what closes it, can have it, too. */
function enter() {
  const stops = [...(menu()?.querySelectorAll(STOPS) ?? [])].filter((stop) => stop instanceof HTMLElement);
  for (const stop of stops.filter((one) => one.matches(OPENERS))) {
    stop.tabIndex = 0;
    const isTitle = stop.matches(".md-nav__title");
    stop.setAttribute("aria-describedby", isTitle ? "eb-menu-back" : "eb-menu-opens");
  }
  stops.find((stop) => stop.checkVisibility({ visibilityProperty: true }))?.focus({ preventScroll: true });
}

/**
 * Put the focus on the title of a part that was opened, or on what opens one that was closed.
 * @param {HTMLInputElement} part
 */
function goOn(part) {
  const next = part.parentElement?.querySelector(part.checked ? ".md-nav__title" : "label.md-nav__link");
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}
