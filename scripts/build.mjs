// Makes the scripts of the website from their modules: `npm run build` writes them, `npm run build -- --check` says whether they are up to date.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = new URL("../", import.meta.url);
const license = readFileSync(new URL("node_modules/minisearch/LICENSE.txt", root), "utf8").trim();
const { version } = JSON.parse(readFileSync(new URL("node_modules/citeproc/package.json", root), "utf8"));
const CPAL = `

It holds citeproc-js, npm's package citeproc ${version}, unchanged but for its white space and inner names.
Copyright (c) 2009-2019 Frank Bennett. This file is subject to the Common Public Attribution License, version 1.0
(https://opensource.org/license/cpal-1-0): you may not use it except in compliance with that license. It is distributed
on an "AS IS" basis, WITHOUT WARRANTY OF ANY KIND, either express or implied. (citeproc-js may be had under the GNU
Affero General Public License as well; here the first of the two is chosen.)
Its source: npm's package citeproc, version ${version}, and https://github.com/juris-m/citeproc-js
Attribution phrase, to be shown where it is used: "Citations by CSL (citeproc-js)"
Attribution URL: http://citationstyles.org/
`;
const MADE = "made by the survey site generator from scripts/";
export const BUNDLES = {
  "theme.js": { to: "theme.js" },
  "survey/survey.js": { to: "survey.js" },
  "search/box.js": { to: "search.js" },
  "explorer/explorer.js": { to: "explorer.js" },
  "basket/basket.js": { to: "basket.js" },
  "map/map.js": { to: "map.js" },
  "evidence/evidence.js": { to: "evidence.js" },
  "new.js": { to: "new.js" },
  "preview.js": { to: "preview.js" },
  "making.js": { to: "making.js" },
  "lost/lost.js": { to: "lost.js" },
  "citing/cite.js": { to: "cite.js" },
  "citing/processor.js": { to: "citing/citeproc.js", notice: CPAL },
  "offline/visit.js": { to: "visit.js" },
  "offline/place.js": { to: "offline.js" },
  "offline/worker.js": { to: "offline/worker.js" },
  "search/engine.js": { to: "search/engine.js", notice: `\n\nIt holds MiniSearch:\n\n${license}\n` },
};

/** The text of each script, by its path below generator/assets/. */
export async function bundles() {
  const made = {};
  for (const [from, { to, notice = "" }] of Object.entries(BUNDLES)) {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(`scripts/${from}`, root))],
      bundle: true,
      minify: true,
      write: false,
      format: "iife",
      target: "es2022",
      charset: "utf8",
      legalComments: "none",
      banner: { js: `/* ${MADE}${from}${notice} */` },
    });
    made[to] = outputFiles[0].text;
  }
  return made;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, text] of Object.entries(await bundles())) {
    const file = new URL(`generator/assets/${path}`, root);
    if (!process.argv.includes("--check")) writeFileSync(file, text);
    else if (readFileSync(file, "utf8") !== text) throw new Error(`${path} is not up to date: npm run build`);
  }
