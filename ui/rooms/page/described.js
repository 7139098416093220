/** A file as an object: its root and name, read a window at a time, and its chunks sealed from it later. */

import { joined, same } from "./bytes.js";
import { CHUNK, PART_CHUNKS, chunkCount, isLastChunk, objectId, objectKey, sealChunk } from "./objects.js";
import { Refused } from "./refused.js";
import { HASH, leavesOf, rootOf } from "./tree.js";

const WINDOW = PART_CHUNKS; // are read and hashed together; a browser takes nearly as long to read half as much

/**
 * @typedef {import("./objects.js").ObjectName & {blob: Blob, leaves: Uint8Array, key: CryptoKey}} Described
 *   `leaves` are 32 bytes for each chunk, so that a file which changes is noticed
 */

/**
 * @param {import("./secret.js").RoomKeys} keys
 * @param {Blob} blob
 * @param {{signal?: AbortSignal, progress?: (bytes: number) => void}} [options]
 * @returns {Promise<Described>}
 * @throws {DOMException} `NotReadableError` when the device does not give the bytes; the browser's AbortError
 */
export async function describe(keys, blob, options) {
  const leaves = await leavesIn(blob, options);
  const root = await rootOf(leaves);
  const { size } = blob;
  const [id, key] = await Promise.all([objectId(keys, root, size), objectKey(keys, root, size)]);
  return { objectId: id, root, size, blob, leaves, key };
}

/**
 * The sealed chunks from `first` up to and without `end`. Each leaf is hashed again.
 * @param {Described} object
 * @param {number} first
 * @param {number} end
 * @returns {Promise<Uint8Array[]>}
 * @throws {Refused} `file_changed`, also when the browser no longer gives the file out because it is another
 */
export async function sealRange({ blob, size, leaves, key }, first, end) {
  const chunks = await read(blob, first, end).catch((error) => {
    throw error.name === "NotReadableError" || error.name === "NotFoundError" ? new Refused("file_changed") : error;
  });
  const [again, sealed] = await Promise.all([
    leavesOf(chunks),
    Promise.all(chunks.map((chunk, at) => sealChunk(key, first + at, isLastChunk(first + at, size), chunk))),
  ]);
  if (!same(again, leaves.subarray(first * HASH, end * HASH))) throw new Refused("file_changed");
  return sealed;
}

async function leavesIn(blob, { signal, progress } = {}) {
  const count = chunkCount(blob.size);
  const window = (first) => read(blob, first, Math.min(first + WINDOW, count));
  const leaves = [];
  let next = window(0);
  for (let first = 0; first < count; first += WINDOW) {
    const chunks = await next;
    signal?.throwIfAborted();
    next = first + WINDOW < count ? window(first + WINDOW) : null; // comes while this one is hashed
    leaves.push(await leavesOf(chunks));
    progress?.(Math.min((first + chunks.length) * CHUNK, blob.size));
  }
  return joined(...leaves);
}

/** The chunks from `first` up to and without `end`, read at once. */
async function read(blob, first, end) {
  const bytes = new Uint8Array(await blob.slice(first * CHUNK, end * CHUNK).arrayBuffer());
  return Array.from({ length: end - first }, (_, at) => bytes.subarray(at * CHUNK, (at + 1) * CHUNK));
}
