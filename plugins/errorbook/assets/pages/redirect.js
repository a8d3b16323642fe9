// Leads a permalink to its page and takes along what stands behind it: the query and the fragment.
// A classic script, run in the head; the address it leads to is written by the build, never by a visitor.

const to = document.currentScript?.dataset["to"];
if (to) {
  const address = new URL(to, document.baseURI);
  address.search = location.search;
  address.hash = location.hash;
  location.replace(address.href);
}
