// Takes a picture of every gallery page: phone and desk, light, dark and right to left. For eyes, not for comparison.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { browser, pages, serve, web } from "./gallery.mjs";

const LOOKS = [
  { name: "phone-light", width: 390, height: 844, colorScheme: "light" },
  { name: "phone-dark", width: 390, height: 844, colorScheme: "dark" },
  { name: "phone-rtl", width: 390, height: 844, colorScheme: "light", dir: "rtl" },
  { name: "desk-light", width: 1280, height: 900, colorScheme: "light" },
  { name: "desk-dark", width: 1280, height: 900, colorScheme: "dark" },
  { name: "desk-rtl", width: 1280, height: 900, colorScheme: "light", dir: "rtl" },
];

const out = join(web, "gallery", "shots");
await mkdir(out, { recursive: true });
const server = await serve();
const chromium = await browser();

for (const { name, width, height, colorScheme, dir = "ltr" } of LOOKS) {
  const context = await chromium.newContext({ viewport: { width, height }, colorScheme });
  const tab = await context.newPage();
  for (const page of await pages()) {
    await tab.goto(`${server.at}/gallery/${page}.html`);
    await tab.evaluate((dir) => (document.documentElement.dir = dir), dir);
    await tab.screenshot({ path: join(out, `${page}-${name}.png`), fullPage: page !== "sign" });
  }
  await context.close();
}

await chromium.close();
server.close();
