// How the lookup looks inside other pages: light or dark as they say it, all else its own.

/** The style sheet of an embedded lookup; a constructed sheet needs no leave from a page's content policy. */
export const EMBED_STYLE = `
:host { all: initial; color-scheme: inherit; display: block; }
* { box-sizing: border-box; }
.box {
  --ink: light-dark(#14211f, #e7efed);
  --soft: light-dark(#41504d, #b6c5c1);
  --paper: light-dark(#ffffff, #0f1718);
  --surface: light-dark(#f4f7f6, #162022);
  --line: light-dark(#d7e0de, #2a393b);
  --edge: light-dark(#788a87, #6b817d);
  --accent: light-dark(#0b5d57, #6ed2c2);
  --on-accent: light-dark(#ffffff, #04211d);
  --value: light-dark(#cde5ff, #1c3f67);
  background: var(--paper);
  border: 1px solid var(--line);
  border-radius: 10px;
  color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
  overflow-wrap: anywhere;
  padding: 16px;
}
label { display: block; font-weight: 650; margin-bottom: 6px; }
textarea {
  background: var(--paper);
  border: 1px solid var(--edge);
  border-radius: 6px;
  color: var(--ink);
  display: block;
  font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace;
  padding: 8px 10px;
  resize: vertical;
  unicode-bidi: plaintext;
  width: 100%;
}
:is(textarea, button, a):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.bar { align-items: center; display: flex; flex-wrap: wrap; gap: 8px 16px; justify-content: space-between; }
.bar { margin-top: 10px; }
.private { color: var(--soft); flex: 1 1 220px; font-size: 13.5px; margin: 0; }
button {
  background: var(--accent);
  border: 1px solid var(--accent);
  border-radius: 6px;
  color: var(--on-accent);
  cursor: pointer;
  font: inherit;
  font-size: 15px;
  font-weight: 600;
  min-height: 40px;
  padding: 6px 16px;
}
.status { font-weight: 650; margin: 14px 0 0; }
.status:empty { display: none; }
.answer { border-top: 1px solid var(--line); margin-top: 14px; padding-top: 12px; }
ul.answer { margin-bottom: 0; padding-left: 20px; }
.answer li { margin-bottom: 6px; }
.outcome { color: var(--accent); font-size: 13.5px; font-weight: 650; margin: 0; }
.like .outcome { color: light-dark(#7d4a00, #f1bd63); }
h2 { font-size: 17px; line-height: 1.3; margin: 2px 0 6px; }
p { margin: 0 0 8px; }
a { color: var(--accent); text-underline-offset: 0.18em; }
.value { background: var(--value); border-radius: 3px; padding: 0 3px; }
.hole { color: var(--soft); font-style: italic; }
code { background: var(--surface); border-radius: 3px; font-size: 0.9em; padding: 0 3px; }
@media print { :host { color-scheme: light; } .bar { display: none; } }
@media (forced-colors: active) { .value, .box { border: 1px solid; } }
`;
