// Takes the pictures of the documentation from the running demonstration: npm run screenshots

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { browser, web } from "../gallery.mjs";
import { demo } from "./demo.mjs";
import { letterLeadingTo } from "./outbox.mjs";
import { arrives, DESK, PHONE } from "./people.mjs";

const out = join(web, "..", "docs", "screenshots");
const PAGES = [
  { name: "readiness", role: "infosec", device: DESK, address: "/readiness" },
  { name: "my-page", role: "ceo", device: PHONE, address: "/" },
  { name: "people", role: "hr", device: DESK, address: "/people" },
  { name: "packs", role: "infosec", device: DESK, address: "/packs" },
];

await mkdir(out, { recursive: true });
const firm = await demo();
const chromium = await browser();
try {
  for (const colorScheme of ["light", "dark"]) {
    for (const { name, role, device, address } of PAGES) {
      await withTab({ ...device, colorScheme }, async (tab) => {
        await arrives(tab, `/demo/as/${role}`);
        await arrives(tab, address);
        await tab.screenshot({ path: join(out, `${name}-${colorScheme}.png`) });
      });
    }
    await withTab({ ...PHONE, colorScheme }, async (tab) => {
      await (await letterLeadingTo(tab, /^\/signatures\/[^/]+$/)).click();
      await tab.screenshot({ path: join(out, `sign-${colorScheme}.png`) });
    });
  }
} finally {
  await chromium.close();
  await firm.stop();
}

async function withTab(look, take) {
  const context = await chromium.newContext({ baseURL: firm.at, locale: "en-GB", ...look });
  await take(await context.newPage());
  await context.close();
}
