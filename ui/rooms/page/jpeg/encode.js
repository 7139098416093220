/** JPEG → container. To be imported under `?enc`. */

import { BitSource } from "./bit_source.js";
import { hashOf, packContainer } from "./container.js";
import { kindOf } from "./frame.js";
import { Headers } from "./headers.js";
import { LISTED_PADS, Pads } from "./pads.js";
import { planesFor } from "./planes.js";
import { ProgressiveReader } from "./progressive_reader.js";
import { Refused } from "./refused.js";
import { RunEnds } from "./run_ends.js";
import { walkInterleaved, walkScan } from "./scan_walk.js";
import { SequentialReader } from "./sequential_reader.js";
import { packSide } from "./side.js";

const role = new URL(import.meta.url).search;
const { begin, finish } = await import(`./coder.js${role}`);
const { codeBytes } = await import(`./bytes_model.js${role}`);
const { codePlane } = await import(`./plane_model.js${role}`);
const { runEnd } = await import(`./run_ends_model.js${role}`);

const BAND_BYTES = 1 << 20;
const MOST_BANDS = 4;
/** JPEGs behind JPEGs, each behind the last. */
const MOST_NESTED = 8;
/** What looks like one may be something else. */
const MOST_TRIES = 3;

/**
 * @param {Uint8Array} bytes
 * @param {(share: number) => void} [progress] of what is done, from 0 to 1
 * @param {number} [depth] how many JPEGs come before this one in the same file
 * @returns {Promise<Uint8Array>} which nothing has proven yet to give back the same bytes
 * @throws {Refused}
 */
export async function encode(bytes, progress = () => {}, depth = 0) {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) throw new Refused("not_jpeg");
  const coding = new Encoding(bytes, progress);
  const { pads, ends, bands, parts, end } = coding.run();
  const tail = bytes.subarray(end);
  const inTail = depth < MOST_NESTED ? await encodedIn(tail, depth) : null;
  const side = packSide({
    headers: joined(parts),
    tail: inTail ? tail.subarray(0, inTail.at) : tail,
    pads: pads.mode === LISTED_PADS ? Uint8Array.from(pads.values) : new Uint8Array(0),
  });
  const packed = packContainer({
    padMode: pads.mode,
    length: bytes.length,
    hash: await hashOf(bytes),
    sideLength: side.length,
    bands: [
      band(side.length + 1024, () => codeBytes(side)),
      ends.any ? band(bytes.length, () => codeEnds(ends)) : new Uint8Array(0),
      ...bands,
    ],
    nested: inTail?.nested ?? null,
  });
  if (packed.length >= bytes.length) throw new Refused("no_smaller");
  return packed;
}

class Encoding {
  /**
   * @param {Uint8Array} bytes
   * @param {(share: number) => void} progress
   */
  constructor(bytes, progress) {
    this.bytes = bytes;
    this.progress = progress;
    this.headers = new Headers();
    this.pads = new Pads();
    this.ends = new RunEnds();
    /** @type {Uint8Array[]} what is not data of scans */
    this.parts = [];
    /** @type {Uint8Array[]} */
    this.bands = [];
    this.end = 0;
  }

  run() {
    const scan = this.#nextScan();
    if (!scan) throw new Refused("bad_scan", "none");
    const { frame } = this.headers;
    if (!frame.progressive && scan.parts.length === frame.components.length) this.#single(scan);
    else this.#several(scan);
    return this;
  }

  /** @returns {import("./headers.js").Scan | null} */
  #nextScan() {
    const { scan, at } = this.headers.readOn(this.bytes, this.end);
    this.parts.push(this.bytes.subarray(this.end, at));
    this.end = at;
    return scan;
  }

  /**
   * All is in one scan: read and code it band by band.
   * @param {import("./headers.js").Scan} scan
   */
  #single(scan) {
    const { frame } = this.headers;
    const count = Math.min(MOST_BANDS, frame.mcusHigh, Math.max(1, Math.floor(this.bytes.length / BAND_BYTES)));
    const source = new BitSource(this.bytes, this.end);
    const reader = new SequentialReader(scan, source, this.pads);
    for (let n = 0; n < count; n++) {
      const first = Math.floor((n * frame.mcusHigh) / count);
      const last = Math.floor(((n + 1) * frame.mcusHigh) / count);
      const planes = planesFor(frame, last - first);
      reader.use(planes);
      walkInterleaved(scan, frame, first, last, reader);
      this.#code(planes, last - first);
      this.progress((n + 1) / count);
    }
    reader.end();
    this.end = source.at;
    if (this.#nextScan()) throw new Refused("bad_scan", "more than one for the same coefficients");
  }

  /**
   * Read all scans, then code everything as one band.
   * @param {import("./headers.js").Scan | null} scan the first
   */
  #several(scan) {
    const { frame } = this.headers;
    const planes = planesFor(frame, frame.mcusHigh);
    for (; scan; scan = this.#nextScan()) {
      const source = new BitSource(this.bytes, this.end);
      const reader = frame.progressive
        ? new ProgressiveReader(scan, source, this.pads, this.ends)
        : new SequentialReader(scan, source, this.pads);
      reader.use(planes);
      walkScan(scan, frame, reader);
      reader.end();
      this.end = source.at;
    }
    this.#code(planes, frame.mcusHigh);
    this.progress(1);
  }

  /**
   * @param {Int16Array[]} planes
   * @param {number} mcuRows
   */
  #code(planes, mcuRows) {
    const { components } = this.headers.frame;
    const coded = band(this.bytes.length, () =>
      components.forEach(({ stride, v, table }, n) =>
        codePlane(planes[n], stride, v * mcuRows, this.headers.quantisation[table], kindOf(n)),
      ),
    );
    this.bands.push(coded);
  }
}

/**
 * @param {number} most bytes that it may take
 * @param {() => void} code
 * @returns {Uint8Array}
 */
function band(most, code) {
  const room = new Uint8Array(most);
  begin(room, 0, most);
  code();
  return room.slice(0, finish());
}

/** @param {RunEnds} ends */
function codeEnds({ met, count }) {
  for (let n = 0; n < count; n++) runEnd(met[n] & 1, met[n] >> 1);
}

/**
 * @param {Uint8Array[]} parts
 * @returns {Uint8Array}
 */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * The JPEG that the bytes end in, coded.
 * @param {Uint8Array} tail
 * @param {number} depth
 * @returns {Promise<{at: number, nested: Uint8Array} | null>}
 */
async function encodedIn(tail, depth) {
  for (let at = 0, tries = 0; tries < MOST_TRIES; at++, tries++) {
    at = startIn(tail, at);
    if (at < 0) return null;
    try {
      return { at, nested: await encode(tail.subarray(at), undefined, depth + 1) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  return null;
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 * @returns {number} where a JPEG begins, -1 if nowhere
 */
function startIn(bytes, at) {
  for (; (at = bytes.indexOf(0xff, at)) >= 0; at++) if (bytes[at + 1] === 0xd8 && bytes[at + 2] === 0xff) return at;
  return -1;
}
