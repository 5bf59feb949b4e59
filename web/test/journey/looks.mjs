// How a page may be looked at, and what axe says about it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

export const LOOKS = [
  { name: "in light", width: 1280, colorScheme: "light", language: "en" },
  { name: "in dark", width: 1280, colorScheme: "dark", language: "en" },
  { name: "right to left, longer and accented", width: 1280, colorScheme: "light", language: "qps" },
  { name: "on 320 pixels", width: 320, colorScheme: "light", language: "en" },
];

/** Shows an address in a look; says what is wrong with it there. */
export async function faults(context, tab, address, look) {
  await context.addCookies([{ name: "language", value: look.language, url: new URL(address).origin }]);
  await tab.setViewportSize({ width: look.width, height: 900 });
  await tab.emulateMedia({ colorScheme: look.colorScheme });
  const answer = await tab.goto(address);
  if (!answer.ok()) return [`answered ${answer.status()}`];
  return [...(await violations(tab, look)), ...(await wideness(tab, look)), ...(await direction(tab, look))];
}

async function violations(tab, { language }) {
  await tab.evaluate(axe);
  // The pseudo-locale has a private code (BCP 47, qaa to qtz), which axe takes for a mistake.
  const rules = Object.fromEntries(["html-lang-valid", "valid-lang"].map((id) => [id, { enabled: language !== "qps" }]));
  const options = { runOnly: RULES, rules };
  const { violations } = await tab.evaluate((options) => axe.run(options), options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

async function wideness(tab, { width }) {
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
  return wide > width ? [`scrolls sideways: ${wide} pixels on ${width}`] : [];
}

async function direction(tab, { language }) {
  const dir = await tab.evaluate(() => document.documentElement.dir);
  const expected = language === "qps" ? "rtl" : "ltr";
  return dir === expected ? [] : [`is written ${dir}, not ${expected}`];
}

/** Follows links from `starts`; visits each kind of page a few times. Gives the addresses of pages. */
export async function crawl(tab, starts, { cap = 80, ofAKind = 2 } = {}) {
  const waiting = [...starts];
  const seen = new Set();
  const kinds = new Map();
  const pages = [];
  while (waiting.length > 0 && pages.length < cap) {
    const address = waiting.shift();
    const kind = kindOf(address);
    if (seen.has(address) || (kinds.get(kind) ?? 0) >= ofAKind) continue;
    seen.add(address);
    const answer = await tab.context().request.get(address, { headers: { accept: "text/html" } });
    assert.ok(answer.ok(), `${address} answered ${answer.status()}; it is linked from a page`);
    if (!(answer.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    pages.push(address);
    await tab.goto(address);
    const links = await tab.locator("a[href]").evaluateAll((all) => all.map((link) => link.href.split("#")[0]));
    waiting.push(...links.filter((link) => isOurs(link, address)));
  }
  return pages;
}

/** Pages with the same words around their ids are of one kind. */
export function kindOf(address) {
  const { pathname, searchParams } = new URL(address);
  const words = pathname.split("/").map((part) => (/\d/.test(part) ? ":id" : part));
  return [words.join("/"), ...[...searchParams.keys()].sort()].join(" ");
}

/** Links that would make the reader somebody else or sign them out are not followed. */
function isOurs(link, from) {
  const { origin, pathname } = new URL(link);
  return origin === new URL(from).origin && !/^\/(demo\/as|s|sign-out)(\/|$)/.test(pathname);
}
