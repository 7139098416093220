/**
 * Lossless coding on the way: a file goes as fewer bytes, and is exactly itself where it arrives.
 *
 * For the engine, before a file is described: `const small = await coded(file)`; where it is not null, `small.blob` is
 * the object, and the entry's facts get `coding: small.coding, originalRoot: small.original.root, originalSize:
 * small.original.size`. After an object with a coding has come whole: `await decoded(blob, file)`; what it gives has
 * been compared with the original's root and size. A file whose coding is not among `CODINGS` cannot be saved here.
 * The JPEG coder (`jpeg/pool.js`) takes its place in `CODERS` of `coders.js`, and nothing else changes.
 */

import { CODERS } from "./coders.js";

/** Names of the codings that can be taken back here, as entries have them. @type {string[]} */
export const CODINGS = CODERS.map(({ name }) => name);

/** @typedef {{root: Uint8Array, size: number}} Original of the file as it was added */

/**
 * It has been decoded again and is the same file. Work is done off the page, one file after another.
 * @param {Blob} blob
 * @param {{signal?: AbortSignal}} [options]
 * @returns {Promise<{coding: string, blob: Blob, original: Original} | null>} null when it is better sent as it is
 * @throws {DOMException} the signal's reason; `NotReadableError` when the device does not give the bytes
 */
export const coded = (blob, options) => inTurn({ task: "code", blob }, options);

/**
 * @param {Blob} blob what came
 * @param {{coding: string, originalRoot?: Uint8Array, originalSize?: number}} file what its entry says
 * @param {{signal?: AbortSignal}} [options]
 * @returns {Promise<Blob>}
 * @throws {import("../refused.js").Refused} `wrong_root`: also when the coding is not known, or something is missing
 */
export async function decoded(blob, { coding, originalRoot: root, originalSize: size }, options) {
  const { Refused } = await import("../refused.js");
  if (!CODINGS.includes(coding) || !root || size === undefined) throw new Refused("wrong_root");
  const whole = await inTurn({ task: "decode", blob, coding, original: { root, size } }, options);
  if (!whole) throw new Refused("wrong_root");
  return whole;
}

/** @type {Worker | null} */
let worker = null;
let before = Promise.resolve();

function inTurn(task, { signal } = {}) {
  const asked = before.then(() => ask(task, signal));
  before = asked.catch(() => {});
  return asked;
}

function ask(task, signal) {
  signal?.throwIfAborted();
  worker ??= new Worker(new URL("./coding_worker.js", import.meta.url), { type: "module" });
  const own = worker;
  return new Promise((resolve, reject) => {
    const end = (reason) => {
      own.terminate(); // it cannot be stopped otherwise
      worker = null;
      reject(reason);
    };
    const stop = () => end(signal.reason);
    signal?.addEventListener("abort", stop, { once: true });
    own.onmessage = ({ data: { answer, failed } }) => {
      signal?.removeEventListener("abort", stop);
      if (failed) reject(new DOMException(failed.message, failed.name));
      else resolve(answer);
    };
    own.onerror = () => end(new DOMException("the worker ended", "InvalidStateError"));
    own.postMessage(task);
  });
}
