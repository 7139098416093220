/** Codes a JPEG and proves it: what is coded was decoded again and is the original, or it is refused. */

import { releasePlanes } from "./planes.js";

// Each direction gets modules of its own, see coder.js.
const { encode } = await import("./encode.js?enc");
const { decode } = await import("./decode.js?dec");

/**
 * @param {Uint8Array} bytes
 * @param {(share: number) => void} [progress] from 0 to 1; the proof takes as long as the coding
 * @returns {Promise<Uint8Array>} the container
 * @throws {Refused} with the reason to send the file as it is
 */
export async function encodeProven(bytes, progress = () => {}) {
  try {
    const packed = await encode(bytes, (share) => progress(share / 2));
    let at = 0;
    // It compares the SHA-256 of what comes back with that of what went in.
    await decode(packed, (part, length) => progress(0.5 + (at += part.length) / length / 2));
    return packed;
  } finally {
    releasePlanes();
  }
}

/**
 * @param {Uint8Array} packed
 * @param {(bytes: Uint8Array, length: number) => void} [give] as `decode` has it
 * @returns {Promise<Uint8Array>}
 * @throws {Refused}
 */
export async function decodeProven(packed, give) {
  try {
    return await decode(packed, give);
  } finally {
    releasePlanes();
  }
}
