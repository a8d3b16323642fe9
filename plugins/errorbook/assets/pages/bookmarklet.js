// A bookmark that looks up what is selected on any page; its address is made here, where the site's is known.

import { announce, copyText, showFor } from "../base/clipboard.js";
import { actionButton, make } from "../base/dom.js";
import { LONGEST_HANDOVER } from "../base/fragment.js";
import { say } from "../base/words.js";
import { sentAddress } from "../share/sent-address.js";

/**
 * Return the bookmark's address: the selection, also one inside a field, goes into the lookup's fragment.
 * @param {string} lookup address of the lookup page
 * @returns {string}
 */
export function bookmarkAddress(lookup) {
  const start = JSON.stringify(`${lookup.split("#")[0]}#`);
  const script = `(()=>{
    const field=document.activeElement;
    const inField=field&&typeof field.selectionStart=="number"&&typeof field.value=="string";
    const part=inField?field.value.slice(field.selectionStart,field.selectionEnd):"";
    const text=part||String(getSelection());
    const start=text.slice(0,${LONGEST_HANDOVER}).replace(/\\p{Surrogate}/gu,"");
    const name=text.length>${LONGEST_HANDOVER}?"q-start=":"q=";
    open(${start}+(start.trim()?name+encodeURIComponent(start):""),"_blank","noopener");
  })()`;
  return `javascript:${encodeURIComponent(script.replace(/\n\s*/g, ""))}`;
}

/**
 * Put the bookmark where the page has room for it.
 * @param {HTMLElement} room
 */
export function startBookmarklet(room) {
  const { lookup = "", label = "" } = room.dataset;
  // A page of the web cannot open one on a disk, and the path of a disk is its owner's alone.
  const sent = sentAddress(new URL(lookup, document.baseURI).href);
  if (!sent) return room.replaceChildren(make("p", {}, say("bookmark.web")));
  const address = bookmarkAddress(sent);
  const link = make("a", { class: "eb-button eb-bookmarklet", draggable: "true" }, label);
  link.href = address;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    announce(say("bookmark.drag"));
    hint.hidden = false;
  });
  const copy = actionButton(say("bookmark.copy"), "eb-button eb-button--quiet", async () => {
    const copied = await copyText(address);
    announce(say(copied ? "bookmark.copied" : "copy.refused"));
    showFor(copy, say("bookmark.copy"), say(copied ? "copy.done_short" : "copy.refused_short"));
  });
  const hint = make("p", { hidden: true }, say("bookmark.hint"));
  room.replaceChildren(make("p", { class: "eb-bookmarklet__bar" }, link, " ", copy), hint);
}
