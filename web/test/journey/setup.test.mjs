// The first five minutes: an empty server, the link it prints, and the steps behind it, in every look.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser } from "../gallery.mjs";
import { empty } from "./demo.mjs";
import { faults, dress, LOOKS } from "./looks.mjs";
import { arrives, DESK, person } from "./people.mjs";

let server, chromium;
before(async () => {
  server = await empty();
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  await server?.stop();
});

test("the set-up leads from the printed link to readiness, accessible in every look", async (t) => {
  const link = server.said().match(/http:\S+\/setup\/\S+/)?.[0];
  assert.ok(link, server.said());
  const admin = await person(t, chromium, server.at, { device: DESK });
  await arrives(admin.tab, link);
  await looks(admin);
  await founds(admin);

  const steps = [];
  while (!steps.includes("/setup/done")) {
    steps.push(new URL(admin.tab.url()).pathname);
    await looks(admin);
    await admin.hand.press(admin.tab.locator("main .actions a").first());
  }
  assert.deepEqual(steps, ["/setup/top-management", "/setup/mail", "/setup/people", "/setup/done"]);
  assert.equal(new URL(admin.tab.url()).pathname, "/readiness");
  await looks(admin);
  assert.deepEqual(admin.complaints, []);
});

async function founds({ tab, hand }) {
  await tab.fill("#organisation", "Acme");
  await tab.fill("#name", "Ada Byron");
  await tab.fill("#email", "ada@acme.example");
  await tab.check("input[name=security_manager]");
  await hand.press(tab.locator("main form .primary"));
}

/** Looks at the page where somebody stands, and leaves them there. */
async function looks({ tab }) {
  const address = tab.url();
  const found = [];
  for (const look of LOOKS) {
    found.push(...(await faults(tab, address, look)).map((fault) => `${address} ${look.name}: ${fault}`));
  }
  await dress(tab, LOOKS[0], address);
  await arrives(tab, address);
  assert.deepEqual(found, []);
}
