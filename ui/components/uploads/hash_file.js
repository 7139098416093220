/** The SHA-256 of a file, read a piece at a time, so that its size does not matter. */

import { Sha256 } from "./sha256.js";

const PIECE = 4 * 2 ** 20;

/**
 * @param {Blob} file
 * @param {AbortSignal} signal
 * @returns {Promise<string>} 64 hexadecimal digits
 * @throws {DOMException} `NotReadableError` when the device does not give the bytes; the browser's AbortError
 */
export async function hashFile(file, signal) {
  const hash = new Sha256();
  const read = (at) => file.slice(at, at + PIECE).arrayBuffer();
  let next = read(0);
  for (let at = 0; at < file.size; at += PIECE) {
    const bytes = await next;
    signal.throwIfAborted();
    next = at + PIECE < file.size ? read(at + PIECE) : null; // comes while this one is worked on
    hash.update(new Uint8Array(bytes));
  }
  return hash.hex();
}
