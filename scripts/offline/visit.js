/* made by the survey site generator: has the browser keep the pages that are visited, for reading without a network */
const { survey } = window;
const scope = new URL("../", survey.base).href;
const ANSWER = 120_000; // milliseconds in which the worker has kept some files

/** Asks the worker, which answers with what it tells; throws what stood in its way: "outdated", "full", "network". */
async function ask(act, given = {}) {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  const worker = registration?.active;
  if (!worker) throw new Error("none");
  const channel = new MessageChannel();
  const answer = await new Promise((resolve, reject) => {
    channel.port1.onmessage = (event) => resolve(event.data);
    setTimeout(() => reject(new Error("network")), ANSWER);
    worker.postMessage({ act, ...given }, [channel.port2]);
  });
  channel.port1.close();
  if (answer.fault) throw new Error(answer.fault);
  return answer.told;
}

function loaded() {
  const files = performance.getEntriesByType("resource").map((entry) => entry.name);
  return [...new Set(files.map((name) => name.split(/[?#]/)[0]))].filter((name) => name.startsWith(scope));
}

function tell() {
  const page = location.href.split(/[?#]/)[0];
  return ask("visited", { page, files: loaded() }).catch(() => {});
}

async function begin() {
  const { serviceWorker } = navigator;
  if (!serviceWorker || !document.querySelector("link[rel=manifest]")) return;
  await serviceWorker.register(new URL("sw.js", scope).href, { scope, updateViaCache: "none" });
  await active();
  await tell();
  serviceWorker.addEventListener("controllerchange", tell);
}

async function active() {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  const coming = registration?.active ? null : registration?.installing || registration?.waiting;
  if (coming)
    await new Promise((resolve) => {
      coming.addEventListener("statechange", () => coming.state !== "installed" && resolve());
    });
}

let begun;
/** Once for as long as the page lives; a browser that keeps nothing shows the website as ever. */
function start() {
  begun ||= begin().catch(() => {});
  return begun;
}

/* The page "Read offline" cannot wait; every other page is there first. */
function afterwards(task) {
  if (document.readyState === "complete") (window.requestIdleCallback || setTimeout)(task);
  else window.addEventListener("load", () => afterwards(task), { once: true });
}

survey.reading = { ask, scope, start };
survey.onpage(() => {
  if (document.querySelector(".offline")) survey.enrich("offline.js");
  else afterwards(start);
});
