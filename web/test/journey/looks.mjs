// How a page may be looked at, and what is wrong with it there.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const EVERYTHING = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
/** What another colour scheme can break. */
const COLOURS = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

const IN_LIGHT = { name: "in light", width: 1280, colorScheme: "light", language: "en", rules: EVERYTHING };
export const LOOKS = [
  IN_LIGHT,
  { ...IN_LIGHT, name: "in dark", colorScheme: "dark", rules: COLOURS },
  { ...IN_LIGHT, name: "right to left, longer and accented", language: "qps" },
  { ...IN_LIGHT, name: "in German on 320 pixels", language: "de", width: 320 },
];

/** Shows an address in a look; says what is wrong with it there. */
export async function faults(tab, address, look) {
  await dress(tab, look, address);
  const answer = await tab.goto(address);
  if (answer.status() >= 500) return [`answered ${answer.status()}`];
  return examine(tab, look);
}

/** Makes the tab look so from the next page on; `near` names the site. */
export async function dress(tab, { width, colorScheme, language }, near) {
  await tab.context().addCookies([{ name: "language", value: language, url: new URL(near).origin }]);
  await tab.setViewportSize({ width, height: 900 });
  await tab.emulateMedia({ colorScheme });
}

/** What is wrong with the page as it stands. */
export async function examine(tab, look) {
  return [...(await violations(tab, look)), ...(await wideness(tab, look)), ...(await tables(tab, look)), ...(await menu(tab)), ...(await manners(tab, look))];
}

async function violations(tab, { language, rules }) {
  await tab.evaluate(axe);
  // The pseudo-locale has a private code (BCP 47, qaa to qtz), which axe takes for a mistake.
  const checks = ["html-lang-valid", "valid-lang"].map((id) => [id, { enabled: language !== "qps" }]);
  const options = { resultTypes: ["violations"], ...rules };
  if (!rules.runOnly.type) options.rules = Object.fromEntries(checks);
  const { violations } = await tab.evaluate((options) => axe.run(options), options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

async function wideness(tab, { width }) {
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
  return wide > width ? [`scrolls sideways: ${wide} pixels on ${width}`] : [];
}

/** Populations keep within their place: on a phone as cards, whose cells say what they are. */
async function tables(tab, { width }) {
  const faults = await tab.evaluate(() => {
    /** What begins a card stands at its start, an empty cell is gone, and a label has its place beside the value. */
    const cards = (place) => {
      const rows = [...place.querySelectorAll("tbody tr")].filter((row) => getComputedStyle(row).display === "block");
      return rows.flatMap((row) => [
        ...[...row.querySelectorAll("th")].filter((head) => getComputedStyle(head).textAlign !== "start"),
        ...[...row.querySelectorAll("td:empty")].filter((cell) => cell.checkVisibility()),
        ...[...row.querySelectorAll("td[data-label]:not(:empty)")].filter((cell) => parseFloat(getComputedStyle(cell).paddingInlineStart) === 0),
      ]);
    };
    return [...document.querySelectorAll(".population")].flatMap((place) => {
      const cells = [...place.querySelectorAll("td:not(:empty, [data-label], :has(.visually-hidden))")];
      return [
        ...(place.scrollWidth > place.clientWidth ? [`a table of ${place.scrollWidth} pixels in ${place.clientWidth}`] : []),
        ...cells.map((cell) => `a cell without the name of its column: ${cell.outerHTML.slice(0, 80)}`),
        ...cards(place).map((cell) => `a card that is not one: ${cell.outerHTML.slice(0, 80)}`),
      ];
    });
  });
  return [...new Set(faults)].map((fault) => `${fault}, on ${width}`);
}

/** On a desk the menu is one line. */
async function menu(tab) {
  const lines = await tab.evaluate(() => {
    const entries = [...document.querySelectorAll(".nav ul:not(.account) a")].filter((entry) => entry.checkVisibility());
    return new Set(entries.map((entry) => entry.getBoundingClientRect().y)).size;
  });
  return lines <= 1 ? [] : [`has a menu of ${lines} lines`];
}

/** Written in the right direction, with one act that stands out. */
async function manners(tab, { language }) {
  const { dir, primary } = await tab.evaluate(() => ({
    dir: document.documentElement.dir,
    primary: [...document.querySelectorAll(".button.primary")].filter((button) => button.checkVisibility()).length,
  }));
  const expected = language === "qps" ? "rtl" : "ltr";
  return [
    ...(dir === expected ? [] : [`is written ${dir}, not ${expected}`]),
    ...(primary <= 1 ? [] : [`has ${primary} primary buttons`]),
  ];
}
