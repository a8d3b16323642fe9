// Puts the lookup of this help site into every <div data-errorbook></div> of a page on another site.
// This file's name stays; what it loads has a new name whenever it changes. The build fills in the braces.

import { OWN_SCRIPT, setSource } from "../base/trust.js";

const EMBED_LOADED = document.createElement("script");
setSource(EMBED_LOADED, new URL("{{ script }}", OWN_SCRIPT).href);
EMBED_LOADED.dataset["index"] = new URL("{{ index }}", OWN_SCRIPT).href;
EMBED_LOADED.dataset["matcher"] = new URL("{{ matcher }}", OWN_SCRIPT).href;
EMBED_LOADED.dataset["promise"] = "{{ promise }}";
EMBED_LOADED.dataset["root"] = new URL("../../", OWN_SCRIPT).href;
// A page whose content policy asks for a nonce has given one to this script.
if (document.currentScript?.nonce) EMBED_LOADED.nonce = document.currentScript.nonce;
document.head.append(EMBED_LOADED);
