/* made by the survey site generator: answers for the website where there is no network. With one, every page and file comes from it. */
import { Full, Kept, Outdated } from "./kept.js";

const { clients, registration, surveyVersion, surveyFallback } = self;
const PATIENCE = 4000; // milliseconds that a page which is kept waits for the network
const BATCH = 20; // files that are kept at a time
const FILE = /\.(?:css|js|svg|png|jpe?g|webp|gif|ico|woff2?|webmanifest)$/; // what a page loads; downloads are not kept
const scope = registration.scope;
const fallback = scope + surveyFallback;
// The page for what is missing with its script, and what marks what is new, which only a second visit asks for: always kept.
const always = [fallback, `${scope}assets/offline.js`, `${scope}assets/new.js`];
const kept = new Kept(scope, surveyVersion, { caches: self.caches, fetch: (...given) => self.fetch(...given) });
const PAUSE = 1000; // milliseconds without a request after which a page has what it needs
const fromHere = new Set(); // windows whose page was kept: the rest of it is then of the same version
const fromNetwork = new Set(); // windows whose page came from the network, as far as this worker has lived
const seen = new Set(); // files that pages have asked for and that are not looked at yet
let settled;

self.addEventListener("install", (event) => {
  event.waitUntil(kept.takeOver(always, BATCH));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(kept.forgetOthers().then(claim));
});

/* The pages that are open came from the network; what they load from now on belongs to what is kept. */
async function claim() {
  for (const { id } of await clients.matchAll({ includeUncontrolled: true })) fromNetwork.add(id);
  await clients.claim();
}

self.addEventListener("fetch", (event) => {
  const { request, clientId, resultingClientId } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope) || request.headers.has("range")) return;
  if (request.mode === "navigate") {
    event.respondWith(page(event));
    return;
  }
  if (resultingClientId)
    for (const known of [fromHere, fromNetwork]) if (known.has(clientId)) known.add(resultingClientId);
  note(event);
  if (fromNetwork.has(clientId) && navigator.onLine) return; // the browser's own way, which is the shortest
  event.respondWith(file(event));
});

/* What a page loads is kept beside it, once it has all that it asks for. */
function note(event) {
  if (!FILE.test(new URL(event.request.url).pathname)) return;
  seen.add(event.request.url);
  clearTimeout(settled?.timer);
  settled?.resolve();
  const keep = () => {
    const addresses = [...seen];
    seen.clear();
    return kept.keep(addresses).catch(() => {});
  };
  event.waitUntil(
    new Promise((resolve) => {
      settled = { resolve, timer: setTimeout(() => resolve(keep()), PAUSE) };
    }),
  );
}

async function file({ request, clientId }) {
  if (fromHere.has(clientId)) {
    const found = await kept.answer(request.url).catch(() => undefined);
    if (found) return found;
  }
  try {
    return await fetch(request);
  } catch (error) {
    const found = await kept.answer(request.url).catch(() => undefined);
    if (found) return found;
    throw error;
  }
}

async function page(event) {
  const { request, resultingClientId } = event;
  event.waitUntil(giveWay().catch(() => {}));
  const network = fetch(request);
  try {
    const answer = await Promise.race([network, tooLong(request.url, network)]);
    fromNetwork.add(resultingClientId);
    return answer;
  } catch (_error) {
    const found = await kept.answer(request.url).catch(() => undefined);
    if (!found) return Response.redirect(`${fallback}#wanted=${encodeURIComponent(request.url.slice(scope.length))}`);
    fromHere.add(resultingClientId);
    return found;
  }
}

/* Fails where a page that is kept waits long for a network that hardly works; otherwise goes the way of the network. */
async function tooLong(address, network) {
  await new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
  });
  if (await kept.has(address)) throw new TypeError("the network takes too long");
  return network;
}

/* A newer version takes over when the only window of the website goes to another page: no open page sees two versions. */
async function giveWay() {
  const windows = await clients.matchAll({ type: "window" });
  if (registration.waiting && windows.length < 2) registration.waiting.postMessage({ act: "take over" });
}

const ACTS = {
  "take over": () => self.skipWaiting(),
  visited: ({ page, files }) => kept.keep([page, ...files.filter((address) => FILE.test(new URL(address).pathname))]),
  keep: ({ addresses }) => kept.keep(addresses),
  whole: () =>
    kept.noted((note) => {
      note.isWhole = true;
    }),
  tell: () => kept.state(),
  remove: () => kept.empty(always),
};

function reason(error) {
  if (error instanceof Outdated) return "outdated";
  return error instanceof Full ? "full" : "network";
}

self.addEventListener("message", (event) => {
  const { act, ...given } = event.data || {};
  if (!Object.hasOwn(ACTS, act)) return;
  const done = Promise.resolve()
    .then(() => ACTS[act](given))
    .then(
      (result) => ({ told: result }),
      (error) => {
        if (error instanceof Outdated) registration.update().catch(() => {});
        return { fault: reason(error) };
      },
    );
  event.waitUntil(done.then((answer) => event.ports[0]?.postMessage(answer)));
});
