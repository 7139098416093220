/** The CRC-32 of PNG and ZIP. */

const POLYNOMIAL = 0xedb88320;
const TABLES = 8; // bytes looked up at once

/** @type {Uint32Array[]} */
const tables = Array.from({ length: TABLES }, () => new Uint32Array(256));
for (let byte = 0; byte < 256; byte += 1) {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? POLYNOMIAL : 0);
  tables[0][byte] = rest;
}
for (let table = 1; table < TABLES; table += 1) {
  for (let byte = 0; byte < 256; byte += 1) {
    const rest = tables[table - 1][byte];
    tables[table][byte] = (rest >>> 8) ^ tables[0][rest & 255];
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {number} [before] the CRC of what comes before them
 * @returns {number}
 */
export function crc32(bytes, before = 0) {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables;
  let rest = ~before;
  let at = 0;
  for (; at + 8 <= bytes.length; at += 8) {
    rest ^= bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    const near = t7[rest & 255] ^ t6[(rest >>> 8) & 255] ^ t5[(rest >>> 16) & 255] ^ t4[rest >>> 24];
    rest = near ^ t3[bytes[at + 4]] ^ t2[bytes[at + 5]] ^ t1[bytes[at + 6]] ^ t0[bytes[at + 7]];
  }
  for (; at < bytes.length; at += 1) rest = (rest >>> 8) ^ t0[(rest ^ bytes[at]) & 255];
  return ~rest >>> 0;
}
