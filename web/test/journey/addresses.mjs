// The addresses of the product, as the reviewed list of who may use them names them.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { web } from "../gallery.mjs";

const LIST = join(web, "..", "crates/app/tests/product/snapshots/addresses_and_roles.snap");

/** Every address that can be read, such as `/people/{person}`. */
export const addresses = (await readFile(LIST, "utf8")).match(/^GET +\S+/gm).map((line) => line.split(/ +/)[1]);

const patterns = addresses
  .map((address) => ({ address, pattern: new RegExp(`^${address.replaceAll(/\{\w+\}/g, "[^/]+")}$`) }))
  .sort((one, other) => holes(one.address) - holes(other.address));

/** Which of them a link leads to. */
export function addressOf(link) {
  const { pathname } = new URL(link);
  return patterns.find(({ pattern }) => pattern.test(pathname))?.address ?? pathname;
}

function holes(address) {
  return address.split("{").length;
}
