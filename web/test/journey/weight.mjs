// What a page weighs on the way to the reader: compressed bytes and requests, as the browser counts them.

/** Loads an address and gives what it took. */
export async function weigh(context, tab, address) {
  const devtools = await context.newCDPSession(tab);
  await devtools.send("Network.enable");
  const taken = { bytes: 0, requests: 0 };
  devtools.on("Network.responseReceived", ({ response }) => {
    if (!response.fromDiskCache && !response.fromPrefetchCache) taken.requests += 1;
  });
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (taken.bytes += encodedDataLength));
  await tab.goto(address, { waitUntil: "networkidle" });
  await devtools.detach();
  return taken;
}
