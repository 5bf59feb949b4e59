// Follows links as somebody who wants to see everything they may see.

import assert from "node:assert/strict";
import { addressOf } from "./addresses.mjs";

/** Visits what can be reached from `starts`, a page of each kind and the starts themselves; `visit` sees each in the tab. */
export async function crawl(tab, starts, visit) {
  const waiting = [...starts];
  const seen = new Set();
  const kinds = new Set();
  while (waiting.length > 0) {
    const link = waiting.shift();
    const kind = kindOf(link);
    if (seen.has(link) || (kinds.has(kind) && !starts.includes(link))) continue;
    seen.add(link);
    const answer = await tab.goto(link).catch(isFile);
    if (!answer || !isPage(answer)) continue;
    assert.ok(answer.ok(), `${link} answered ${answer.status()}; it is linked from a page`);
    kinds.add(kind);
    const links = await tab.locator("a[href]").evaluateAll((all) => all.map((link) => link.href.split("#")[0]));
    waiting.push(...links.filter((next) => isOurs(next, link)));
    await visit(link, kind);
  }
}

/** Pages of one address, and with the same questions behind it, are of one kind. */
export function kindOf(link) {
  return [addressOf(link), ...[...new URL(link).searchParams.keys()].sort()].join(" ");
}

function isPage(answer) {
  return (answer.headers()["content-type"] ?? "").startsWith("text/html");
}

/** A browser does not go to what it downloads. */
function isFile(error) {
  if (/Download is starting|net::ERR_ABORTED/.test(error.message)) return null;
  throw error;
}

/** Links that would make the reader somebody else are not followed. */
function isOurs(link, from) {
  const { origin, pathname } = new URL(link);
  return origin === new URL(from).origin && !/^\/(demo\/as|s|sign-out)(\/|$)/.test(pathname);
}
