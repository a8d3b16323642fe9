// Where the browser's part begins: what the data files call, and what each page needs.

/** Tell style sheets that scripts run, as soon as that is known. */
export function start() {
  document.documentElement.classList.add("eb-scripted");
}

if (typeof document !== "undefined") start();
