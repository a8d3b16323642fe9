// What the browser's data looks like: types only, nothing runs here.

/**
 * `pattern` is how a type of the catalogue's own is written, `personal` whether such a value is hidden.
 * @typedef {{type: string, label: string, sensitive?: boolean, pattern?: string,
 *   personal?: boolean}} ValueShape
 *
 * An entry of the match index, as far as the pages use it; urls are relative to the site's root.
 * @typedef {object} IndexEntry
 * @property {string} id
 * @property {string} title
 * @property {string} [lang] of the title, where it is not that of the page
 * @property {string} url
 * @property {string} card
 * @property {string} severity
 * @property {[text: string, role: string][]} [messages]
 * @property {Record<string, ValueShape>} [values]
 *
 * @typedef {import("../matching/settings.js").Index} WordIndex
 *
 * `folder` is where the shards of an index in parts are served, beside it; `described` is the index of
 * descriptions, which an index in parts does not have.
 * @typedef {{version: number, entries: IndexEntry[], folder?: string, described?: string}} Served
 * @typedef {Omit<WordIndex, "entries"> & Served} MatchIndex
 *
 * [start, end, name of the value or "" for the message's own words], in UTF-16 units of the paste.
 * @typedef {[start: number, end: number, hole: string]} Span
 *
 * @typedef {object} Finding
 * @property {string} id
 * @property {"is" | "like"} outcome
 * @property {number} score
 * @property {import("../matching/doubts/doubts.js").Reason} reason
 * @property {Record<string, string>} values
 * @property {Record<string, string[]>} further
 * @property {Span[]} spans
 * @property {number} count
 * @property {string[]} documents
 * @property {string[]} path
 * @property {number} message
 *
 * @typedef {object} Result
 * @property {Finding[]} findings
 * @property {{id: string, score: number}[]} nearest
 * @property {string[]} unknown
 * @property {number} read
 *
 * A result together with the index entries that it names, and with what a text without a finding may tell of.
 * @typedef {import("../describing/suggester.js").Suggestion} Suggestion
 * @typedef {{id: string, title: string, url: string, lang?: string | undefined}} Withdrawn
 * @typedef {{result: Result, entries: Record<string, IndexEntry>, suggestions: Suggestion[],
 *   withdrawn?: Withdrawn | undefined}} Answer
 *
 * What goes below a step or a cause: a box has the words that it begins with.
 * @typedef {object} TextBlock
 * @property {"text" | "code" | "table" | "note" | "warning"} kind
 * @property {string} [text]
 * @property {string[][]} [rows]
 * @property {string} [words]
 *
 * @typedef {object} Step
 * @property {string} anchor
 * @property {string} [do]
 * @property {string[]} [path] where to click, menu by menu
 * @property {{src: string, alt: string, width: number, height: number, dark?: string}} [image]
 * @property {TextBlock[]} [more]
 * @property {string} [see]
 * @property {string} [risk]
 * @property {string} [risk_words]
 * @property {string} [undo]
 * @property {string} [ask]
 * @property {{answer: string, steps: Step[]}[]} [answers]
 * @property {string} [evidence_words]
 *
 * @typedef {{id: string, title: string, url: string, lang?: string}} EntryLink
 *
 * @typedef {object} Card
 * @property {string} id
 * @property {string} title
 * @property {string} url
 * @property {string} permalink
 * @property {string} system_name
 * @property {string} [summary]
 * @property {string} [lang] of its texts, where it is not that of the page
 * @property {string} [lead] the summary's first sentence
 * @property {string[]} [facts]
 * @property {{text: string, links?: EntryLink[]}} [banner]
 * @property {string} [status_page] of the system, where it may be down for everybody
 * @property {Record<string, ValueShape>} [values]
 * @property {{text: string, more?: TextBlock[], note?: string}[]} [causes]
 * @property {Step[]} [resolution]
 * @property {string} [verify]
 * @property {string} [prevention]
 * @property {{when: string, collect?: string[]}} [escalate]
 * @property {{title: string, url: string}[]} [guides]
 * @property {(EntryLink & {type: string, words: string})[]} [relations]
 * @property {string[]} [support_notes] for agents, in packages that only they have
 * @property {string[]} [grounds] how the message is known, and how the fix
 * @property {string} [reviewed]
 * @property {ReplyWords} [reply]
 *
 * The words around a copied reply; what a site leaves out is not there.
 * @typedef {{greeting?: string, meaning?: string, fix?: string, verify?: string, help?: string,
 *   link?: string, closing?: string}} ReplyWords
 *
 * What somebody asks about: the text, and where it came from if not from the box.
 * @typedef {object} Source
 * @property {string} text
 * @property {string} [name]
 * @property {number} [size] in bytes, where only a part was read
 * @property {string} [note] what is to be said of it
 */
