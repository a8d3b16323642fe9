// Elements and texts for the page: text is always text, whatever it holds.

/** @typedef {Node | string | null | undefined | false} Child */

// Direction overrides could turn a value around; other control characters show nothing or garble.
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// No language puts a hundred marks on a letter, and browsers draw them in time by the square of them.
const PILED_UP =
  /([\p{M}\p{Cf}\p{Emoji_Modifier}\u0e33\u0eb3]{100})[\p{M}\p{Cf}\p{Emoji_Modifier}\u0e33\u0eb3]+/gu;
const WRITING = "input:not([type=checkbox]), textarea, select, [contenteditable]";
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/**
 * Return an element with attributes and children; an attribute that is false or undefined is left out.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | boolean | undefined>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(attribute, value === true ? "" : value);
  }
  element.append(...present(children));
  return element;
}

/**
 * Return an element, marked as in another language than the page where that is given.
 * @template {HTMLElement | null} Kind
 * @param {Kind} element
 * @param {string | undefined} language
 * @returns {Kind}
 */
export function inLanguage(element, language) {
  if (element && language) element.lang = language;
  return element;
}

/**
 * Return the children that are there.
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
export function present(children) {
  return children.filter(/** @returns {child is Node | string} */ (child) => Boolean(child));
}

/**
 * Return a text of unknown origin fit to be shown: no direction marks, no control characters, no marks piled
 * up on one letter, not too long.
 * @param {string} text
 * @param {number} [most] characters to show
 * @returns {string}
 */
export function shown(text, most = Infinity) {
  const clean = withoutPiles(text.replace(DIRECTION_MARKS, "").replace(CONTROL_CHARACTERS, "\ufffd"));
  return clean.length > most ? `${clean.slice(0, most).trimEnd()}…` : clean;
}

/**
 * Return a text with a hundred marks at most on any letter.
 * @param {string} text
 * @returns {string}
 */
export function withoutPiles(text) {
  return text.replace(PILED_UP, "$1");
}

/**
 * Tell whether a browser would take long to draw a text.
 * @param {string} text
 * @returns {boolean}
 */
export function isPiledUp(text) {
  return text.search(PILED_UP) >= 0;
}

/**
 * Return a button that does something.
 * @param {string} label
 * @param {string} className
 * @param {(button: HTMLButtonElement) => void} act
 * @returns {HTMLButtonElement}
 */
export function actionButton(label, className, act) {
  const button = make("button", { type: "button", class: className }, label);
  button.addEventListener("click", () => act(button));
  return button;
}

/**
 * Tell whether a key that is pressed somewhere is a letter of what is written there.
 * @param {EventTarget | null} target
 * @returns {boolean}
 */
export function isWritten(target) {
  return target instanceof Element && target.closest(WRITING) !== null;
}

/**
 * Return the part of the page that our templates call by a name.
 * @template {HTMLElement} Kind
 * @param {ParentNode} parent
 * @param {string} name
 * @param {new () => Kind} kind
 * @returns {Kind | null}
 */
export function part(parent, name, kind) {
  const found = parent.querySelector(`[data-eb="${name}"]`);
  return found instanceof kind ? found : null;
}

/**
 * Let an element have the focus until it loses it: no click in its text should give it later on.
 * @param {HTMLElement} element
 */
export function lendFocus(element) {
  if (element.tabIndex >= 0 || element.hasAttribute("tabindex")) return;
  element.tabIndex = -1;
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
}

/**
 * Change the page, and hand on to another element a focus that would be gone with what it was on.
 * @param {HTMLElement} heir
 * @param {() => void} change
 */
export function keepFocus(heir, change) {
  const focused = document.activeElement;
  change();
  if (!focused || focused.isConnected) return;
  lendFocus(heir);
  heir.focus({ preventScroll: true });
}

/**
 * Do something that a button asks for, once at a time; a button that is disabled would lose the focus.
 * @param {HTMLButtonElement} button
 * @param {() => Promise<void>} act
 */
export async function oneAtATime(button, act) {
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  try {
    await act();
  } finally {
    button.removeAttribute("aria-disabled");
  }
}
