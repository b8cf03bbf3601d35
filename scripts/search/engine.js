// The search as the page asks it: in a worker where there may be one, else (from a folder on disk) in the page itself.
import { answers } from "./answers.js";

const files = new Map(); // what waits for the data of a file, by its name
const inWorker = typeof importScripts === "function";
const CALL = "surveyIndex("; // with a name and data in JSON
const folder = new URL(".", inWorker ? self.location : document.currentScript.src);

self.surveyIndex = (name, held) => files.get(name)?.(held);

function run(file) {
  const address = new URL(file, folder).href;
  if (inWorker) return Promise.resolve().then(() => self.importScripts(address));
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${file} could not be loaded`));
    document.head.append(script);
  });
}

/** The data of a file, read without running it: a worker would run one file after another, each with its own wait. */
async function read(file) {
  const answer = await fetch(new URL(file, folder));
  if (!answer.ok) throw new Error(`${file} could not be loaded`);
  const text = await answer.text();
  return JSON.parse(`[${text.slice(text.indexOf(CALL) + CALL.length, text.lastIndexOf(")"))}]`)[1];
}

/** The data that a file hands over. */
async function load(name) {
  if (inWorker) return read(`${name}.js`);
  let held;
  files.set(name, (data) => {
    held = data;
  });
  await run(`${name}.js`);
  files.delete(name);
  if (held === undefined) throw new Error(`${name}.js holds nothing`);
  return held;
}

async function stemmer(language, algorithm) {
  await run(`stem-${language}.js`);
  return new self[`${algorithm[0].toUpperCase()}${algorithm.slice(1)}Stemmer`]();
}

const asked = answers(load, stemmer);

if (inWorker)
  self.addEventListener("message", ({ data: [number, name, ...values] }) =>
    asked[name](...values).then(
      (answer) => self.postMessage([number, answer]),
      (error) => self.postMessage([number, null, error.message]),
    ),
  );
else self.surveySearch = asked;
