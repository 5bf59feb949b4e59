// What a page weighs on the way to the reader: compressed bytes and requests, as the browser counts them.

/** Loads an address and gives what it took, in all and by kind (`Document`, `Stylesheet`, `Script`, `Image`). */
export async function weigh(context, tab, address) {
  const devtools = await context.newCDPSession(tab);
  await devtools.send("Network.enable");
  const taken = { bytes: 0, requests: 0, of: {} };
  const kinds = new Map();
  devtools.on("Network.responseReceived", ({ requestId, type, response }) => {
    kinds.set(requestId, type);
    if (!response.fromDiskCache && !response.fromPrefetchCache) taken.requests += 1;
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    taken.bytes += encodedDataLength;
    taken.of[kind] = (taken.of[kind] ?? 0) + encodedDataLength;
  });
  await tab.goto(address, { waitUntil: "networkidle" });
  await devtools.detach();
  return taken;
}
