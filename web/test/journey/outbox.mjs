// Finds letters in the captured mail by where their links lead.

import { arrives } from "./people.mjs";

/** Opens the newest letter whose link leads to an address that fits, and gives the link in it. */
export async function letterLeadingTo(tab, address, { notYet = new Set() } = {}) {
  await arrives(tab, "/demo/outbox");
  for (;;) {
    const letters = await tab.locator(".outbox a").evaluateAll((links) => links.map((link) => link.href));
    const next = await tab.locator("a[rel=next]").evaluateAll(([link]) => link?.href ?? null);
    for (const letter of letters.filter((letter) => !notYet.has(letter))) {
      await arrives(tab, letter);
      const link = tab.locator("main a[href*='/s/']").first();
      if ((await link.count()) && address.test(await leadsTo(await link.getAttribute("href")))) {
        notYet.add(letter);
        return link;
      }
    }
    if (!next) throw new Error(`no letter leads to ${address}`);
    await arrives(tab, next);
  }
}

/** Where a link leads; asking changes nothing. */
async function leadsTo(link) {
  const answer = await fetch(link, { redirect: "manual" });
  const to = answer.headers.get("location");
  return to ? new URL(to, link).pathname : "";
}
