/**
 * A text as a QR code, made here because the key in a room's link is for no server.
 *
 * `Actions.qr` is `async (text) => (await import("../pieces/qr.js")).qrModules(text)`.
 */

import { MASKS, penalty } from "./qr_mask.js";
import { crossings, qrWords, sideOf } from "./qr_words.js";

const LEVEL_M = 0;
const FORMAT = { generator: 0x537, checkBits: 10, mask: 0x5412 };
const VERSION = { generator: 0x1f25, checkBits: 12, mask: 0 };
const TIMING = 6; // row and column of every second module

/**
 * @param {string} text up to 666 bytes
 * @returns {boolean[][]} the dark modules, row by row, without a margin
 * @throws {RangeError} when it is longer
 */
export function qrModules(text) {
  const { version, words } = qrWords(text);
  const frame = framed(version);
  const bits = drawn(frame, words);
  const masked = MASKS.map((mask, number) => {
    const modules = bits.map((row, y) => row.map((bit, x) => frame[y][x] ?? bit !== mask(x, y)));
    drawFormat(modules, number);
    return modules;
  });
  const costs = masked.map(penalty);
  return masked[costs.indexOf(Math.min(...costs))];
}

/** What is the same for every text of this length; undefined where bytes go. @returns {(boolean | undefined)[][]} */
function framed(version) {
  const side = sideOf(version);
  const frame = Array.from({ length: side }, () => new Array(side).fill(undefined));
  for (let at = 8; at < side - 8; at += 1) frame[TIMING][at] = frame[at][TIMING] = at % 2 === 0;
  for (const [x, y] of [[3, 3], [side - 4, 3], [3, side - 4]]) drawRings(frame, x, y, 4);
  const centres = centresOf(version);
  const last = centres.length - 1;
  for (const [i, x] of centres.entries()) {
    for (const [j, y] of centres.entries()) {
      const isCorner = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
      if (!isCorner) drawRings(frame, x, y, 2);
    }
  }
  drawFormat(frame, 0); // takes its place; the right one comes with the mask
  if (version >= 7) drawVersion(frame, version);
  return frame;
}

/** A square of rings around a centre: the second and the fourth are light. */
function drawRings(frame, x, y, radius) {
  for (let dy = -radius; dy <= radius; dy += 1) {
    for (let dx = -radius; dx <= radius; dx += 1) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      const isDark = radius === 4 ? ring !== 2 && ring !== 4 : ring !== 1;
      if (frame[y + dy] && x + dx >= 0 && x + dx < frame.length) frame[y + dy][x + dx] = isDark;
    }
  }
}

/** Where the small squares stand, in each direction. */
function centresOf(version) {
  const count = crossings(version);
  const step = 2 * Math.ceil((sideOf(version) - 13) / (2 * (count - 1)));
  return Array.from({ length: count }, (_, at) => (at === 0 ? 6 : sideOf(version) - 7 - (count - 1 - at) * step));
}

/** The level and the mask's number, twice, and the module that is always dark. */
function drawFormat(modules, mask) {
  const side = modules.length;
  const bits = protectedBits((LEVEL_M << 3) | mask, FORMAT);
  for (let at = 0; at < 15; at += 1) {
    const isDark = Boolean((bits >> at) & 1);
    if (at < 8) modules[at < 6 ? at : at + 1][8] = modules[8][side - 1 - at] = isDark;
    else modules[8][at === 8 ? 7 : 14 - at] = modules[side - 15 + at][8] = isDark;
  }
  modules[side - 8][8] = true;
}

function drawVersion(modules, version) {
  const bits = protectedBits(version, VERSION);
  for (let at = 0; at < 18; at += 1) {
    const [near, far] = [Math.floor(at / 3), modules.length - 11 + (at % 3)];
    modules[near][far] = modules[far][near] = Boolean((bits >> at) & 1);
  }
}

/** A number and its check bits: the rest of a division by the generator. */
function protectedBits(value, { generator, checkBits, mask }) {
  let rest = value;
  for (let step = 0; step < checkBits; step += 1) rest = (rest << 1) ^ ((rest >> (checkBits - 1)) & 1 ? generator : 0);
  return ((value << checkBits) | rest) ^ mask;
}

/** The bytes' bits in pairs of columns from the right, up and down in turn, around what stands already. */
function drawn(frame, words) {
  const side = frame.length;
  const bits = frame.map((row) => row.map(() => false));
  let at = 0;
  for (let pair = 0, right = side - 1; right > 0; right -= 2, pair += 1) {
    if (right === TIMING) right -= 1;
    for (let step = 0; step < side; step += 1) {
      const y = pair % 2 ? step : side - 1 - step;
      for (const x of [right, right - 1]) {
        if (frame[y][x] !== undefined) continue;
        bits[y][x] = Boolean(((words[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
        at += 1;
      }
    }
  }
  return bits;
}
