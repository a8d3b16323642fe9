// The script of an index of several pages: a filter that knows the errors of all of them.

import { make, part } from "../base/dom.js";
import { say } from "../base/words.js";
import { deliver, openDelivery } from "../engine/delivery.js";
import { headingOf } from "./filter.js";
import { startControls } from "./filter-controls.js";
import { shorten } from "./long-group.js";
import { found, packedRow } from "./long-rows.js";

const MOST_SHOWN = 200;

/**
 * Put the filter in its place; what is looked for takes the place of the page's groups.
 * @param {HTMLElement} place
 */
function startLongFilter(place) {
  const { rows: address = "", of = "", choices = "{}", root = "" } = place.dataset;
  /** @type {HTMLElement[]} */
  const usual = [...document.querySelectorAll('[data-eb="group"], [data-eb="parts"]')].flatMap((each) =>
    each instanceof HTMLElement ? [headingOf(each) ?? each, each] : [],
  );
  const list = make("ul", { class: "eb-list" });
  const section = make("section", { class: "eb-group", hidden: true }, list);
  (place.closest(".eb-lead") ?? place).after(section);
  /** @param {boolean} found */
  const swap = (found) => {
    section.hidden = !found;
    for (const each of usual) {
      each.hidden = found;
      if (!found) shorten(each, [...each.querySelectorAll("li[data-id]")].flatMap(itemOf));
    }
  };
  /** @type {unknown} */
  let asked;
  let whole = 0;
  const facets = /** @type {Record<string, string[]>} */ (JSON.parse(choices));
  startControls(place, [{ id: "", text: "", facets }], (filter, tell) => {
    asked = filter;
    if (filter.all) {
      swap(false);
      return tell(whole, whole);
    }
    return void deliver(new URL(address, document.baseURI).href, "rows").then(
      (delivered) => {
        // Somebody typed on while the rows came.
        if (asked !== filter) return;
        const all = /** @type {{rows: import("./long-rows.js").Packed[]}} */ (delivered);
        const { left, number } = found(all.rows, of, filter);
        list.replaceChildren(...left.slice(0, MOST_SHOWN).map((each) => packedRow(each, root)));
        whole = number;
        swap(true);
        const more = left.length > MOST_SHOWN ? ` ${say("filter.first", { number: MOST_SHOWN })}` : "";
        tell(left.length, number, more);
      },
      () => asked === filter && (swap(false), tell(0, 0, say("filter.missing"))),
    );
  });
}

/**
 * @param {Element} item
 * @returns {{item: HTMLElement}[]}
 */
function itemOf(item) {
  return item instanceof HTMLElement ? [{ item }] : [];
}

openDelivery();
const PLACE = part(document, "filter", HTMLElement);
if (PLACE) startLongFilter(PLACE);
