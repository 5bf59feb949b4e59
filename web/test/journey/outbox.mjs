// Finds letters in the captured mail by where their links lead.

import { wait } from "./demo.mjs";
import { arrives } from "./people.mjs";

const PATIENCE = 20_000;

/** Opens the newest letter whose link leads to an address that fits, and gives the link in it. A letter may take a moment. */
export async function letterLeadingTo(tab, address) {
  const start = performance.now();
  while (performance.now() - start < PATIENCE) {
    const link = await inTheOutbox(tab, address);
    if (link) return link;
    await wait(500);
  }
  throw new Error(`no letter leads to ${address}`);
}

async function inTheOutbox(tab, address) {
  let next = "/demo/outbox";
  while (next) {
    await arrives(tab, next);
    const letters = await tab.locator(".outbox a").evaluateAll((links) => links.map((link) => link.href));
    next = await tab.locator("a[rel=next]").evaluateAll(([link]) => link?.href ?? null);
    for (const letter of letters) {
      await arrives(tab, letter);
      const link = tab.locator("main a[href*='/s/']").first();
      if ((await link.count()) && address.test(await leadsTo(await link.getAttribute("href")))) return link;
    }
  }
  return null;
}

/** Where a link leads; asking changes nothing. */
async function leadsTo(link) {
  const answer = await fetch(link, { redirect: "manual" });
  const to = answer.headers.get("location");
  return to ? new URL(to, link).pathname : "";
}
