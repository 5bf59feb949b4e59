import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser, pages, serve, web } from "./gallery.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LOOKS = [
  { name: "in light", colorScheme: "light" },
  { name: "in dark", colorScheme: "dark" },
  { name: "right to left", dir: "rtl" },
  { name: "on 320 pixels", width: 320 },
  { name: "on 320 pixels in dark", width: 320, colorScheme: "dark" },
  { name: "with more contrast", contrast: "more" },
  { name: "with forced colours", forcedColors: "active" },
];

let server, chromium;
before(async () => {
  server = await serve();
  chromium = await browser();
});
after(async () => {
  await chromium.close();
  server.close();
});

for (const page of await pages()) {
  for (const look of LOOKS) {
    test(`${page} is accessible ${look.name}`, async (t) => {
      const tab = await opened(t, page, look);
      assert.deepEqual(await violations(tab), []);
    });
  }

  test(`${page} keeps its policy and does not scroll sideways on 320 pixels`, async (t) => {
    const complaints = [];
    const tab = await opened(t, page, { width: 320 }, (message) => complaints.push(message));
    assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), 320);
    assert.deepEqual(complaints, []);
  });

  test(`${page} has targets of 44 pixels on a phone`, async (t) => {
    const tab = await opened(t, page, { width: 390 });
    assert.deepEqual(await smallTargets(tab), []);
  });
}

test("the sign bar never hides what has the focus", async (t) => {
  const tab = await opened(t, "sign", { width: 390 });
  await tab.evaluate(() => {
    for (const paragraph of document.querySelectorAll(".document p")) paragraph.tabIndex = 0;
  });

  const hidden = [];
  for (let press = 0; press < 20; press += 1) {
    await tab.keyboard.press("Tab");
    hidden.push(...(await tab.evaluate(focusUnderBar)));
  }
  assert.deepEqual(hidden, []);
});

test("the style sheet speaks of start and end, not of left and right", async () => {
  const physical = /^\s*(?:(?:(?:margin|padding|border)-)?(?:left|right|top|bottom)|(?:min-|max-)?(?:width|height))\s*:/m;
  const folder = join(web, "src", "style");
  for (const name of await readdir(folder)) {
    assert.doesNotMatch(await readFile(join(folder, name), "utf8"), physical, name);
  }
});

function focusUnderBar() {
  const focused = document.activeElement;
  const bar = document.querySelector(".sign-bar");
  if (focused === document.body || bar.contains(focused)) return [];
  const [seen, cover] = [focused.getBoundingClientRect(), bar.getBoundingClientRect()];
  const under = seen.bottom > cover.top + 1 && seen.top < cover.bottom - 1;
  return under ? [focused.textContent.trim().slice(0, 60)] : [];
}

async function opened(t, page, { width = 1280, dir, ...look }, complain = () => {}) {
  const context = await chromium.newContext({ viewport: { width, height: 900 }, bypassCSP: false, ...look });
  t.after(() => context.close());
  const tab = await context.newPage();
  tab.on("console", (message) => message.type() === "error" && complain(message.text()));
  tab.on("pageerror", (error) => complain(error.message));
  await tab.goto(`${server.at}/gallery/${page}.html`);
  if (dir) await tab.evaluate((dir) => (document.documentElement.dir = dir), dir);
  return tab;
}

async function violations(tab) {
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() => axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

/** Buttons, fields and rows; links within a sentence are exempt (WCAG 2.5.8, inline). */
function smallTargets(tab) {
  return tab.evaluate(() =>
    [...document.querySelectorAll(".button, .field > input, select, summary, .choice, .nav a, .pager a")]
      .filter((element) => element.checkVisibility())
      .filter((element) => element.getBoundingClientRect().height < 43.5)
      .map((element) => element.outerHTML.slice(0, 100)),
  );
}
