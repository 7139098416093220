/** What a frame header says of the picture, and how its blocks lie in memory. */

import { Refused } from "./refused.js";

/** More coefficients than this are refused: they take two bytes each where the file is not a single scan. */
const MOST_COEFFICIENTS = 84_000_000;

/**
 * One colour of the picture. `wide` and `high` count the blocks that hold picture; `stride` and `rows` those of whole
 * MCUs (minimum coded units), which is what is kept.
 * @typedef {{id: number, h: number, v: number, table: number, wide: number, high: number, stride: number,
 *   rows: number}} Component
 */

/**
 * @typedef {{progressive: boolean, width: number, height: number, mcusWide: number, mcusHigh: number,
 *   components: Component[]}} Frame
 */

/**
 * @param {Uint8Array} bytes
 * @param {number} at of the segment's contents, behind its length
 * @param {number} end
 * @param {boolean} progressive
 * @returns {Frame}
 */
export function readFrame(bytes, at, end, progressive) {
  const count = bytes[at + 5];
  if (end - at !== 6 + 3 * count || count < 1 || count > 4) throw new Refused("bad_header", "frame");
  if (bytes[at] !== 8) throw new Refused("twelve_bit");
  const height = (bytes[at + 1] << 8) | bytes[at + 2];
  const width = (bytes[at + 3] << 8) | bytes[at + 4];
  if (!height) throw new Refused("height_later");
  if (!width) throw new Refused("bad_header", "width");
  const sampled = [];
  for (let n = 0; n < count; n++) {
    const [id, sampling, table] = bytes.subarray(at + 6 + 3 * n, at + 9 + 3 * n);
    sampled.push({ id, h: sampling >> 4, v: sampling & 15, table });
  }
  if (sampled.some(({ h, v, table }) => h < 1 || h > 4 || v < 1 || v > 4 || table > 3)) {
    throw new Refused("bad_header", "sampling");
  }
  // A picture of one colour is never interleaved, so its sampling means nothing.
  if (count === 1) sampled[0].h = sampled[0].v = 1;
  return laidOut(sampled, width, height, progressive);
}

/**
 * @param {{id: number, h: number, v: number, table: number}[]} sampled
 * @param {number} width
 * @param {number} height
 * @param {boolean} progressive
 * @returns {Frame}
 */
function laidOut(sampled, width, height, progressive) {
  const mostH = Math.max(...sampled.map(({ h }) => h));
  const mostV = Math.max(...sampled.map(({ v }) => v));
  const mcusWide = Math.ceil(width / (8 * mostH));
  const mcusHigh = Math.ceil(height / (8 * mostV));
  const components = sampled.map((one) => ({
    ...one,
    wide: Math.ceil(Math.ceil((width * one.h) / mostH) / 8),
    high: Math.ceil(Math.ceil((height * one.v) / mostV) / 8),
    stride: mcusWide * one.h,
    rows: mcusHigh * one.v,
  }));
  const coefficients = components.reduce((sum, { stride, rows }) => sum + 64 * stride * rows, 0);
  if (coefficients > MOST_COEFFICIENTS) throw new Refused("too_many_pixels", `${width} × ${height}`);
  return { progressive, width, height, mcusWide, mcusHigh, components };
}

/**
 * Which contexts a component shares: 0 for brightness and what is like it, 1 for the two of colour.
 * @param {number} component its place in the frame
 * @returns {number}
 */
export function kindOf(component) {
  return component === 1 || component === 2 ? 1 : 0;
}
