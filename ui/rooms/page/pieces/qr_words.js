/** The bytes of a QR code in the order they are drawn: a text, and what repairs it. ISO/IEC 18004, bytes, level M. */

import { joined, utf8 } from "../bytes.js";

// ISO/IEC 18004 table 9, level M, versions 1 to 20.
const REPAIR = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26]; // bytes of each block
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
const FIELD = 0x11d; // x⁸ + x⁴ + x³ + x² + 1
const BYTES = 4; // the mode
const FILLING = [0xec, 0x11];

/** @param {string} text @returns {{version: number, words: Uint8Array}} @throws {RangeError} above 666 bytes */
export function qrWords(text) {
  const bytes = utf8(text);
  const version = 1 + BLOCKS.findIndex((_, at) => 4 + lengthBits(at + 1) + 8 * bytes.length <= 8 * roomOf(at + 1));
  if (!version) throw new RangeError("too long for a QR code");
  return { version, words: interleaved(filled(bytes, version), version) };
}

/** @param {number} version @returns {number} modules from edge to edge */
export const sideOf = (version) => 17 + 4 * version;

/** @param {number} version @returns {number} crossings in a row of its grid of small squares */
export const crossings = (version) => (version === 1 ? 0 : 2 + Math.floor(version / 7));

const lengthBits = (version) => (version < 10 ? 8 : 16);
const roomOf = (version) => allWords(version) - REPAIR[version - 1] * BLOCKS[version - 1];

function allWords(version) {
  const across = crossings(version);
  const squares = across ? 25 * (across ** 2 - 3) - 10 * (across - 2) : 0; // two lie on each line that is there anyway
  const fixed = 3 * 64 + 2 * (sideOf(version) - 16) + squares + 31 + (version < 7 ? 0 : 36);
  return Math.floor((sideOf(version) ** 2 - fixed) / 8);
}

/** Mode, length, bytes, end, and filling up to the room that there is. */
function filled(bytes, version) {
  const words = new Uint8Array(roomOf(version));
  let at = 0; // bits
  const write = (value, bits) => {
    for (let bit = bits - 1; bit >= 0; bit -= 1, at += 1) words[at >> 3] |= ((value >> bit) & 1) << (7 - (at & 7));
  };
  write(BYTES, 4);
  write(bytes.length, lengthBits(version));
  for (const byte of bytes) write(byte, 8);
  const end = Math.min(words.length, Math.ceil((at + 4) / 8));
  for (let word = end; word < words.length; word += 1) words[word] = FILLING[(word - end) % 2];
  return words;
}

/** The first bytes of all blocks, then the second ones …; the last blocks may be one longer. */
function interleaved(words, version) {
  const count = BLOCKS[version - 1];
  const least = Math.floor(words.length / count);
  const shorter = count - (words.length % count);
  const blocks = Array.from({ length: count }, (_, at) => {
    const start = at * least + Math.max(0, at - shorter);
    return words.subarray(start, start + least + (at < shorter ? 0 : 1));
  });
  const repairs = blocks.map((block) => repairOf(block, REPAIR[version - 1]));
  return joined(across(blocks, least + 1), across(repairs, REPAIR[version - 1]));
}

const across = (rows, length) =>
  Uint8Array.from(Array.from({ length }, (_, at) => rows.flatMap((row) => (at < row.length ? [row[at]] : []))).flat());

/** Reed-Solomon: what is left when the block, as a polynomial, is divided by the generator of that degree. */
function repairOf(block, degree) {
  const generator = generatorOf(degree);
  const rest = new Uint8Array(degree);
  for (const byte of block) {
    const factor = byte ^ rest[0];
    rest.copyWithin(0, 1);
    rest[degree - 1] = 0;
    for (let at = 0; at < degree; at += 1) rest[at] ^= times(generator[at], factor);
  }
  return rest;
}

/** (x − 2⁰)(x − 2¹)… without its highest coefficient, which is 1. */
function generatorOf(degree) {
  const generator = new Uint8Array(degree);
  generator[degree - 1] = 1;
  for (let step = 0, root = 1; step < degree; step += 1, root = times(root, 2)) {
    for (let at = 0; at < degree; at += 1) generator[at] = times(generator[at], root) ^ (generator[at + 1] ?? 0);
  }
  return generator;
}

function times(one, other) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ (product >> 7 ? FIELD : 0);
    if ((other >> bit) & 1) product ^= one;
  }
  return product;
}
