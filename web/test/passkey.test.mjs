// cs-passkey against Chromium's own virtual authenticator, under the product's content security policy.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, serve } from "./gallery.mjs";

const CHALLENGE = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA";
const CREATION = {
  publicKey: {
    rp: { id: "localhost", name: "Countersign" },
    user: { id: "cGVyXzAx", name: "dana", displayName: "Dana Reyes" },
    challenge: CHALLENGE,
    pubKeyCredParams: [{ type: "public-key", alg: -7 }],
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    attestation: "none",
  },
};
const REQUEST = { publicKey: { challenge: CHALLENGE, rpId: "localhost", allowCredentials: [], userVerification: "required" } };

let server, chromium;
let calls = [];
let refuse = null;

before(async () => {
  server = await serve(answer);
  chromium = await browser();
});
after(async () => {
  await chromium.close();
  server.close();
});

test("one press signs", async (t) => {
  const tab = await signing(t, { enrolled: true });

  await tab.getByRole("button", { name: "Sign" }).click();
  await tab.waitForURL("**/signed");

  const [options, signed] = calls;
  assert.deepEqual(options.json, { shown: "9f2c", ceremony: "", assertion: "" });
  assert.equal(challengeOf(signed.form.assertion), CHALLENGE);
  assert.equal(signed.form.shown, "9f2c");
});

test("what the server sent beside the challenge comes back with the form", async (t) => {
  const tab = await signing(t, { enrolled: true });

  await tab.getByRole("button", { name: "Sign" }).click();
  await tab.waitForURL("**/signed");

  assert.equal(calls.at(-1).form.ceremony, "cer_01");
});

test("one press enrols and signs for somebody without a passkey", async (t) => {
  const tab = await signing(t, { enrolled: false });

  await tab.getByRole("button", { name: "Sign" }).click();
  await tab.waitForURL("**/signed");

  assert.deepEqual(calls.map((call) => call.path), ["/enrol/options", "/enrol", "/options", "/signed"]);
  const enrolled = JSON.parse(calls[1].form.credential);
  assert.ok(enrolled.response.attestationObject);
  assert.equal(JSON.parse(calls[3].form.assertion).id, enrolled.id);
});

test("browsers without the JSON form of WebAuthn send the same", async (t) => {
  const tab = await signing(t, { enrolled: false, before: forgetJson });

  await tab.getByRole("button", { name: "Sign" }).click();
  await tab.waitForURL("**/signed");

  assert.equal(challengeOf(calls.at(-1).form.assertion), CHALLENGE);
});

test("a refusal is shown in the server's words and nothing is sent", async (t) => {
  const tab = await signing(t, { enrolled: true });
  refuse = { title: "Conflict", detail: "This version is no longer in force." };

  await tab.getByRole("button", { name: "Sign" }).click();
  await tab.getByText("This version is no longer in force.").waitFor();

  assert.deepEqual(calls.map((call) => call.path), ["/options"]);
});

test("a cancelled prompt offers the other way and keeps the button", async (t) => {
  const tab = await signing(t, { enrolled: true, before: cancelPrompts });
  assert.equal(await tab.getByText("Sign with a mailed code").isVisible(), false);

  await tab.getByRole("button", { name: "Sign" }).click();
  await tab.getByText("Nothing was signed.").waitFor();

  assert.equal(await tab.getByText("Sign with a mailed code").isVisible(), true);
  assert.equal(await tab.getByRole("button", { name: "Sign" }).getAttribute("aria-disabled"), "false");
});

test("a second prompt that needs a fresh press asks for it, and then signs without enrolling again", async (t) => {
  const tab = await signing(t, { enrolled: false, before: cancelFirstAssertion });

  await tab.getByRole("button", { name: "Sign" }).click();
  await tab.getByText("Press once more.").waitFor();
  await tab.getByRole("button", { name: "Sign" }).click();
  await tab.waitForURL("**/signed");

  assert.equal(calls.filter((call) => call.path === "/enrol").length, 1);
});

test("declining needs no passkey", async (t) => {
  const tab = await signing(t, { enrolled: true });

  await tab.getByRole("button", { name: "Decline" }).click();
  await tab.waitForURL("**/declined");

  assert.deepEqual(calls.map((call) => call.path), ["/declined"]);
});

test("without passkeys the other way is in sight and the form still goes", async (t) => {
  const tab = await signing(t, { enrolled: true, before: forgetPasskeys });
  assert.equal(await tab.getByText("Sign with a mailed code").isVisible(), true);

  await tab.getByRole("button", { name: "Sign" }).click();
  await tab.waitForURL("**/signed");

  assert.equal(calls.at(-1).form.assertion, "");
});

test("without script the other way is in sight and the form still goes", async (t) => {
  const tab = await signing(t, { enrolled: true, javaScriptEnabled: false });
  assert.equal(await tab.getByText("Sign with a mailed code").isVisible(), true);

  await tab.getByRole("button", { name: "Sign" }).click();
  await tab.waitForURL("**/signed");

  assert.equal(calls.at(-1).form.assertion, "");
});

async function signing(t, { enrolled, before, javaScriptEnabled = true }) {
  calls = [];
  refuse = null;
  const context = await chromium.newContext({ javaScriptEnabled });
  t.after(() => context.close());
  const tab = await context.newPage();
  await giveAuthenticator(context, tab);
  if (enrolled && javaScriptEnabled) await enrol(tab);
  if (before) await tab.addInitScript(before);
  await tab.goto(`${server.at}/sign${enrolled ? "" : "?enrol-first"}`);
  return tab;
}

async function giveAuthenticator(context, tab) {
  const devtools = await context.newCDPSession(tab);
  await devtools.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true };
  await devtools.send("WebAuthn.addVirtualAuthenticator", { options });
}

async function enrol(tab) {
  await tab.goto(`${server.at}/enrolment`);
  await tab.getByRole("button", { name: "Make a passkey" }).click();
  await tab.waitForURL("**/enrol");
  assert.ok(JSON.parse(calls.at(-1).form.credential).response.clientDataJSON);
  calls = [];
}

async function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  if (request.method === "POST") calls.push(await call(pathname, request));
  const json = (status, body) => response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  const html = (body) => response.setHeader("Content-Type", "text/html").end(`<!doctype html><title>Test</title>${body}`);

  if (pathname === "/sign") return html(signPage(searchParams.has("enrol-first"))), true;
  if (pathname === "/enrolment") return html(enrolPage), true;
  if (pathname === "/enrol/options") return json(200, CREATION), true;
  if (pathname === "/enrol") return html("Enrolled"), true;
  if (pathname === "/options") return (refuse ? json(409, refuse) : json(200, { ...REQUEST, ceremony: "cer_01" })), true;
  if (pathname === "/signed" || pathname === "/declined") return html("Done"), true;
  return false;
}

async function call(path, request) {
  let body = "";
  for await (const chunk of request) body += chunk;
  if (request.headers["content-type"]?.includes("json")) return { path, json: JSON.parse(body) };
  return { path, form: Object.fromEntries(new URLSearchParams(body)) };
}

function signPage(enrolFirst) {
  const first = enrolFirst ? `data-enrol-first data-enrol-options="/enrol/options" data-enrol-finish="/enrol"` : "";
  return `<script src="/dist/app.js" defer></script>
    <cs-passkey action="sign" data-options="/options" ${first}
      data-say-cancelled="Nothing was signed." data-say-again="Press once more." data-say-failed="Failed.">
      <form method="post" action="/signed">
        <input type="hidden" name="shown" value="9f2c">
        <input type="hidden" name="ceremony">
        <input type="hidden" name="assertion">
        <button>Sign</button>
        <button formaction="/declined" data-without-passkey>Decline</button>
      </form>
      <p role="status"></p>
      <p data-fallback><a href="/code">Sign with a mailed code</a></p>
    </cs-passkey>`;
}

const enrolPage = `<script src="/dist/app.js" defer></script>
  <cs-passkey action="enrol" data-options="/enrol/options">
    <form method="post" action="/enrol"><input type="hidden" name="credential"><button>Make a passkey</button></form>
    <p role="status"></p>
  </cs-passkey>`;

function challengeOf(credential) {
  const { response } = JSON.parse(credential);
  return JSON.parse(Buffer.from(response.clientDataJSON, "base64url")).challenge;
}

function forgetJson() {
  delete PublicKeyCredential.parseCreationOptionsFromJSON;
  delete PublicKeyCredential.parseRequestOptionsFromJSON;
  delete PublicKeyCredential.prototype.toJSON;
}

function forgetPasskeys() {
  delete window.PublicKeyCredential;
}

function cancelPrompts() {
  CredentialsContainer.prototype.get = async () => {
    throw new DOMException("cancelled", "NotAllowedError");
  };
}

function cancelFirstAssertion() {
  const get = CredentialsContainer.prototype.get;
  CredentialsContainer.prototype.get = async function () {
    CredentialsContainer.prototype.get = get;
    throw new DOMException("needs a gesture", "NotAllowedError");
  };
}
