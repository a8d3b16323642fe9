// Boxes that stay quick, whatever is pasted or dropped into them.

import { isPiledUp, withoutPiles } from "./dom.js";

/**
 * Keep marks from piling up in the boxes below a node: those above a hundred on one letter stay out.
 * @param {EventTarget} root
 */
export function keepBoxesQuick(root) {
  // Before a browser takes the text in: it draws it in the same moment, before anybody hears of an input.
  root.addEventListener("beforeinput", (event) => {
    if (!(event instanceof InputEvent) || !event.data || !isPiledUp(event.data)) return;
    const [box] = event.composedPath();
    if (!(box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement)) return;
    event.preventDefault();
    const data = withoutPiles(event.data);
    box.setRangeText(data, box.selectionStart ?? 0, box.selectionEnd ?? 0, "end");
    box.dispatchEvent(new InputEvent("input", { inputType: event.inputType, data, bubbles: true }));
  });
}
