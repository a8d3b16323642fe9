// In the 404 page of a site that does not know its address, which servers show at any depth: where its files
// are not at the root, they are in one of the folders of the address. Runs in the page itself, for it cannot
// be loaded either.

const PROBE = document.currentScript?.dataset["probe"] ?? "";
let missing = false;

addEventListener(
  "error",
  ({ target }) => {
    if (missing || !(target instanceof HTMLScriptElement)) return;
    missing = true;
    const names = location.pathname.split("/").slice(1, -1);
    seek(names.map((_, place) => `/${names.slice(0, place + 1).join("/")}/`));
  },
  { capture: true },
);

/**
 * Look for the site in folders, and put the page right when it is there.
 * @param {string[]} folders
 */
function seek([folder, ...others]) {
  if (!folder) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = `${folder}${PROBE}`;
  link.onload = () => {
    link.remove();
    // Scripts that the page has not come to yet would fail as well.
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => mend(folder));
    else mend(folder);
  };
  link.onerror = () => (link.remove(), seek(others));
  document.head.append(link);
}

/**
 * Let everything that leads to the root lead to a folder, and run the scripts again that were not there.
 * @param {string} folder
 */
function mend(folder) {
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^\/(?!\/)/.test(value)) element.setAttribute(name, `${folder}${value.slice(1)}`);
    }
  }
  let last = null;
  for (const script of document.querySelectorAll("script")) {
    if (script.type === "application/json") {
      script.textContent = (script.textContent ?? "").replace(/"\/(?!\/)/g, `"${folder}`);
    } else if (script.src) {
      const again = document.createElement("script");
      again.async = false;
      again.src = script.src;
      script.replaceWith(again);
      last = again;
    }
  }
  // The theme begins when the page is read, which was before it came.
  last?.addEventListener("load", () => document.dispatchEvent(new Event("DOMContentLoaded")));
}
