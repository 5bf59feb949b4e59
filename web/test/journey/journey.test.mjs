// The journeys of the product in a real browser, with the presses counted: over budget is a failure.
//
// One demonstration serves them all, and they happen in this order: an act changes what the next one sees.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser } from "../gallery.mjs";
import { demo, verify } from "./demo.mjs";
import { crawl, faults, kindOf, LOOKS } from "./looks.mjs";
import { letterLeadingTo } from "./outbox.mjs";
import { arrives, DESK, giveAuthenticator, person, PHONE } from "./people.mjs";
import { weigh } from "./weight.mjs";

const KIB = 1024;
const ROLES = ["ceo", "cfo", "infosec", "hr", "manager", "employee", "auditor", "admin"];
const SIGN_PAGE = /^\/signatures\/[^/]+$/;
const ACKNOWLEDGE_PAGE = /^\/acknowledgements\/[^/]+$/;

let firm, chromium;
before(async () => {
  firm = await demo();
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  await firm?.stop();
});

test("the pack of the demonstration verifies", async () => {
  assert.equal((await verify(join(firm.folder, "demo-pack.zip"))).exit, 0);
});

test("a sign page weighs what a phone can carry", async (t) => {
  const reader = await somebody(t);
  const link = await letterLeadingTo(reader.tab, SIGN_PAGE);
  await link.click();
  const page = reader.tab.url();
  const cookies = await reader.context.cookies();

  const fresh = await somebody(t);
  await fresh.context.addCookies(cookies);
  const first = await weigh(fresh.context, fresh.tab, page);
  const warm = await weigh(fresh.context, fresh.tab, page);

  t.diagnostic(`measured: sign page: first visit ${first.bytes} bytes in ${first.requests} requests, then ${warm.bytes} bytes`);
  assert.ok(first.bytes <= 35 * KIB, `first visit: ${first.bytes} bytes`);
  assert.ok(first.requests <= 3, `first visit: ${first.requests} requests`);
  assert.ok(warm.bytes <= 12 * KIB, `second visit: ${warm.bytes} bytes`);
});

test("the chief executive signs the statement on a phone in three activations", async (t) => {
  const ceo = await somebody(t);
  const device = await giveAuthenticator(ceo);
  const link = await letterLeadingTo(ceo.tab, SIGN_PAGE);

  await ceo.hand.press(link);
  assert.match(new URL(ceo.tab.url()).pathname, SIGN_PAGE);
  await ceo.hand.press(ceo.tab.locator("cs-passkey button.primary"));

  assert.match(new URL(ceo.tab.url()).pathname, /\/signatures\/[^/]+\/receipt$/);
  assert.equal(device.prompts.signed, 1);
  t.diagnostic(`measured: signing took ${ceo.hand.activations} activations, and ${device.prompts.enrolled} to make the passkey once`);
  within(ceo.hand, 3);
});

test("an employee acknowledges from the mail in two activations, and readiness shows it", async (t) => {
  const infosec = await somebody(t, { role: "infosec", device: DESK });
  const before = await readiness(infosec);
  const employee = await somebody(t);
  const link = await letterLeadingTo(employee.tab, ACKNOWLEDGE_PAGE);

  await employee.hand.press(link);
  assert.match(new URL(employee.tab.url()).pathname, ACKNOWLEDGE_PAGE);
  await employee.hand.press(employee.tab.locator("main form button.primary"));

  assert.match(new URL(employee.tab.url()).pathname, /\/acknowledgements\/[^/]+\/receipt$/);
  t.diagnostic(`measured: acknowledging took ${employee.hand.activations} activations`);
  within(employee.hand, 2);
  assert.notEqual(await readiness(infosec), before);
});

for (const [where, device] of [["a phone", PHONE], ["a desk", DESK]]) {
  test(`the information security manager issues a pack at ${where} in three activations, and it verifies`, async (t) => {
    const infosec = await somebody(t, { role: "infosec", device });
    const pack = await issuedPack(infosec);
    t.diagnostic(`measured: issuing the pack took ${infosec.hand.activations} activations`);
    within(infosec.hand, 3);

    const genuine = await verify(pack);
    assert.equal(genuine.exit, 0, genuine.codes.join(" "));
  });
}

test("one changed byte in a pack is found and named", async (t) => {
  const infosec = await somebody(t, { role: "infosec", device: DESK });
  const pack = await issuedPack(infosec);

  const forged = await verify(await withOneByteChanged(pack));

  assert.equal(forged.exit, 1);
  assert.ok(forged.codes.includes("FILE_CHANGED") || forged.codes.includes("RECORD_ALTERED"), forged.codes.join(" "));
});

for (const role of ROLES) {
  test(`every page that the ${role} can reach is accessible in every look`, async (t) => {
    const reader = await somebody(t, { role, device: DESK });
    const pages = await crawl(reader.tab, [firm.at, `${firm.at}/demo/outbox`]);
    const found = [];
    for (const page of pages) {
      for (const look of looksFor(page)) {
        const here = await faults(reader.context, reader.tab, page, look);
        found.push(...here.map((fault) => `${kindOf(page)} ${look.name}: ${fault}`));
      }
    }
    t.diagnostic(`measured: ${role}: ${pages.length} pages`);
    assert.deepEqual([...new Set(found)], []);
    assert.deepEqual(reader.complaints, []);
  });
}

function somebody(t, about) {
  return person(t, chromium, firm.at, about);
}

function within(hand, budget) {
  assert.ok(hand.activations <= budget, `${hand.activations} activations; the budget is ${budget}`);
}

/** Issues a pack as the reader does, beginning at readiness, and gives the downloaded file. */
async function issuedPack({ tab, hand }) {
  await arrives(tab, "/readiness");
  const menu = tab.locator(".nav-button");
  if (await menu.isVisible()) await hand.touch(menu);
  await hand.press(tab.locator("nav a[href='/packs']"));
  await hand.press(tab.locator("main form button.primary"));
  const [file] = await Promise.all([tab.waitForEvent("download"), tab.locator("main a[download]").click()]);
  const path = join(firm.folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** What readiness says, without the times it says it at. */
async function readiness({ tab }) {
  await arrives(tab, "/readiness");
  const text = await tab.locator("main").innerText();
  return text.replaceAll(/\d{1,2}:\d{2}/g, "");
}

/** Changes a letter of the first signature's record; the ZIP stores its files as they are. */
async function withOneByteChanged(pack) {
  const bytes = await readFile(pack);
  const at = bytes.indexOf('"type":"document-signed"');
  assert.ok(at > 0, "the pack has a signature");
  bytes[at + '"type":"'.length] ^= 1;
  const forged = pack.replace(/\.zip$/, "-forged.zip");
  await writeFile(forged, bytes);
  return forged;
}

const looked = new Set();

/** Every reader's page in light; the other looks once for each kind of page. */
function looksFor(page) {
  const [light, ...others] = LOOKS;
  const kind = kindOf(page);
  if (looked.has(kind)) return [light];
  looked.add(kind);
  return [light, ...others];
}
