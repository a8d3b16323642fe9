// The parts of the match index that the matcher reads: types only, nothing runs here.

/**
 * Costs and weights share one unit; what each means stands in settings.py.
 * @typedef {object} Settings
 * @property {number} digit_weight
 * @property {number} unknown_weight
 * @property {number} unknown_digit_weight
 * @property {number} punctuation_weight
 * @property {number} hole_mark_weight
 * @property {number} one_edit
 * @property {number} insertion
 * @property {number} insertion_digits
 * @property {number} substitution
 * @property {number} hole_words
 * @property {number} long_hole_word
 * @property {number} line_break
 * @property {number} reach
 * @property {number} distance
 * @property {number} fenced
 * @property {Edges} boundaries
 * @property {number} missing
 * @property {number} cut_tail
 * @property {number} cut_tail_word
 * @property {number} cut_head
 * @property {number} cut_head_word
 * @property {number} cut_slack
 * @property {number} unexplained
 * @property {number} doubt
 * @property {number} little_evidence
 * @property {number} candidates
 * @property {number} faint
 * @property {number} close
 * @property {number} keep
 * @property {number} is
 * @property {number} whole
 * @property {number} lead
 * @property {number} like
 * @property {number} whole_weight
 * @property {number} part
 * @property {number} few_part_words
 * @property {number} part_words
 * @property {number} part_weight
 * @property {number} part_beyond
 * @property {number} few_words
 * @property {number} near_words
 * @property {number} status_words
 * @property {number} everyday
 * @property {number} telling_word
 * @property {number} window
 * @property {number} most_characters
 * @property {number} solid
 * @property {string} levels
 *
 * What is left of a weight beyond a mark.
 * @typedef {object} Edges
 * @property {number} line
 * @property {number} colon
 * @property {number} quote
 * @property {number} sentence
 * @property {number} bracket
 *
 * @typedef {object} Entry
 * @property {string} id
 * @property {string[]} [merged] ids of the entries that go on in it
 * @property {number} [number] in a shard: its place among all entries
 * @property {string} [title]
 * @property {[text: string, role: string][]} [messages]
 * @property {number[]} [everyday] which of its messages any program may say
 * @property {[system: string, code: string, role?: string][]} [codes]
 * @property {string} [system]
 * @property {string[]} [with] the other systems that show it
 * @property {Record<string, import("./values/value-kinds.js").Kind>} [values]
 *
 * The names of our systems, of those whose name says nothing, and of products that are none of them.
 * @typedef {object} SourceNames
 * @property {Record<string, string[]>} [own]
 * @property {string[]} [neutral]
 * @property {string[]} [strangers]
 *
 * What a matcher needs of the index.
 * @typedef {object} Index
 * @property {Settings} matcher
 * @property {Record<string, string>} fold
 * @property {Record<string, string>} [spellings]
 * @property {Record<string, string[]>} [systems]
 * @property {SourceNames} [sources]
 * @property {Entry[]} entries
 * @property {Record<string, [title: string, url: string, lang?: string]>} [withdrawn] by its id
 *
 * What the index has instead of entries where they come in shards: all words, by how many entries each is
 * used, how many of them lead to a shard (those come first), how many entries and shards there are, and the
 * codes of the entries.
 * @property {string} [words]
 * @property {number[]} [users]
 * @property {number} [anchors]
 * @property {number} [entry_count]
 * @property {number} [shard_count]
 * @property {string[]} [codes]
 */
