/** What a container says besides coefficients: the headers, the bytes behind the picture, unusual bits. */

import { Refused } from "./refused.js";

/**
 * `headers` is everything up to and with the end marker but the scans' data, `tail` what comes behind it, `pads` the
 * listed bits of segments' last bytes, if they have to be listed.
 * @typedef {{headers: Uint8Array, tail: Uint8Array, pads: Uint8Array}} Side
 */

/**
 * The three, each behind its length in four bytes.
 * @param {Side} side
 * @returns {Uint8Array}
 */
export function packSide({ headers, tail, pads }) {
  const packed = new Uint8Array(12 + headers.length + tail.length + pads.length);
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const part of [headers, tail, pads]) {
    view.setUint32(at, part.length);
    packed.set(part, at + 4);
    at += 4 + part.length;
  }
  return packed;
}

/**
 * @param {Uint8Array} packed
 * @returns {Side}
 */
export function unpackSide(packed) {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  let at = 0;
  const next = () => {
    const first = at + 4;
    if (first > packed.length) throw new Refused("bad_container", "side");
    at = first + view.getUint32(at);
    if (at > packed.length) throw new Refused("bad_container", "side");
    return packed.subarray(first, at);
  };
  return { headers: next(), tail: next(), pads: next() };
}
