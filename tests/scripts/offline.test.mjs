// What of a website is kept for reading without a network: its own files as it gave them, and nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Kept } from "../../scripts/offline/kept.js";
import { needs } from "../../scripts/offline/needs.js";

const SCOPE = "https://host.example/survey/";
const VERSION = "2026-01-01 abc";

/** The browser's caches, held in memory. */
function memory() {
  const held = new Map();
  return {
    keys: async () => Array.from(held.keys()),
    delete: async (name) => held.delete(name),
    open: async (name) => {
      if (!held.has(name)) held.set(name, new Map());
      const files = held.get(name);
      return {
        keys: async () => Array.from(files.keys(), (url) => ({ url })),
        match: async (address) => files.get(String(address))?.clone(),
        put: async (address, answer) => void files.set(String(address), answer),
      };
    },
  };
}

/** What a host answers: a text for each address, and where it sends its visitors on to. */
function host(texts, sent = {}) {
  return async (address) => {
    const answer = new Response(texts[address] ?? "", {
      status: address in texts ? 200 : 404,
      headers: { "content-type": "text/html" },
    });
    Object.defineProperty(answer, "url", { value: sent[address] ?? address });
    return answer;
  };
}

function keptOf(texts, sent) {
  const files = { [`${SCOPE}sw.js`]: JSON.stringify(VERSION), ...texts };
  return new Kept(SCOPE, VERSION, { caches: memory(), fetch: host(files, sent) });
}

test("what a request is sent on to is kept only where it is of the website", async () => {
  const pages = { [`${SCOPE}a/`]: "A", [`${SCOPE}b`]: "B", [`${SCOPE}c/`]: "sign in", [`${SCOPE}d/`]: "other survey" };
  const kept = keptOf(pages, {
    [`${SCOPE}b`]: `${SCOPE}b/`,
    [`${SCOPE}c/`]: "https://login.example/",
    [`${SCOPE}d/`]: "https://host.example/other/d/",
  });
  await kept.keep(Object.keys(pages));
  assert.deepEqual(await kept.addresses(), [`${SCOPE}b`, `${SCOPE}a/`]);
  assert.equal(await (await kept.answer(`${SCOPE}a/`)).text(), "A");
});

test("nothing outside of the website's folder is asked for or given", async () => {
  const others = [
    "https://host.example/other/",
    "https://evil.example/survey/",
    `${SCOPE}../other/`,
    "data:text/html,x",
  ];
  const kept = keptOf(Object.fromEntries(others.map((address) => [address, "X"])));
  await kept.keep(others);
  assert.deepEqual(await kept.addresses(), []);
  for (const address of others) assert.equal(await kept.answer(address), undefined);
});

test("a page that names files of other hosts has only its own kept with it", async () => {
  const page = '<script src="https://evil.example/a.js"></script><img src="../../out.png"><script src="a.js"></script>';
  const kept = keptOf({ [`${SCOPE}p/`]: page, [`${SCOPE}p/a.js`]: "1" });
  await kept.keep([`${SCOPE}p/`]);
  assert.deepEqual(await kept.addresses(), [`${SCOPE}p/a.js`, `${SCOPE}p/`]);
});

test("with the entries of one work those of all are kept, unless they are many", () => {
  const address = `${SCOPE}assets/entries.js`;
  const text = (firsts) => `window.surveyEntriesFrom = ${JSON.stringify(firsts)};\nwindow.surveyIsLarge = false;\n`;
  const parts = (firsts) => needs(text(firsts), "text/javascript", address, SCOPE);
  assert.deepEqual(parts(["a]; b", "c"]), [`${SCOPE}assets/entries/part-0.js`, `${SCOPE}assets/entries/part-1.js`]);
  assert.deepEqual(parts(Array.from({ length: 1000 }, (_, number) => `k${number}`)), []);
  assert.deepEqual(needs("", "text/javascript", address, SCOPE), []);
});
