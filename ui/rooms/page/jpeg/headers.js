/** Reads the marker segments of a JPEG up to its next scan, and remembers the tables they define. */

import { readFrame } from "./frame.js";
import { Refused } from "./refused.js";

const SOF0 = 0xc0;
const DHT = 0xc4;
const EOI = 0xd9;
const SOS = 0xda;
const DQT = 0xdb;
const DNL = 0xdc;
const DRI = 0xdd;
const TEM = 0x01;
const MOST_SCANS = 200;
/** Of all scans together; a sound picture of 84 million coefficients has a third of it. */
const MOST_BLOCKS = 40_000_000;

/** Frames that are refused, by the low four bits of their marker. */
const REFUSED_FRAMES = { 3: "lossless", 5: "hierarchical", 6: "hierarchical", 7: "hierarchical", 11: "lossless" };

/**
 * A Huffman table as the file has it: how many codes there are of each length from 1 to 16, and the symbols in order.
 * @typedef {{counts: Uint8Array, symbols: Uint8Array}} Table
 */

/**
 * One pass over (a part of) the picture. `parts` names the components by their place in the frame, with their tables;
 * `from`–`to` is the band of frequencies in listed order, `high` and `low` the bit planes (Ah and Al).
 * @typedef {{parts: {component: number, dc: Table | undefined, ac: Table | undefined}[], from: number, to: number,
 *   high: number, low: number, restart: number}} Scan
 */

export class Headers {
  constructor() {
    /** @type {import("./frame.js").Frame | null} */
    this.frame = null;
    /** @type {Uint16Array[]} by number, in listed order */
    this.quantisation = [];
    /** @type {Table[]} DC tables at 0–3, AC tables at 16–19 */
    this.tables = [];
    this.restart = 0;
    this.scans = 0;
    this.blocks = 0;
  }

  /**
   * Read on from a marker to behind the next scan header, or behind the end marker.
   * @param {Uint8Array} bytes
   * @param {number} at
   * @returns {{scan: Scan | null, at: number}} no scan at the end of the picture
   */
  readOn(bytes, at) {
    for (;;) {
      // What stands between segments is a fill byte or rubbish that decoders pass over; it is kept as it is.
      while (at + 1 < bytes.length && (bytes[at] !== 0xff || bytes[at + 1] === 0xff || bytes[at + 1] === 0)) at++;
      if (at + 1 >= bytes.length) throw new Refused("truncated", "no end marker");
      const marker = bytes[at + 1];
      at += 2;
      if (marker === EOI) return { scan: null, at };
      if (marker === TEM || (marker >= 0xd0 && marker <= 0xd8)) continue;
      if (at + 2 > bytes.length) throw new Refused("truncated", "segment");
      const end = at + ((bytes[at] << 8) | bytes[at + 1]);
      if (end < at + 2) throw new Refused("bad_header", "length");
      if (end > bytes.length) throw new Refused("truncated", "segment");
      if (marker === SOS) return { scan: this.#scan(bytes, at + 2, end), at: end };
      this.#segment(marker, bytes, at + 2, end);
      at = end;
    }
  }

  /**
   * @param {number} marker
   * @param {Uint8Array} bytes
   * @param {number} at
   * @param {number} end
   */
  #segment(marker, bytes, at, end) {
    if (marker === DHT) this.#huffman(bytes, at, end);
    else if (marker === DQT) this.#quantise(bytes, at, end);
    else if (marker === DRI) this.restart = (bytes[at] << 8) | bytes[at + 1];
    else if (marker === DNL) throw new Refused("height_later");
    else if (marker >= SOF0 && marker <= SOF0 + 15 && marker !== 0xc8) this.#frame(marker & 15, bytes, at, end);
  }

  /**
   * @param {number} kind
   * @param {Uint8Array} bytes
   * @param {number} at
   * @param {number} end
   */
  #frame(kind, bytes, at, end) {
    if (kind > 2) throw new Refused(REFUSED_FRAMES[kind] ?? "arithmetic");
    if (this.frame) throw new Refused("hierarchical", "two frames");
    this.frame = readFrame(bytes, at, end, kind === 2);
  }

  /**
   * @param {Uint8Array} bytes
   * @param {number} at
   * @param {number} end
   */
  #huffman(bytes, at, end) {
    while (at < end) {
      const counts = bytes.slice(at + 1, at + 17);
      const symbols = bytes.slice(at + 17, at + 17 + counts.reduce((sum, count) => sum + count, 0));
      if (bytes[at] & 0xec || symbols.length > 256) throw new Refused("bad_header", "Huffman table");
      this.tables[bytes[at]] = { counts, symbols };
      at += 17 + symbols.length;
    }
    if (at !== end) throw new Refused("bad_header", "Huffman tables");
  }

  /**
   * @param {Uint8Array} bytes
   * @param {number} at
   * @param {number} end
   */
  #quantise(bytes, at, end) {
    while (at < end) {
      const wide = bytes[at] >> 4;
      const size = wide ? 2 : 1;
      if (bytes[at] & 0xec || at + 1 + 64 * size > end) throw new Refused("bad_header", "quantisation table");
      const steps = new Uint16Array(64);
      for (let z = 0; z < 64; z++) {
        const place = at + 1 + z * size;
        steps[z] = wide ? (bytes[place] << 8) | bytes[place + 1] : bytes[place];
      }
      this.quantisation[bytes[at] & 15] = steps;
      at += 1 + 64 * size;
    }
  }

  /**
   * @param {Uint8Array} bytes
   * @param {number} at
   * @param {number} end
   * @returns {Scan}
   */
  #scan(bytes, at, end) {
    const { frame } = this;
    if (!frame) throw new Refused("bad_scan", "before the frame");
    if (++this.scans > MOST_SCANS) throw new Refused("too_many_scans");
    const count = bytes[at];
    if (end - at !== 4 + 2 * count || count < 1 || count > 4) throw new Refused("bad_scan", "length");
    const parts = [];
    for (let n = 0; n < count; n++) {
      const tables = bytes[at + 2 + 2 * n];
      const component = frame.components.findIndex(({ id }) => id === bytes[at + 1 + 2 * n]);
      parts.push({ component, dc: this.tables[tables >> 4], ac: this.tables[16 + (tables & 15)] });
    }
    const [from, to, planes] = bytes.subarray(end - 3, end);
    const scan = { parts, from, to, high: planes >> 4, low: planes & 15, restart: this.restart };
    checkScan(scan, frame);
    for (const { component } of parts) this.blocks += frame.components[component].stride * frame.components[component].rows;
    if (this.blocks > MOST_BLOCKS) throw new Refused("too_many_scans", "over so many pixels");
    return scan;
  }
}

/**
 * @param {Scan} scan
 * @param {import("./frame.js").Frame} frame
 */
function checkScan({ parts, from, to, high, low }, frame) {
  const places = parts.map(({ component }) => component);
  if (places.includes(-1) || new Set(places).size < places.length) throw new Refused("bad_scan", "components");
  const inMcu = parts.reduce((sum, { component }) => {
    const { h, v } = frame.components[component];
    return sum + h * v;
  }, 0);
  if (parts.length > 1 && inMcu > 10) throw new Refused("bad_scan", "too many blocks at once");
  if (!frame.progressive) {
    if (from !== 0 || to !== 63 || high || low) throw new Refused("bad_scan", "not sequential");
    return;
  }
  const alone = parts.length === 1 && from <= to && to < 64;
  if (from === 0 ? to !== 0 : !alone) throw new Refused("bad_scan", "frequencies");
  if (low > 13 || (high && high !== low + 1)) throw new Refused("bad_scan", "bit planes");
}
