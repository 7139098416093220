/**
 * How a coded JPEG lies in a file. All numbers are big-endian.
 *
 * | bytes | what |
 * |---|---|
 * | 4 | "KJPG" |
 * | 1 | version, 1 |
 * | 1 | flags: 1 = the tail ends in another JPEG, coded the same way behind the bands; 2 and 4 = pad mode |
 * | 1 | how many bands hold coefficients |
 * | 1 | 0 |
 * | 4 | length of the original |
 * | 32 | its SHA-256 |
 * | 4 | length of the side data before coding |
 * | 4 × (2 + bands) | length of each band: side data, ends of runs, coefficients |
 * | | the bands |
 * | | the other JPEG's container |
 */

import { Refused } from "./refused.js";

const MAGIC = [0x4b, 0x4a, 0x50, 0x47];
const VERSION = 1;
const FIXED = 48;
const NESTED = 1;
const HASH_BYTES = 32;

/** A JPEG cannot be smaller than this by coding; it bounds what a damaged container may ask for. */
const MOST_TIMES = 2000;

/**
 * @typedef {{padMode: number, length: number, hash: Uint8Array, sideLength: number, bands: Uint8Array[],
 *   nested: Uint8Array | null}} Container `bands` are side data, ends of runs, and coefficients
 */

/**
 * @param {Container} parts
 * @returns {Uint8Array}
 */
export function packContainer({ padMode, length, hash, sideLength, bands, nested }) {
  const first = FIXED + 4 * bands.length;
  const whole = bands.reduce((sum, band) => sum + band.length, first) + (nested?.length ?? 0);
  const packed = new Uint8Array(whole);
  const view = new DataView(packed.buffer);
  packed.set([...MAGIC, VERSION, (nested ? NESTED : 0) | (padMode << 1), bands.length - 2]);
  view.setUint32(8, length);
  packed.set(hash, 12);
  view.setUint32(44, sideLength);
  let at = first;
  bands.forEach((band, n) => {
    view.setUint32(FIXED + 4 * n, band.length);
    packed.set(band, at);
    at += band.length;
  });
  if (nested) packed.set(nested, at);
  return packed;
}

/**
 * @param {Uint8Array} packed
 * @returns {Container}
 */
export function unpackContainer(packed) {
  if (packed.length < FIXED || MAGIC.some((byte, n) => packed[n] !== byte)) throw new Refused("bad_container", "magic");
  if (packed[4] !== VERSION || packed[5] > 7 || packed[7]) throw new Refused("bad_container", "version");
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  const count = packed[6] + 2;
  let at = FIXED + 4 * count;
  if (count === 2 || at > packed.length) throw new Refused("bad_container", "bands");
  const bands = [];
  for (let n = 0; n < count; n++) {
    const end = at + view.getUint32(FIXED + 4 * n);
    if (end > packed.length) throw new Refused("bad_container", "bands");
    bands.push(packed.subarray(at, end));
    at = end;
  }
  const length = view.getUint32(8);
  const sideLength = view.getUint32(44);
  if (length > packed.length * MOST_TIMES || sideLength > length + 12 + length) throw new Refused("bad_container", "length");
  if (!(packed[5] & NESTED) && at !== packed.length) throw new Refused("bad_container", "length");
  const nested = packed[5] & NESTED ? packed.subarray(at) : null;
  return { padMode: packed[5] >> 1, length, hash: packed.subarray(12, 12 + HASH_BYTES), sideLength, bands, nested };
}

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Uint8Array>}
 */
export async function hashOf(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}
