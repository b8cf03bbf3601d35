// What of a website is kept for reading without a network: its own files as it gave them, and nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Full, Kept } from "../../scripts/offline/kept.js";
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
      headers: { "content-type": address.endsWith(".js") ? "text/javascript" : "text/html" },
    });
    Object.defineProperty(answer, "url", { value: sent[address] ?? address });
    return answer;
  };
}

function keptOf(texts, sent, most) {
  const files = { [`${SCOPE}sw.js`]: JSON.stringify(VERSION), ...texts };
  return new Kept(SCOPE, VERSION, { caches: memory(), fetch: host(files, sent), most });
}

/** A host that answers every address with 200 and a text that `textAt` makes of its address, of a type by its name. */
function everywhere(textAt) {
  const asked = [];
  const fetch = async (address) => {
    asked.push(address);
    assert.ok(asked.length < 5000, "asks without end");
    const text = address.endsWith("sw.js") ? JSON.stringify(VERSION) : textAt(address);
    const type = address.endsWith(".css") ? "text/css" : "text/html";
    const answer = new Response(text, { headers: { "content-type": type } });
    Object.defineProperty(answer, "url", { value: address });
    return answer;
  };
  return { asked, fetch };
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

test("a host that answers every address with one page gives that page once, and no files", async () => {
  const { asked, fetch } = everywhere(
    () => '<script src="js/app.js"></script><img src="pictures/"><link rel="icon" href="x">',
  );
  const kept = new Kept(SCOPE, VERSION, { caches: memory(), fetch });
  await kept.keep([`${SCOPE}a/`]);
  assert.deepEqual(await kept.addresses(), [`${SCOPE}a/`]);
  assert.equal(asked.length, 5); // the page, the three that it names, and the version
});

test("style sheets that name one another without end are kept up to a number", async () => {
  const most = { files: 1000, bytes: 1e6, needed: 10 };
  for (const named of ["in/x.css", "in/x.css') url('other/y.css"]) {
    const { fetch } = everywhere(() => `@import url('${named}')`);
    const kept = new Kept(SCOPE, VERSION, { caches: memory(), fetch, most });
    await kept.keep([`${SCOPE}x.css`]);
    assert.equal((await kept.addresses()).length, 11);
  }
});

test("no more files and bytes are kept than the most, and what was kept before stays", async () => {
  const pages = Object.fromEntries(["a", "b", "c", "d"].map((name) => [`${SCOPE}${name}/`, name.repeat(100)]));
  const [a, b, c, d] = Object.keys(pages);
  const few = keptOf(pages, {}, { files: 3, bytes: 1e6, needed: 10 });
  await few.keep([a, b]);
  await assert.rejects(few.keep([c, d]), Full);
  assert.deepEqual((await few.addresses()).sort(), [a, b]);
  await few.keep([c]);
  await few.keep([a, b, c]); // what is kept already takes no room
  await assert.rejects(few.keep([d]), Full);
  const small = keptOf(pages, {}, { files: 100, bytes: 60, needed: 10 });
  await small.keep([a]);
  const { bytes } = await small.state();
  assert.ok(bytes > 0 && bytes <= 60);
  await assert.rejects(small.keep([b, c, d]), Full);
  assert.deepEqual(await small.addresses(), [a]);
  assert.equal((await small.state()).bytes, bytes);
});

test("a page that needs more files than there is room for is kept with those that there is room for", async () => {
  const page = Array.from({ length: 9 }, (_, number) => `<script src="${number}.css"></script>`).join("");
  const { fetch } = everywhere((address) => (address.endsWith(".css") ? "p {}" : page));
  const kept = new Kept(SCOPE, VERSION, { caches: memory(), fetch, most: { files: 6, bytes: 1e6, needed: 100 } });
  await kept.keep([`${SCOPE}a/`]);
  assert.equal((await kept.addresses()).length, 6);
});

test("with the entries of one work those of all are kept, unless they are many", () => {
  const address = `${SCOPE}assets/entries.js`;
  const text = (firsts) => `window.surveyEntriesFrom = ${JSON.stringify(firsts)};\nwindow.surveyIsLarge = false;\n`;
  const parts = (firsts) => needs(text(firsts), "text/javascript", address, SCOPE);
  assert.deepEqual(parts(["a]; b", "c"]), [`${SCOPE}assets/entries/part-0.js`, `${SCOPE}assets/entries/part-1.js`]);
  assert.deepEqual(parts(Array.from({ length: 1000 }, (_, number) => `k${number}`)), []);
  assert.deepEqual(needs("", "text/javascript", address, SCOPE), []);
});
