// Takes the pictures of the documentation from a running demonstration: npm run screenshots

import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { browser, web } from "../gallery.mjs";
import { demo } from "./demo.mjs";
import { letterLeadingTo } from "./outbox.mjs";
import { arrives, giveAuthenticator, person, PHONE } from "./people.mjs";

const out = join(web, "..", "docs", "screenshots");
/** Readers of the documentation do not wait for a picture. */
const LARGEST = 150_000;
const DESK = { viewport: { width: 1280, height: 800 } };
const LOOKS = ["light", "dark"];

await mkdir(out, { recursive: true });
const firm = await demo();
const chromium = await browser();
const open = [];
const t = { after: (close) => open.push(close) };
try {
  for (const colorScheme of LOOKS) await beforeSigning(colorScheme);
  await signAndPublish();
  for (const colorScheme of LOOKS) await afterSigning(colorScheme);
} finally {
  for (const close of open) await close();
  await chromium.close();
  await firm.stop();
}

async function beforeSigning(colorScheme) {
  const ceo = await somebody({ device: { ...PHONE, colorScheme } });
  await giveAuthenticator(ceo);
  await (await letterLeadingTo(ceo.tab, /^\/signatures\/[^/]+$/)).click();
  await take(ceo.tab, `sign-${colorScheme}`);
  const infosec = await somebody({ role: "infosec", device: { ...DESK, colorScheme } });
  await shows(infosec, "/readiness", `readiness-${colorScheme}`);
  if (colorScheme === "light") await shows(await somebody({ role: "ceo" }), "/", "my-page");
}

async function afterSigning(colorScheme) {
  const infosec = await somebody({ role: "infosec", device: { ...DESK, colorScheme } });
  const list = await listOfReaders(infosec);
  await shows(infosec, list, `acknowledgements-${colorScheme}`);
  if (colorScheme === "dark") return;
  await shows(infosec, "/people", "people");
  await shows(infosec, "/log", "log");
  await verifies(infosec);
}

/** What the page for people without an account says about the pack of the demonstration. */
async function verifies({ tab }) {
  await arrives(tab, "/verify");
  await tab.setInputFiles("#file", join(firm.folder, "demo-pack.zip"));
  await Promise.all([tab.waitForNavigation(), tab.locator("main form .primary").click()]);
  await take(tab, "verify");
}

async function signAndPublish() {
  const ceo = await somebody({ role: "ceo", device: PHONE });
  await giveAuthenticator(ceo);
  await arrives(ceo.tab, "/");
  await ceo.hand.press(ceo.tab.locator(".ask .button").first());
  await ceo.hand.press(ceo.tab.locator(".sign-bar .primary"));
  await take(ceo.tab, "receipt");
}

async function listOfReaders({ tab, hand }) {
  await arrives(tab, "/statements");
  await hand.press(tab.locator(".rows .whole").first());
  return tab.locator("main a[href*='/people']").first().getAttribute("href");
}

function somebody(about) {
  return person(t, chromium, firm.at, about);
}

async function shows({ tab }, address, name) {
  await arrives(tab, address);
  await take(tab, name);
}

async function take(tab, name) {
  const path = join(out, `${name}.png`);
  await tab.screenshot({ path });
  const { size } = await stat(path);
  if (size > LARGEST) throw new Error(`${name}.png has ${size} bytes; the limit is ${LARGEST}`);
}
