// A long group of an index on a phone: its first errors, and a button for the others.

import { actionButton, make } from "../base/dom.js";
import { say } from "../base/words.js";

const PHONE = matchMedia("(max-width: 30em)");
const AT_ONCE = 6;
// A button for one or two would take their room.
const AT_LEAST = 3;

/**
 * Leave of a group its first errors, unless somebody wanted to see all or stands at one of the others.
 * @param {HTMLElement} group
 * @param {{item: HTMLElement}[]} rows all of them in sight
 */
export function shorten(group, rows) {
  group.querySelector(".eb-group__more")?.remove();
  const rest = rows.slice(AT_ONCE).map(({ item }) => item);
  if (!PHONE.matches || rest.length < AT_LEAST || group.dataset["whole"]) return;
  for (const item of rest) item.hidden = true;
  const label = say("index.more", { errors: say("count.errors", { number: rest.length }) });
  const button = actionButton(label, "eb-button eb-button--quiet eb-button--small", () => {
    group.dataset["whole"] = "yes";
    for (const item of rest) item.hidden = false;
    rest[0]?.querySelector("a")?.focus({ preventScroll: true });
    button.closest("p")?.remove();
  });
  group.append(make("p", { class: "eb-group__more" }, button));
}
