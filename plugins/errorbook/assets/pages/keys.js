// Help on "?": which keys do what, where the page has what they work on.

import { actionButton, isWritten, make } from "../base/dom.js";
import { say } from "../base/words.js";

/** Keys, what they do, and what a page must have for them. */
const KEYS = /** @type {const} */ ([
  ["{control} + {enter}", "keys.find", "[data-eb=lookup]"],
  ["{enter}", "keys.find", "[data-eb=elsewhere]"],
  ["{escape}", "keys.clear", "[data-eb=lookup]"],
  ["r  s  l", "keys.copy", ".eb-card, [data-eb=entry]"],
  ["n  p", "keys.card", ".eb-card + .eb-card"],
  ["f  /", "keys.search", "[data-md-component=search]"],
  ["?", "keys.help", "body"],
]);

/** Show the keys whenever somebody asks for them. */
export function startKeys() {
  addEventListener("keydown", (event) => {
    if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWritten(event.target) || document.querySelector(".eb-keys")) return;
    event.preventDefault();
    show();
  });
}

function show() {
  const here = KEYS.filter(([, , needed]) => document.querySelector(needed));
  const rows = here.flatMap(([keys, words]) => {
    // What is written on these depends on the language.
    const local = keys
      .replace("{control}", say("keys.control"))
      .replace("{enter}", say("keys.enter"))
      .replace("{escape}", say("keys.escape"));
    const caps = local.split("  ").flatMap((key) => [make("kbd", {}, key), " "]);
    return [make("dt", {}, ...caps), make("dd", {}, say(words))];
  });
  const title = make("strong", { id: "eb-keys" }, say("keys.title"));
  const close = actionButton(say("keys.close"), "eb-button eb-button--quiet eb-button--small", () => {
    dialog.close();
  });
  const named = { class: "eb-keys", "aria-labelledby": "eb-keys" };
  const dialog = make("dialog", named, title, make("dl", {}, ...rows), close);
  // The focus goes back by itself.
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
