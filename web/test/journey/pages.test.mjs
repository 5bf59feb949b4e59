// Every page that anybody can reach, in every look: nothing for axe to find, nothing that scrolls sideways,
// nothing that the browser complains about, and no address that nobody has looked at.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browser } from "../gallery.mjs";
import { addresses, addressOf } from "./addresses.mjs";
import { crawl, kindOf } from "./crawl.mjs";
import { demo } from "./demo.mjs";
import { dress, examine, faults, LOOKS } from "./looks.mjs";
import { arrives, DESK, giveAuthenticator, person } from "./people.mjs";

const ROLES = ["infosec", "ceo", "hr", "admin", "auditor", "manager", "employee", "cfo"];
/** What is no page, and what shows itself once only. */
const NO_PAGES = [
  /^\/(api|assets|setup|s)\//,
  /^\/(healthz|readyz|metrics|log\/checkpoint|demo\/as\/\{who\})$/,
  /\/(file|basis|proof|text|people\.csv|record\.json|record\.tlog-proof)$/,
  /^\/sign-in\/organisation$/,
];

let firm, chromium;
const looked = new Set();
/** Addresses that no link leads to, for each role. */
const rare = { hr: [], infosec: [] };
before(async () => {
  firm = await demo();
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  await firm?.stop();
});

test("every page on the way to a signature, and to an import, is accessible in every look", async (t) => {
  const ceo = await somebody(t, "ceo");
  await asksAndSigns(t, ceo);
  await publishes(await somebody(t, "infosec"));
  await beginsStatement(await somebody(t, "infosec"));
  await approvesPolicy(await somebody(t, "infosec"), ceo);
  await imports(await somebody(t, "hr"));
  await movesAddress(await somebody(t, "hr"));
});

describe("every page is accessible in every look", { concurrency: 2 }, () => {
  for (const role of ROLES) {
    test(`that the ${role} can reach`, async (t) => {
      await looksAtEverything(t, await somebody(t, role), ["/", ...(rare[role] ?? [])]);
    });
  }

  test("that nobody in particular can reach", async (t) => {
    const reader = await somebody(t);
    await arrives(reader.tab, "/sign-in");
    await reader.tab.fill("#email", "dana.reyes@northwind-optics.example");
    await reader.hand.press(reader.tab.locator("main form .button:not(.primary)"));
    await looksAtEverything(t, reader, ["/sign-in", "/sign-in/code", "/demo", "/demo/outbox", "/verify"]);
  });

  test("that says no", async (t) => {
    const { tab } = await somebody(t, "employee");
    const found = [];
    for (const address of ["/nowhere", "/readiness", "/s/a-link-that-never-was", "/setup/a-link-that-never-was"]) {
      for (const look of LOOKS) found.push(...(await faultsNamed(tab, `${firm.at}${address}`, look)));
    }
    assert.deepEqual(found, []);
  });
});

test("somebody has looked at every address", () => {
  const pages = addresses.filter((address) => !NO_PAGES.some((kind) => kind.test(address)));
  assert.deepEqual(pages.filter((address) => !looked.has(address)), []);
});

function somebody(t, role) {
  return person(t, chromium, firm.at, { role, device: DESK });
}

async function looksAtEverything(t, { tab, complaints }, starts) {
  const [light, ...others] = LOOKS;
  const found = [];
  let pages = 0;
  await dress(tab, light, firm.at);
  const visit = async (link, kind) => {
    pages += 1;
    found.push(...(await examine(tab, light)).map((fault) => `${kind}: ${fault}`));
    if (looked.has(kind)) return;
    looked.add(kind).add(addressOf(link));
    for (const look of others) found.push(...(await faultsNamed(tab, link, look)));
    await dress(tab, light, firm.at);
  };
  await crawl(tab, starts.map((start) => new URL(start, firm.at).href), visit);
  t.diagnostic(`measured: ${pages} pages`);
  assert.deepEqual([...new Set(found)], []);
  assert.deepEqual([...new Set(complaints)], []);
}

async function faultsNamed(tab, link, look) {
  return (await faults(tab, link, look)).map((fault) => `${kindOf(link)} ${look.name}: ${fault}`);
}

/** The pages of a request are there until it is signed. */
async function asksAndSigns(t, ceo) {
  await giveAuthenticator(ceo);
  await arrives(ceo.tab, "/");
  await ceo.hand.press(ceo.tab.locator(".ask .button").first());
  const request = ceo.tab.url();
  const found = [];
  for (const address of [request, `${request}/decline`, `${request}/questions`]) {
    looked.add(addressOf(address));
    for (const look of LOOKS) found.push(...(await faultsNamed(ceo.tab, address, look)));
  }
  assert.deepEqual(found, []);
  await arrives(ceo.tab, request);
  await ceo.hand.press(ceo.tab.locator(".sign-bar .primary"));
}

async function publishes({ tab, hand }) {
  await arrives(tab, "/statements");
  for (const next of [".rows .whole", ".page-head .primary", "#publish .primary"]) {
    await hand.press(tab.locator(next).first());
  }
  const publication = new URL(tab.url()).pathname.split("/").at(-1);
  rare.infosec.push(tab.url(), `/publications/${publication}/declinings`);
}

async function beginsStatement({ tab, hand }) {
  await arrives(tab, "/statements");
  await tab.locator("details.more summary").click();
  await tab.fill("#title", "Statement of the sister company");
  await hand.press(tab.locator("form[action='/statements'] .button"));
  rare.infosec.push(...["draft", "contents", "request"].map((page) => tab.url().replace(/draft$/, page)));
}

/** A policy from an empty page to everybody, on the approval of one who has a passkey already. */
async function approvesPolicy({ tab, hand }, ceo) {
  await arrives(tab, "/policies/new");
  await tab.fill("#blank-name", "Backup");
  await hand.press(tab.locator("form:has(#blank-name) .button"));
  const policy = tab.url().replace(/\/draft$/, "");
  await tab.fill("#text", "# Backup\n\nWe restore, and not only save.\n\n## Duties\n\n- IT restores a file each month.\n");
  await hand.press(tab.locator("button[value='approval']"));
  const found = [];
  for (const page of [`${policy}/draft`, `${policy}/approval`]) {
    looked.add(addressOf(page));
    for (const look of LOOKS) found.push(...(await faultsNamed(tab, page, look)));
  }
  await dress(tab, LOOKS[0], firm.at);
  await arrives(tab, `${policy}/approval`);
  await tab.locator(".field", { hasText: "Dana Reyes" }).locator("select").first().selectOption("1");
  await tab.locator("input[name='resourcing-1'][value='needs-none']").check();
  await tab.fill("#because-1", "The backup system is there.");
  await hand.press(tab.locator("main form .primary"));
  await arrives(ceo.tab, policy);
  await ceo.hand.press(ceo.tab.locator(".page-head .primary"));
  for (const look of LOOKS) found.push(...(await faultsNamed(ceo.tab, ceo.tab.url(), look)));
  assert.deepEqual(found, []);
  await dress(ceo.tab, LOOKS[0], firm.at);
  await ceo.tab.reload();
  await ceo.hand.press(ceo.tab.locator(".sign-bar .primary"));
  await arrives(tab, policy);
  await hand.press(tab.locator(".page-head .primary"));
  await hand.press(tab.locator("#publish .primary"));
  rare.infosec.push(tab.url(), ...["versions/1", "review", "compare?from=1&to=1"].map((page) => `${policy}/${page}`));
}

/** Another address of a director waits to be confirmed. */
async function movesAddress({ tab, hand }) {
  await arrives(tab, "/people?q=Ingrid");
  await hand.press(tab.locator(".population tbody th a").first());
  const director = tab.url();
  await arrives(tab, `${new URL(director).pathname}/edit`);
  await tab.fill("#email", "ingrid@elsewhere.example");
  await hand.press(tab.locator("main form .primary"));
  rare.hr.push(`${director}/address`);
}

/** A file with one joiner, applied; and another that waits at its check. */
async function imports({ tab, hand }) {
  for (const [name, isApplied] of [["Nora Lind", true], ["Otto Brandt", false]]) {
    await arrives(tab, "/people/import");
    const rows = `Name,E-mail,Start date\n${name},${name.toLowerCase().replace(" ", ".")}@northwind-optics.example,2026-01-12\n`;
    await tab.setInputFiles("#file", { name: "joiners.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
    await hand.press(tab.locator("main form .primary"));
    rare.hr.push(tab.url());
    await tab.check("input[name=complete][value=no]");
    await hand.press(tab.locator("main form .primary"));
    rare.hr.push(tab.url());
    if (isApplied) await hand.press(tab.locator("main form .primary"));
  }
}
