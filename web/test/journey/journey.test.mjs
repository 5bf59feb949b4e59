// The main job in a real browser, from the mail to a verified pack, with the presses counted: over budget is a failure.
//
// One demonstration serves all of it, and it happens in this order: an act changes what the next one sees.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser } from "../gallery.mjs";
import { demo, verify } from "./demo.mjs";
import { letterLeadingTo } from "./outbox.mjs";
import { arrives, DESK, giveAuthenticator, person, PHONE } from "./people.mjs";
import { weigh } from "./weight.mjs";

const KIB = 1024;
const SIGN_PAGE = /^\/signatures\/[^/]+$/;
const RECEIPT = /\/receipt$/;

let firm, chromium, before_, publication, pack;
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
  await weighs(t, await pageBehind(t, SIGN_PAGE), { first: 35, requests: 3, warm: 12 });
});

test("readiness weighs little more", async (t) => {
  const infosec = await somebody(t, { role: "infosec", device: DESK });
  await weighs(t, await here(infosec, "/readiness"), { first: 65, requests: 6, warm: 18 });
});

test("the managing director signs the statement on a phone in three activations", async (t) => {
  before_ = await readiness(await somebody(t, { role: "infosec", device: DESK }));
  const ceo = await somebody(t, { role: "ceo" });
  const device = await giveAuthenticator(ceo);
  await enrols(ceo);
  const link = await letterLeadingTo(ceo.tab, SIGN_PAGE);

  ceo.hand.activations = 0;
  await ceo.hand.press(link);
  assert.match(new URL(ceo.tab.url()).pathname, SIGN_PAGE);
  assert.ok(await ceo.tab.locator(".sign-bar .primary").isVisible(), "the act is in sight at once");
  await ceo.hand.press(ceo.tab.locator(".sign-bar .primary"));

  assert.match(new URL(ceo.tab.url()).pathname, RECEIPT);
  assert.equal(device.prompts.signed, 1);
  within(t, "signing", ceo.hand, 3);

  await signsInAgain(t, ceo, device);
});

test("the security manager publishes what was signed", async (t) => {
  const infosec = await somebody(t, { role: "infosec", device: DESK });
  const { tab, hand } = infosec;
  await arrives(tab, "/statements");
  await hand.press(tab.locator("main .rows .whole").first());
  await hand.press(tab.locator(".page-head .primary"));
  await hand.press(tab.locator("#publish .primary"));

  assert.match(new URL(tab.url()).pathname, /\/publications\/[^/]+$/);
  publication = new URL(tab.url()).pathname.split("/").at(-1);
  within(t, "publishing", hand, 3);
});

test("an employee acknowledges from the mail in two activations", async (t) => {
  const page = new RegExp(`^/acknowledgements/${publication}$`);
  await weighs(t, await pageBehind(t, page), { first: 35, requests: 3, warm: 12 });
  const employee = await somebody(t);
  const link = await letterLeadingTo(employee.tab, page);

  await employee.hand.press(link);
  assert.ok(await employee.tab.locator(".diff-after ins").first().isVisible(), "what changed comes first");
  await employee.hand.press(employee.tab.locator(".sign-bar .primary"));

  assert.match(new URL(employee.tab.url()).pathname, RECEIPT);
  within(t, "acknowledging", employee.hand, 2);
});

test("readiness shows the new signature, and whom it waits for", async (t) => {
  const infosec = await somebody(t, { role: "infosec", device: DESK });
  const after = await readiness(infosec);
  assert.notEqual(after, before_);
  assert.match(after, /version 2 is in force; Dana Reyes signed it/);
  assert.match(await infosec.tab.locator(".parity").innerText(), /1 of 4\d|0 of 3|1 of 3/);
});

for (const [where, device] of [["a phone", PHONE], ["a desk", DESK]]) {
  test(`the security manager issues a pack at ${where} in three activations, and it verifies`, async (t) => {
    const infosec = await somebody(t, { role: "infosec", device });
    pack = await issuedPack(infosec);
    within(t, `issuing a pack at ${where}`, infosec.hand, 3);

    const genuine = await verify(pack);
    assert.equal(genuine.exit, 0, genuine.codes.join(" "));
    assert.equal((await inTheBrowser(t, pack)).state, "pass");
  });
}

test("one changed byte in the pack is found and named, on the console and in the browser", async (t) => {
  const forged = await withOneByteChanged(pack);
  const { exit, codes } = await verify(forged);
  assert.equal(exit, 1);
  assert.ok(codes.includes("FILE_CHANGED") || codes.includes("RECORD_ALTERED"), codes.join(" "));

  const shown = await inTheBrowser(t, forged);
  assert.equal(shown.state, "fail");
  // The console takes the log's key from the pack; the server knows the key of its own log.
  const known = "LOG_KEY_FROM_PACK";
  assert.ok(!shown.text.includes(known), shown.text);
  for (const code of codes.filter((code) => code !== known)) {
    assert.ok(shown.text.includes(code), `${code} is not named:\n${shown.text}`);
  }
});

function somebody(t, about) {
  return person(t, chromium, firm.at, about);
}

function within(t, what, hand, budget) {
  t.diagnostic(`measured: ${what}: ${hand.activations} activations`);
  assert.ok(hand.activations <= budget, `${hand.activations} activations; the budget is ${budget}`);
}

/** Makes a passkey under preferences; that happens once. */
async function enrols({ tab, hand }) {
  await arrives(tab, "/preferences");
  await hand.press(tab.locator("cs-passkey .primary"));
  assert.equal(await tab.locator("main .rows a[href^='/passkeys/']").count(), 1);
}

/** Without mail, on the device that has the passkey. */
async function signsInAgain(t, { context, tab, hand }, device) {
  await context.clearCookies();
  await arrives(tab, "/sign-in");
  await hand.press(tab.locator("cs-passkey .primary"));
  assert.equal(new URL(tab.url()).pathname, "/");
  assert.match(await tab.locator("h1").innerText(), /Dana Reyes/);
  assert.equal(device.prompts.signed, 2);
}

/** The address behind a letter's link, and the cookies of whoever came by it. */
async function pageBehind(t, address) {
  const reader = await somebody(t);
  await (await letterLeadingTo(reader.tab, address)).click();
  return here(reader, reader.tab.url());
}

async function here({ context }, address) {
  return { address, cookies: await context.cookies() };
}

/** A first visit on a phone, then a second one; budgets in KiB. */
async function weighs(t, { address, cookies }, budget) {
  const fresh = await somebody(t);
  await fresh.context.addCookies(cookies);
  const first = await weigh(fresh.context, fresh.tab, address);
  const warm = await weigh(fresh.context, fresh.tab, address);
  t.diagnostic(`measured: first visit ${first.bytes} bytes in ${first.requests} requests, then ${warm.bytes} bytes`);
  const { Script = 0, Stylesheet = 0, Image = 0 } = first.of;
  for (const [what, bytes, most] of [
    ["first visit", first.bytes, budget.first],
    ["second visit", warm.bytes, budget.warm],
    ["scripts", Script, 25],
    ["style sheets", Stylesheet, 14],
    ["pictures", Image, 6],
  ]) {
    assert.ok(bytes <= most * KIB, `${what}: ${bytes} bytes; the budget is ${most} KiB`);
  }
  assert.ok(first.requests <= budget.requests, `first visit: ${first.requests} requests`);
}

/** Issues a pack as the reader does, beginning at readiness, and gives the downloaded file. */
async function issuedPack({ tab, hand }) {
  await arrives(tab, "/readiness");
  const menu = tab.locator(".nav-button");
  if (await menu.isVisible()) await hand.touch(menu);
  await hand.press(tab.locator("nav a[href='/packs']"));
  await hand.press(tab.locator("main form .primary"));
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

/** What the page for people without an account says about a pack. */
async function inTheBrowser(t, pack) {
  const { tab, hand } = await somebody(t, { device: DESK });
  await arrives(tab, "/verify");
  await tab.setInputFiles("#file", pack);
  await hand.press(tab.locator("main form .primary"));
  const state = await tab.locator("#outcome .state").getAttribute("data-state");
  return { state, text: await tab.locator("main").innerText() };
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
