// Serves the gallery as the product serves its pages: over http, with the product's content security policy.

import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const web = fileURLToPath(new URL("..", import.meta.url));

export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'";

const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript" };

export async function pages() {
  const names = await readdir(join(web, "gallery"));
  return names.filter((name) => name.endsWith(".html")).map((name) => name.replace(".html", ""));
}

/** Starts a server; `answer(request, response)` may take a request before the files do. */
export async function serve(answer = () => false) {
  const server = createServer(async (request, response) => {
    response.setHeader("Content-Security-Policy", POLICY);
    if (await answer(request, response)) return;
    const path = normalize(new URL(request.url, "http://localhost").pathname);
    try {
      const bytes = await readFile(join(web, path));
      response.setHeader("Content-Type", TYPES[extname(path)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "localhost", listening));
  return { at: `http://localhost:${server.address().port}`, close: () => server.close() };
}

/** Chromium as installed; CHROMIUM names another one. */
export function browser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
}
