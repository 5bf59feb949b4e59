// Bundles src/ into app.css and app.js, and writes their content hashes beside them.
//
//   node build.mjs [--out FOLDER]        default: dist
//
// hashes.env holds one line per file (APP_CSS_HASH=…, APP_JS_HASH=…), the first ten hex digits of its SHA-256,
// so that a page can link a name that changes when the bytes do.

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

const KIB = 1024;
const BUDGETS = [
  { file: "app.css", variable: "APP_CSS_HASH", budget: 14 * KIB, measure: (bytes) => gzipSync(bytes).length, unit: "compressed" },
  { file: "app.js", variable: "APP_JS_HASH", budget: 25 * KIB, measure: (bytes) => bytes.length, unit: "minified" },
];

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { out: { type: "string", default: join(here, "dist") } } });
const out = resolve(values.out);

await mkdir(out, { recursive: true });
await build({
  absWorkingDir: here,
  entryPoints: { app: "src/app.ts" },
  outfile: join(out, "app.js"),
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome111", "firefox115", "safari16.4"],
  legalComments: "none",
  logLevel: "warning",
});
await build({
  absWorkingDir: here,
  entryPoints: { app: "src/style/app.css" },
  outfile: join(out, "app.css"),
  bundle: true,
  minify: true,
  target: ["chrome111", "firefox115", "safari16.4"],
  legalComments: "none",
  logLevel: "warning",
});

const hashes = [];
for (const { file, variable, budget, measure, unit } of BUDGETS) {
  const bytes = await readFile(join(out, file));
  const size = measure(bytes);
  if (size > budget) {
    console.error(`${file} is ${size} bytes ${unit}; the budget is ${budget}.`);
    process.exitCode = 1;
  }
  console.log(`${file}: ${bytes.length} bytes, ${gzipSync(bytes).length} compressed`);
  hashes.push(`${variable}=${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}`);
}
await writeFile(join(out, "hashes.env"), hashes.join("\n") + "\n");
