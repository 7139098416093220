/** Huffman tables made fast: for reading (code → symbol) and for writing (symbol → code). */

import { Refused } from "./refused.js";

/** Codes up to this many bits are found with one look. */
export const QUICK_BITS = 10;

/**
 * `quick` holds length × 256 + symbol for what begins with a short code, 0 for the others; these are found by length:
 * a code of `n` bits is below `limits[n]`, and `shifts[n]` added to it is its place among the symbols.
 * @typedef {{quick: Uint16Array, limits: Int32Array, shifts: Int32Array, symbols: Uint8Array}} ReadTable
 */

/** @type {WeakMap<import("./headers.js").Table, ReadTable>} */
const readTables = new WeakMap();
/** @type {WeakMap<import("./headers.js").Table, Int32Array>} */
const writeTables = new WeakMap();

/**
 * @param {import("./headers.js").Table | undefined} table
 * @returns {ReadTable}
 */
export function forReading(table) {
  if (!table) throw new Refused("bad_scan", "no Huffman table");
  let made = readTables.get(table);
  if (!made) readTables.set(table, (made = makeReadTable(table)));
  return made;
}

/**
 * Symbol → length × 65536 + code; 0 where the table has no such symbol.
 * @param {import("./headers.js").Table | undefined} table
 * @returns {Int32Array}
 */
export function forWriting(table) {
  if (!table) throw new Refused("bad_scan", "no Huffman table");
  let made = writeTables.get(table);
  if (!made) {
    made = new Int32Array(256);
    for (const { symbol, length, code } of codes(table)) made[symbol] ||= (length << 16) | code;
    writeTables.set(table, made);
  }
  return made;
}

/**
 * @param {import("./headers.js").Table} table
 * @returns {ReadTable}
 */
function makeReadTable(table) {
  const quick = new Uint16Array(1 << QUICK_BITS);
  const limits = new Int32Array(17).fill(-1);
  const shifts = new Int32Array(17);
  for (const { symbol, length, code, place } of codes(table)) {
    limits[length] = code + 1;
    shifts[length] = place - code;
    if (length > QUICK_BITS) continue;
    const free = QUICK_BITS - length;
    quick.fill((length << 8) | symbol, code << free, (code + 1) << free);
  }
  return { quick, limits, shifts, symbols: table.symbols };
}

/**
 * @param {import("./headers.js").Table} table
 * @returns {{symbol: number, length: number, code: number, place: number}[]}
 */
function codes({ counts, symbols }) {
  const all = [];
  for (let length = 1, code = 0, place = 0; length <= 16; length++, code <<= 1) {
    for (let n = 0; n < counts[length - 1]; n++, code++, place++) {
      if (code >> length) throw new Refused("bad_header", "more codes than fit");
      all.push({ symbol: symbols[place], length, code, place });
    }
  }
  return all;
}
