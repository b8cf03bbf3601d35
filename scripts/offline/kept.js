// The files of one version of the survey that this device keeps: a cache for each version, texts packed.
import { needs, plainAddress, titleOf } from "./needs.js";

const PACKED = "x-survey-packed";
const BYTES = "x-survey-bytes";
const TITLE = "x-survey-title";
const AT_ONCE = 6; // requests at the same time
const LISTED = 500; // pages that are listed by their titles
// What a device keeps of one survey at most: far more than the largest has, so that no host can fill it.
const MOST = { files: 200_000, bytes: 2_000_000_000, needed: 2000 }; // `needed`: by the files that are kept at a time

/** The website has another version by now. */
export class Outdated extends Error {}

/** The device has no room left, gives none, or keeps as much of one survey as it may. */
export class Full extends Error {}

/** Gives what `task` makes of each value, in order, a few at the same time. */
async function each(values, task) {
  const results = [];
  let next = 0;
  async function worker() {
    for (let at = next++; at < values.length; at = next++) results[at] = await task(values[at]);
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, values.length) }, worker));
  return results;
}

function isText(type) {
  return /text|html|css|javascript|json|svg|xml/i.test(type);
}

async function packed(text) {
  if (typeof CompressionStream === "undefined") return null;
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
}

export class Kept {
  /** `scope`: the address of the website's folder; `version`: of the survey; `caches`, `fetch`: the browser's own; `most`: see MOST. */
  constructor(scope, version, { caches, fetch, most = MOST }) {
    Object.assign(this, { scope, version, caches, fetch, most });
    this.family = `survey ${scope} `; // no scope has a space, so none is the beginning of another's
    this.note = `${scope}.survey-kept`;
    this.turn = Promise.resolve();
  }

  open() {
    return this.caches.open(this.family + this.version);
  }

  async others() {
    const names = await this.caches.keys();
    return names.filter((name) => name.startsWith(this.family) && name !== this.family + this.version);
  }

  async addresses(name = this.family + this.version) {
    const requests = await (await this.caches.open(name)).keys();
    return requests.map((request) => request.url).filter((address) => address !== this.note);
  }

  /** What is kept at an address, as the website gave it; nothing otherwise. */
  async answer(address) {
    const plain = plainAddress(address, this.scope);
    if (!plain) return undefined;
    const cache = await this.open();
    const found = (await cache.match(plain)) || (plain.endsWith("/") ? undefined : await cache.match(`${plain}/`));
    if (!found) return undefined;
    const headers = { "content-type": found.headers.get("content-type") || "" };
    if (!found.headers.has(PACKED)) return new Response(found.body, { headers });
    return new Response(found.body.pipeThrough(new DecompressionStream("gzip")), { headers });
  }

  async has(address) {
    return Boolean(await (await this.open()).match(plainAddress(address, this.scope)));
  }

  /** Whether the website still has this version. Throws TypeError without a network. */
  async isCurrent() {
    const answer = await this.fetch(`${this.scope}sw.js`, { cache: "no-store" });
    return answer.ok && (await answer.text()).includes(JSON.stringify(this.version));
  }

  /**
   * Keeps the files at these addresses, and what they need. What the website does not have is passed over.
   * Throws TypeError without a network, Outdated, and Full also where that would be more than the most; what is kept until then stays.
   */
  keep(addresses) {
    this.turn = this.turn.catch(() => {}).then(() => this.added(addresses));
    return this.turn;
  }

  async added(addresses) {
    const cache = await this.open();
    const known = new Set(await this.addresses());
    let wanted = [...new Set(addresses.map((one) => plainAddress(one, this.scope)))].filter(
      (one) => one && !known.has(one),
    );
    if (!wanted.length) return;
    if (known.size + wanted.length > this.most.files) throw new Full();
    const found = [];
    let isNeeded = false; // by a page, a style sheet or a script: what a page shows is no page itself
    let room = Math.min(this.most.needed, this.most.files - known.size - wanted.length);
    while (wanted.length) {
      wanted.forEach((one) => {
        known.add(one);
      });
      const files = (await each(wanted, (one) => this.fetched(one, isNeeded))).filter(Boolean);
      found.push(...files);
      isNeeded = true;
      wanted = [...new Set(files.flatMap((file) => file.needs))].filter((one) => !known.has(one)).slice(0, room);
      room -= wanted.length;
    }
    // Asked for after everything has come: what came before a new version did is of this one.
    if (!(await this.isCurrent())) throw new Outdated();
    const bytes = found.reduce((sum, file) => sum + file.bytes, 0);
    if ((await this.noted()).bytes + bytes > this.most.bytes) throw new Full();
    try {
      for (const file of found.reverse()) await cache.put(file.address, file.response); // a page after what it needs
      await this.noted((note) => {
        note.bytes += bytes;
      });
    } catch (error) {
      throw new Full(String(error));
    }
  }

  /** What the website gives at an address; nothing where it has none, or where it answers with a page for a file that a page needs. */
  async fetched(address, isNeeded) {
    const answer = await this.fetch(address, { cache: "no-cache", credentials: "same-origin" });
    if (!answer.ok || !plainAddress(answer.url, this.scope)) return null; // sent on to a place that is not the survey's
    const type = answer.headers.get("content-type") || "";
    if (isNeeded && /html/i.test(type)) return null; // some hosts answer every address with a page: it would need more without end
    const headers = { "content-type": type };
    if (!isText(type)) {
      const body = await answer.arrayBuffer();
      headers[BYTES] = String(body.byteLength);
      return { address, needs: [], bytes: body.byteLength, response: new Response(body, { headers }) };
    }
    const text = await answer.text();
    const small = await packed(text);
    if (small) headers[PACKED] = "gzip";
    if (/html/i.test(type)) headers[TITLE] = encodeURIComponent(titleOf(text));
    const bytes = small ? small.byteLength : text.length;
    headers[BYTES] = String(bytes);
    return {
      address,
      needs: needs(text, type, address, this.scope),
      bytes,
      response: new Response(small || text, { headers }),
    };
  }

  /** What is noted of the whole, after `change` changed it. */
  async noted(change) {
    const cache = await this.open();
    const found = await cache.match(this.note);
    const note = { bytes: 0, isWhole: false, ...(found ? await found.json() : {}) };
    if (change) {
      change(note);
      await cache.put(this.note, new Response(JSON.stringify(note)));
    }
    return note;
  }

  /** The addresses of all that is there to be read, as the website lists them: {path, bytes} of each file. */
  async listed() {
    const answer = await this.fetch(`${this.scope}assets/offline/files.json`, { cache: "no-cache" });
    if (!answer.ok) throw new TypeError(`the list of files answered ${answer.status}`);
    return answer.json();
  }

  /** Keeps what earlier versions of the survey kept; all of it anew, so that no two versions are mixed. */
  async takeOver(first, batch) {
    await this.keep(first);
    const wanted = new Set();
    let isWhole = false;
    for (const name of await this.others()) {
      for (const address of await this.addresses(name)) wanted.add(address);
      const note = await (await this.caches.open(name)).match(this.note);
      isWhole ||= Boolean(note && (await note.json()).isWhole);
    }
    if (isWhole) for (const [path] of (await this.listed()).files) wanted.add(this.scope + path);
    const all = [...wanted];
    for (let at = 0; at < all.length; at += batch) await this.keep(all.slice(at, at + batch));
    if (isWhole)
      await this.noted((note) => {
        note.isWhole = true;
      });
  }

  async forgetOthers() {
    for (const name of await this.others()) await this.caches.delete(name);
  }

  /** What is there: whether all of it, how many files, their bytes, and the pages with their titles. */
  async state() {
    const cache = await this.open();
    const note = await this.noted();
    const addresses = await this.addresses();
    const pages = [];
    if (!note.isWhole)
      for (const address of addresses.filter((one) => /(?:\/|\.html)$/.test(one)).slice(-LISTED)) {
        const title = (await cache.match(address))?.headers.get(TITLE);
        if (title) pages.push({ address, title: decodeURIComponent(title) });
      }
    return { ...note, version: this.version, kept: addresses.length, addresses, pages };
  }

  /** Forgets everything but what is always there. */
  async empty(first) {
    for (const name of await this.caches.keys()) if (name.startsWith(this.family)) await this.caches.delete(name);
    await this.keep(first);
  }
}
