// The way from a page to the search: its engine is loaded with the first question, into a worker where there may be one.

const WAIT = 20000; // milliseconds for an answer, and for the index on its way

function script(address) {
  return new Promise((resolve, reject) => {
    const node = document.createElement("script");
    node.src = address;
    node.onload = resolve;
    node.onerror = () => reject(new Error(`${address} could not be loaded`));
    document.head.append(node);
  });
}

/** The engine in the page itself. */
async function inPage(address) {
  await script(address);
  return (name, values) => self.surveySearch[name](...values);
}

/** The engine in a worker. */
function inWorker(address) {
  const worker = new Worker(address);
  const waiting = new Map();
  let number = 0;
  worker.addEventListener("message", ({ data: [asked, answer, error] }) => {
    const { resolve, reject, timer } = waiting.get(asked) || {};
    waiting.delete(asked);
    clearTimeout(timer);
    if (error) reject?.(new Error(error));
    else resolve?.(answer);
  });
  return (name, values) =>
    new Promise((resolve, reject) => {
      number += 1;
      const asked = number;
      const timer = setTimeout(() => {
        waiting.delete(asked);
        reject(new Error("the search does not answer"));
      }, WAIT);
      waiting.set(asked, { resolve, reject, timer });
      worker.postMessage([asked, name, ...values]);
    });
}

/** A function `(name, ...values)` that puts a question to the engine at an address. */
export function client(address) {
  let engine;
  async function start() {
    if (location.protocol === "file:" || !self.Worker) return inPage(address);
    const ask = inWorker(address);
    try {
      await ask("ready", []);
      return ask;
    } catch (_error) {
      return inPage(address); // a browser or a policy that lets no worker run
    }
  }
  return async (name, ...values) => {
    engine ||= start().catch((error) => {
      engine = null; // the next question tries again
      throw error;
    });
    return (await engine)(name, values);
  };
}
