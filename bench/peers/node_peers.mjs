// Peers that run in Node, behind the adapter protocol; exit code 3: a package is missing.
//   node node_peers.mjs NAME < request.json > reply.json
// BENCH_MATERIAL: the folder that Material for MkDocs is installed in, for its own search worker.

import { createRequire } from "node:module";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { gzipSync } from "node:zlib";

const MISSING = 3;
const require = createRequire(import.meta.url);

const zipped = (value) => gzipSync(typeof value === "string" ? value : JSON.stringify(value), { level: 9 }).length;
const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) || [];

/** Each peer: (docs: [{id, text}], options) => { search(query, top) -> [[place of the document, score]], size() } */
const PEERS = {
  lunr_or(docs) {
    const index = lunrIndex(docs);
    const ask = (query) => index.query((clauses) => { for (const word of new Set(words(query))) clauses.term(word); });
    return { search: (query, top) => lunrHits(ask(query), top), size: () => zipped(index) };
  },

  // Every word of the query is required (after lunr's stop words and stemmer).
  lunr_and(docs) {
    const lunr = require("lunr");
    const index = lunrIndex(docs);
    const presence = lunr.Query.presence.REQUIRED;
    const ask = (query) => index.query((clauses) => {
      for (const word of new Set(words(query)))
        if (lunr.stopWordFilter(new lunr.Token(word))) clauses.term(word, { presence });
    });
    return { search: (query, top) => lunrHits(ask(query), top), size: () => zipped(index) };
  },

  // Material for MkDocs: its own search worker with the English defaults of its search plugin.
  lunr_material: (docs) => material(docs, (query) => query),

  // The same, with every word of the query marked as required (+word*).
  lunr_material_and: (docs) => material(docs, (query) => words(query).map((word) => `+${word}*`).join(" ")),

  minisearch: (docs) => minisearch(docs, { fuzzy: 0.2, prefix: true, combineWith: "OR" }),
  minisearch_plain: (docs) => minisearch(docs, { combineWith: "OR" }),

  fuse: (docs, options) => fuse(docs, {
    threshold: options.threshold ?? 0.6, ignoreFieldNorm: options.ignoreFieldNorm ?? false,
  }),
  fuse_token: (docs, options) => fuse(docs, { useTokenSearch: true, threshold: options.threshold ?? 0.3 }),

  // Gives an order but no scores.
  flexsearch(docs, { tokenize = "forward", context, resolution }) {
    const { Index, Charset } = require("flexsearch");
    const index = new Index({
      tokenize, encoder: Charset.LatinBalance, ...(context ? { context } : {}), ...(resolution ? { resolution } : {}),
    });
    docs.forEach((doc, place) => index.add(place, doc.text));
    return {
      search: (query, top) => index.search(query, { limit: top, suggest: true }).map((place, n) => [place, 1 / (n + 1)]),
      size: () => { let all = ""; index.export((_, value) => { all += value ?? ""; }); return zipped(all); },
    };
  },

  orama(docs, options) {
    const { create, insert, search, save } = require("@orama/orama");
    const db = create({ schema: { n: "number", text: "string" } });
    docs.forEach((doc, place) => insert(db, { id: String(place), n: place, text: doc.text }));
    const settings = { properties: ["text"], threshold: 1, tolerance: options.tolerance ?? 0, exact: false };
    return {
      search: (query, top) => search(db, { ...settings, term: query, limit: top }).hits.map((hit) => [+hit.id, hit.score]),
      size: () => zipped(save(db)),
    };
  },
};

function lunrIndex(docs) {
  return require("lunr")(function () {
    this.ref("place");
    this.field("text");
    docs.forEach((doc, place) => this.add({ place, text: doc.text }));
  });
}

function lunrHits(found, top) {
  return found.slice(0, top).map((hit) => [+hit.ref, hit.score]);
}

function minisearch(docs, searchOptions) {
  const MiniSearch = require("minisearch");
  const index = new MiniSearch({ fields: ["text"], idField: "place", searchOptions });
  index.addAll(docs.map((doc, place) => ({ place, text: doc.text })));
  return {
    search: (query, top) => index.search(query).slice(0, top).map((hit) => [hit.id, hit.score]),
    size: () => zipped(index),
  };
}

function fuse(docs, options) {
  const Fuse = require("fuse.js");
  const index = Fuse.createIndex(["text"], docs);
  const engine = new Fuse(docs, { keys: ["text"], includeScore: true, ignoreLocation: true, ...options }, index);
  return {
    search: (query, top) => engine.search(query, { limit: top }).map((hit) => [hit.refIndex, 1 - hit.score]),
    size: () => zipped(index.toJSON()),
  };
}

async function material(docs, transform) {
  const folder = path.resolve(process.env.BENCH_MATERIAL ?? ".", "material/templates/assets/javascripts/workers");
  const file = readdirSync(folder).find((name) => /^search\..*\.js$/.test(name));
  let reply, listener;
  const box = {
    console: { warn() {}, log() {} },
    importScripts() {},
    addEventListener: (_, handler) => { listener = handler; },
    postMessage: (message) => reply(message),
  };
  box.self = box.window = box.globalThis = box;
  vm.createContext(box);
  vm.runInContext(readFileSync(path.join(folder, file), "utf8"), box);
  const ask = (type, data) => new Promise((done) => { reply = done; listener({ data: { type, data } }); });
  const fields = { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } };
  const data = {
    config: { lang: ["en"], separator: "[\\s\\-]+", pipeline: ["stopWordFilter"], fields },
    docs: docs.map((doc, place) => ({ location: `e${place}/`, title: doc.text, text: "" })),
    options: { suggest: false },
  };
  // The browser builds the index, so this is what is shipped.
  const shipped = zipped({ config: data.config, docs: data.docs });
  const ready = await ask(0, data);
  if (ready.type !== 1) throw new Error("Material's search worker did not start");
  return {
    search: async (query, top) => (await ask(2, transform(query))).data.items.slice(0, top)
      .map(([first]) => [+first.location.slice(1, -1), first.score]),
    size: () => shipped,
  };
}

async function main() {
  const request = JSON.parse(readFileSync(0, "utf8"));
  const holes = new RegExp(request.placeholder || "\\{[^{}]*\\}", "g");
  const docs = request.catalogue.flatMap(({ id, templates }) =>
    templates.map((text) => ({ id, text: text.replace(holes, " ") })));
  const top = request.top || 10;
  let start = performance.now();
  const peer = await PEERS[process.argv[2]](docs, request.options || {});
  const build_ms = performance.now() - start;
  const results = [], query_ms = [];
  for (const query of request.queries) {
    start = performance.now();
    const hits = await peer.search(query, top);
    query_ms.push(performance.now() - start);
    const best = new Map();
    for (const [place, score] of hits) if (!best.has(docs[place].id)) best.set(docs[place].id, score);
    results.push([...best]);
  }
  process.stdout.write(JSON.stringify({ results, build_ms, query_ms, index_gzip_bytes: peer.size() }));
}

try {
  await main();
} catch (error) {
  if (error.code !== "MODULE_NOT_FOUND" && error.code !== "ENOENT") throw error;
  console.error(error.message.split("\n")[0]);
  process.exitCode = MISSING;
}
