/** A zip of blobs without compressing them again: pictures are as small as they get. */

const UTF8 = 0x0800;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20; // of the format that is needed to read it
const MIDNIGHT_1980 = 0x0021_0000; // the format's own beginning of time: a day and a month of 1, and no hour

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/**
 * @param {{name: string, blob: Blob}[]} files whose names are unlike each other; together less than 4 GB
 * @returns {Promise<Blob>}
 */
export async function zipOf(files) {
  const parts = [];
  const entries = [];
  let at = 0;
  for (const { name, blob } of files) {
    const title = new TextEncoder().encode(name);
    const crc = crc32(new Uint8Array(await blob.arrayBuffer()));
    const known = { title, crc, size: blob.size };
    const head = header(LOCAL, [], known, []);
    parts.push(head, title, blob);
    entries.push(header(CENTRAL, [[2, VERSION]], known, centralTail(at)), title);
    at += head.byteLength + title.byteLength + blob.size;
  }
  const length = entries.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return new Blob([...parts, ...entries, ending(files.length, length, at)], { type: "application/zip" });
}

/** Names that are all unlike each other: `lake.jpg`, `lake (2).jpg`. @param {string[]} names @returns {string[]} */
export function unlike(names) {
  const taken = new Set();
  return names.map((name) => {
    const dot = name.lastIndexOf(".");
    const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${stem} (${number})${end}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** @param {Uint8Array} bytes @returns {number} as zip counts it */
export function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function header(sign, before, { title, crc, size }, after) {
  return packed([
    [4, sign],
    ...before,
    [2, VERSION],
    [2, UTF8],
    [2, 0], // stored as it is
    [4, MIDNIGHT_1980],
    [4, crc],
    [4, size],
    [4, size],
    [2, title.byteLength],
    [2, 0],
    ...after,
  ]);
}

function centralTail(at) {
  return [[2, 0], [2, 0], [2, 0], [4, 0], [4, at]];
}

function ending(count, length, at) {
  return packed([[4, END], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, at], [2, 0]]);
}

/** @param {[number, number][]} fields how many bytes, and the number in them @returns {Uint8Array} */
function packed(fields) {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}
