// People with a device: a tab, a hand that counts what it presses, an authenticator that says yes.

import assert from "node:assert/strict";

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const DESK = { viewport: { width: 1280, height: 900 } };

/** Somebody with a device of their own; without a role, somebody who only has their mail. */
export async function person(t, chromium, at, { role, device = PHONE, ...more } = {}) {
  const context = await chromium.newContext({ baseURL: at, locale: "en-GB", ...device, ...more });
  t.after(() => context.close());
  const tab = await context.newPage();
  const complaints = [];
  tab.on("console", (message) => {
    const { url } = message.location();
    // Beside a plain text, such as a checkpoint, the browser looks for an icon by itself.
    if (message.type() === "error" && !url.endsWith("/favicon.ico")) complaints.push(`${message.text()} ${url}`);
  });
  tab.on("pageerror", (error) => complaints.push(error.message));
  if (role) await arrives(tab, `/demo/as/${role}`);
  return { context, tab, complaints, hand: new Hand(tab) };
}

/** Goes to an address that has to be there. */
export async function arrives(tab, address) {
  const answer = await tab.goto(address);
  assert.ok(answer.ok(), `${address} answered ${answer.status()}`);
  return answer;
}

/** Presses things and counts: a press is an activation, and so is a fingerprint. */
export class Hand {
  constructor(tab) {
    this.tab = tab;
    this.activations = 0;
  }

  /** Presses something that stays on the page. */
  async touch(thing) {
    this.activations += 1;
    await thing.click();
  }

  /** Presses, and waits for the page it leads to. */
  async press(thing) {
    this.activations += 1;
    await Promise.all([this.tab.waitForNavigation(), thing.click()]);
  }
}

/** A platform authenticator that recognises its owner at once; each prompt counts as one activation. */
export async function giveAuthenticator({ context, tab, hand }) {
  const devtools = await context.newCDPSession(tab);
  await devtools.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true };
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", { options });
  const prompts = { enrolled: 0, signed: 0 };
  devtools.on("WebAuthn.credentialAdded", () => (prompts.enrolled += 1));
  devtools.on("WebAuthn.credentialAsserted", () => {
    prompts.signed += 1;
    hand.activations += 1;
  });
  return { prompts, authenticatorId, devtools };
}
