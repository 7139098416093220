/**
 * Codes and decodes one JPEG after another, off the page.
 *
 * In: `{task: "encode" | "decode", source: Blob | Uint8Array, parts: boolean}`, the next only after the end. Out:
 * `{progress}` from 0 to 1, `{part}` the next bytes of what is decoded where they were asked for, and at the end either
 * `{done}` with all bytes, `{refused, detail}`, or `{broken}` where a file could not be read. To stop it, end the worker.
 */

import { Refused } from "./refused.js";

// What is said to a worker before it listens is lost, so it must not wait for these first.
const proven = import("./proven.js");

onmessage = async ({ data: { task, source, parts } }) => {
  try {
    const { decodeProven, encodeProven } = await proven;
    const bytes = source instanceof Blob ? new Uint8Array(await source.arrayBuffer()) : source;
    const progress = (share) => postMessage({ progress: share });
    let at = 0;
    const give = (part, length) => {
      if (parts) postMessage({ part: part.slice() });
      progress((at += part.length) / length);
    };
    const done = task === "encode" ? await encodeProven(bytes, progress) : await decodeProven(bytes, give);
    postMessage({ done }, { transfer: [done.buffer] });
  } catch (error) {
    if (error instanceof Refused) postMessage({ refused: error.reason, detail: error.message });
    else postMessage({ broken: String(error) });
  }
};
