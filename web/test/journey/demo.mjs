// Starts the built program in a throw-away folder, and asks it to check packs.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** COUNTERSIGN names the program; `cargo xtask test` hands in the one it built. */
export const program = process.env.COUNTERSIGN;
const PATIENCE = 120_000;

/** A demonstration: its address, its folder and a way to end it. */
export function demo() {
  return start("demo");
}

/** A server without an organisation. */
export function empty() {
  return start("serve");
}

async function start(command) {
  assert.ok(program, "COUNTERSIGN names the built program, for example target/debug/countersign");
  const folder = await mkdtemp(join(tmpdir(), "countersign-journey-"));
  const port = await freePort();
  const child = spawn(program, [command, "--listen", `127.0.0.1:${port}`, "--data", folder]);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => said.push(text));
  const at = `http://localhost:${port}`;
  await answers(at, child, said);
  return {
    at,
    folder,
    said: () => said.join(""),
    stop: async () => {
      const ended = new Promise((done) => child.once("exit", done));
      const impatient = setTimeout(() => child.kill("SIGKILL"), 5_000);
      child.kill("SIGTERM");
      await ended;
      clearTimeout(impatient);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** `countersign verify --json`: the exit code and the codes of what was found. */
export async function verify(pack) {
  try {
    const { stdout } = await promisify(execFile)(program, ["verify", pack, "--json"], { maxBuffer: 1 << 26 });
    return { exit: 0, codes: codes(stdout) };
  } catch (refused) {
    return { exit: refused.code, codes: codes(refused.stdout) };
  }
}

function codes(report) {
  return JSON.parse(report).findings.map((finding) => finding.code);
}

async function answers(at, child, said) {
  const start = performance.now();
  while (performance.now() - start < PATIENCE) {
    assert.equal(child.exitCode, null, `the program ended:\n${said.join("")}`);
    const answer = await fetch(`${at}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await wait(200);
  }
  throw new Error(`the program did not answer within two minutes:\n${said.join("")}`);
}

export function wait(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function freePort() {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
