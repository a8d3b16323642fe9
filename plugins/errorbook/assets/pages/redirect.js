// Leads a permalink to its page and takes along what stands behind it: the query, and the fragment, unless
// the page is that of another error, whose steps and answers are its own.
// A classic script, run in the head; the address it leads to is written by the build, never by a visitor.

const { to, merged } = document.currentScript?.dataset ?? {};
if (to) {
  const address = new URL(to, document.baseURI);
  address.search = location.search;
  address.hash = merged === undefined ? location.hash : "";
  location.replace(address.href);
}
