/** The worker that hashes beside the page: `{number, file}` in, `{of, sha256}` or `{of, failed}` out. */

import { hashFile } from "./hash_file.js";

let stop = new AbortController();

/**
 * A new file, or none, ends the work on the one before.
 * @param {MessageEvent<{number: number, file: File | null}>} event
 */
self.addEventListener("message", async ({ data: { number, file } }) => {
  stop.abort();
  stop = new AbortController();
  const { signal } = stop;
  if (!file) return;
  try {
    self.postMessage({ of: number, sha256: await hashFile(file, signal) });
  } catch (error) {
    if (!signal.aborted) self.postMessage({ of: number, failed: error.name });
  }
});

self.postMessage({ ready: true });
