/** The records of a ZIP file (APPNOTE 6.3): files as they are, names in UTF-8, and longer numbers where they are needed. */

import { joined, utf8 } from "../bytes.js";

const LARGE = 0xffffffff; // stands where the number is in the longer ones
const MANY = 0xffff;
const VERSION = { plain: 20, long: 45 };
const UTF8 = 0x0800;
const UNIX = 3 << 8;
const FILE = 0o100644 * 0x10000;
const LONG = 1; // the extra field with longer numbers

/** @typedef {{name: string, size: number, crc: number, modified: number, at: number}} Packed `modified` in ms, `at` where its record begins */

/** What stands before a file's bytes. @param {Packed} file @returns {Uint8Array} */
export function localRecord({ name, size, crc, modified }) {
  const long = size >= LARGE ? extra([size, size]) : new Uint8Array(0);
  const named = utf8(name);
  return joined(numbers([4, 0x04034b50], ...shared({ size, crc, modified, named, long })), named, long);
}

/** What stands of it in the list at the end. @param {Packed} file @returns {Uint8Array} */
export function listRecord({ name, size, crc, modified, at }) {
  const far = [...(size >= LARGE ? [size, size] : []), ...(at >= LARGE ? [at] : [])];
  const long = far.length > 0 ? extra(far) : new Uint8Array(0);
  const named = utf8(name);
  const record = numbers(
    [4, 0x02014b50],
    [2, UNIX | VERSION.long],
    ...shared({ size, crc, modified, named, long }),
    [2, 0], // comment
    [2, 0], // disk
    [2, 0],
    [4, FILE],
    [4, Math.min(at, LARGE)],
  );
  return joined(record, named, long);
}

/** The end. @param {{count: number, at: number, length: number}} list of all files @returns {Uint8Array} */
export function endRecord({ count, at, length }) {
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, Math.min(count, MANY)],
    [2, Math.min(count, MANY)],
    [4, Math.min(length, LARGE)],
    [4, Math.min(at, LARGE)],
    [2, 0],
  );
  if (count < MANY && at < LARGE && length < LARGE) return end;
  const versions = [[2, UNIX | VERSION.long], [2, VERSION.long]];
  const disks = [[4, 0], [4, 0]];
  const long = [[4, 0x06064b50], [8, 44], ...versions, ...disks, [8, count], [8, count], [8, length], [8, at]];
  return joined(numbers(...long, [4, 0x07064b50], [4, 0], [8, at + length], [4, 1]), end);
}

function shared({ size, crc, modified, named, long }) {
  const { day, time } = dosTime(new Date(modified));
  return [
    [2, long.length > 0 ? VERSION.long : VERSION.plain],
    [2, UTF8],
    [2, 0], // as it is
    [2, time],
    [2, day],
    [4, crc],
    [4, Math.min(size, LARGE)],
    [4, Math.min(size, LARGE)],
    [2, named.length],
    [2, long.length],
  ];
}

const extra = (values) => numbers([2, LONG], [2, 8 * values.length], ...values.map((value) => [8, value]));

/** The clock on the wall, in steps of two seconds, since 1980. */
function dosTime(date) {
  const year = Math.min(Math.max(date.getFullYear() - 1980, 0), 127);
  const day = (year << 9) | ((date.getMonth() + 1) << 5) | date.getDate();
  return { day, time: (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1) };
}

/** The lowest byte first. @param {...[2 | 4 | 8, number]} fields how many bytes, and what */
function numbers(...fields) {
  const bytes = new Uint8Array(fields.reduce((sum, [length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [length, value] of fields) {
    if (length === 2) view.setUint16(at, value, true);
    else if (length === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += length;
  }
  return bytes;
}
