/** Objects: what is cut into chunks, named by its content, and sealed with a key that comes from it. */

import { hex, joined, u64be } from "./bytes.js";
import { Refused } from "./refused.js";
import { sealingKey } from "./secret.js";

export const CHUNK = 65_472; // bytes
export const TAG = 16;
export const SEALED_CHUNK = CHUNK + TAG;
export const PART_CHUNKS = 128; // in one part at the store
export const PART = PART_CHUNKS * SEALED_CHUNK;
const NONCE = 12;
const ID = 16;

/**
 * @typedef {{objectId: string, root: Uint8Array, size: number}} ObjectName what an object is, wherever it is kept
 */

/** @param {number} size of the object, in bytes @returns {number} an empty one has one chunk */
export const chunkCount = (size) => Math.max(1, Math.ceil(size / CHUNK));

/** @param {number} size @returns {number} of its parts at the store */
export const partCount = (size) => Math.ceil(chunkCount(size) / PART_CHUNKS);

/** @param {number} size @returns {number} of the ciphertext */
export const sealedSize = (size) => size + chunkCount(size) * TAG;

/** @param {number} index @param {number} size @returns {boolean} */
export const isLastChunk = (index, size) => index === chunkCount(size) - 1;

/**
 * @param {import("./secret.js").RoomKeys} keys
 * @param {Uint8Array} root
 * @param {number} size
 * @returns {Promise<string>} 32 hexadecimal digits
 */
export async function objectId({ objectId: key }, root, size) {
  const mac = await crypto.subtle.sign("HMAC", key, descriptor(root, size));
  return hex(new Uint8Array(mac, 0, ID));
}

/**
 * @param {import("./secret.js").RoomKeys} keys
 * @param {Uint8Array} root
 * @param {number} size
 * @returns {Promise<CryptoKey>}
 */
export const objectKey = ({ base }, root, size) => sealingKey(base, "object", descriptor(root, size));

/**
 * @param {CryptoKey} key
 * @param {number} index
 * @param {boolean} isLast
 * @param {Uint8Array} chunk
 * @returns {Promise<Uint8Array>}
 */
export async function sealChunk(key, index, isLast, chunk) {
  return new Uint8Array(await crypto.subtle.encrypt(cipher(index, isLast), key, chunk));
}

/**
 * @param {CryptoKey} key
 * @param {number} index
 * @param {boolean} isLast
 * @param {Uint8Array} sealed
 * @returns {Promise<Uint8Array>}
 * @throws {Refused} `not_authentic`
 */
export async function openChunk(key, index, isLast, sealed) {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(cipher(index, isLast), key, sealed));
  } catch {
    throw new Refused("not_authentic");
  }
}

const descriptor = (root, size) => joined(root, u64be(size));

/** u88be(index) and whether it is the last; an index of more than 53 bits is no file. */
function cipher(index, isLast) {
  const iv = new Uint8Array(NONCE);
  iv.set(u64be(index), NONCE - 1 - 8);
  iv[NONCE - 1] = isLast ? 1 : 0;
  return { name: "AES-GCM", iv };
}
