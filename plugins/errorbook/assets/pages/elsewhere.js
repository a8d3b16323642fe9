// "Not this error?" on an entry's page: a box whose paste goes on to the lookup page.

import { actionButton, make } from "../base/dom.js";
import { handoverAddress } from "../base/fragment.js";
import { say } from "../base/words.js";

/**
 * Replace the link to the lookup page by a box; without scripts the link does the same in two steps.
 * @param {HTMLElement} section
 */
export function startElsewhere(section) {
  const link = section.querySelector("a");
  const lookup = section.dataset["lookup"];
  if (!link || lookup === undefined) return;
  const area = make("textarea", {
    class: "eb-elsewhere__paste",
    rows: "2",
    "aria-label": say("entry.paste_another_message"),
    placeholder: say("entry.paste_another_message"),
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
  });
  const go = () => {
    const text = area.value;
    const address = new URL(lookup, document.baseURI).href;
    // Nothing stays behind for the way back.
    area.value = "";
    location.assign(text.trim() ? handoverAddress(address, text) : address);
  };
  area.addEventListener("input", (event) => {
    if (event instanceof InputEvent && /paste|drop/i.test(event.inputType) && area.value.trim()) go();
  });
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    go();
  });
  const box = make(
    "div",
    { class: "eb-elsewhere__box" },
    area,
    actionButton(say("find.fix"), "eb-button", go),
  );
  (link.closest("p") ?? link).replaceWith(box);
  // A link that leads here puts the cursor into the box, so that a paste goes there.
  area.id = section.id;
  section.removeAttribute("id");
}
