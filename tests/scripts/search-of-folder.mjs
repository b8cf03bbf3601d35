// The search over an index that stands in a folder, for tests and measurements without a browser.
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { answers } from "../../scripts/search/answers.js";

export function searchOf(folder, loaded = []) {
  const read = (name) => {
    loaded.push(name);
    return readFileSync(`${folder}/${name}.js`, "utf8");
  };
  async function load(name) {
    let held;
    vm.runInNewContext(read(name), {
      surveyIndex: (_name, data) => {
        held = data;
      },
    });
    return held;
  }
  async function stemmer(language, algorithm) {
    const context = vm.createContext({});
    vm.runInContext(read(`stem-${language}`), context);
    const name = `${algorithm[0].toUpperCase()}${algorithm.slice(1)}Stemmer`;
    return vm.runInContext(`new ${name}()`, context);
  }
  return answers(load, stemmer);
}
