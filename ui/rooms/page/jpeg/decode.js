/** Container → JPEG. To be imported under `?dec`. */

import { BitSink } from "./bit_sink.js";
import { hashOf, unpackContainer } from "./container.js";
import { kindOf } from "./frame.js";
import { Headers } from "./headers.js";
import { PadSource } from "./pads.js";
import { planesFor } from "./planes.js";
import { ProgressiveWriter } from "./progressive_writer.js";
import { Refused } from "./refused.js";
import { walkInterleaved, walkScan } from "./scan_walk.js";
import { SequentialWriter } from "./sequential_writer.js";
import { unpackSide } from "./side.js";

const role = new URL(import.meta.url).search;
const { begin } = await import(`./coder.js${role}`);
const { codeBytes } = await import(`./bytes_model.js${role}`);
const { codePlane } = await import(`./plane_model.js${role}`);
const { runEnd } = await import(`./run_ends_model.js${role}`);

/** As in encode.js. */
const MOST_NESTED = 8;

/**
 * @param {Uint8Array} packed
 * @param {(bytes: Uint8Array, length: number) => void} [give] gets the JPEG's bytes in order, each as soon as it is
 *   there, and the length of all; they are proven only once this has returned
 * @param {number} [depth] how many JPEGs come before this one in the same file
 * @returns {Promise<Uint8Array>} the original, byte for byte
 * @throws {Refused}
 */
export async function decode(packed, give = () => {}, depth = 0) {
  const container = unpackContainer(packed);
  if (depth > MOST_NESTED) throw new Refused("bad_container", "nested too deeply");
  const decoding = new Decoding(container, give);
  decoding.run();
  if (container.nested) decoding.add(await decode(container.nested, undefined, depth + 1));
  const { bytes, at } = decoding.sink;
  if (at !== bytes.length) throw new Refused("bad_container", "length");
  const hash = await hashOf(bytes);
  if (container.hash.some((byte, n) => byte !== hash[n])) throw new Refused("not_reproduced");
  return bytes;
}

class Decoding {
  /**
   * @param {import("./container.js").Container} container
   * @param {(bytes: Uint8Array, length: number) => void} give
   */
  constructor(container, give) {
    this.container = container;
    this.give = give;
    const [side, ends, ...bands] = container.bands;
    const packedSide = new Uint8Array(container.sideLength);
    begin(side, 0, side.length);
    codeBytes(packedSide);
    this.side = unpackSide(packedSide);
    this.ends = ends;
    this.bands = bands;
    this.pads = new PadSource(container.padMode, this.side.pads);
    this.sink = new BitSink(container.length);
    this.headers = new Headers();
    /** Up to where the headers are written. */
    this.at = 0;
    this.given = 0;
  }

  run() {
    const scan = this.#nextScan();
    if (!scan) throw new Refused("bad_container", "no scan");
    const { frame } = this.headers;
    if (!frame.progressive && scan.parts.length === frame.components.length) this.#single(scan);
    else this.#several(scan);
    if (this.at !== this.side.headers.length) throw new Refused("bad_container", "headers");
    this.add(this.side.tail);
  }

  /**
   * Bytes that are written as they are.
   * @param {Uint8Array} bytes
   */
  add(bytes) {
    this.sink.copy(bytes);
    this.#giveOut();
  }

  /** @returns {import("./headers.js").Scan | null} */
  #nextScan() {
    const { scan, at } = this.headers.readOn(this.side.headers, this.at);
    this.sink.copy(this.side.headers.subarray(this.at, at));
    this.at = at;
    return scan;
  }

  /**
   * All is in one scan: decode and write it band by band.
   * @param {import("./headers.js").Scan} scan
   */
  #single(scan) {
    const { frame } = this.headers;
    const count = this.bands.length;
    if (count > frame.mcusHigh) throw new Refused("bad_container", "more bands than rows");
    const writer = new SequentialWriter(scan, this.sink, this.pads);
    for (let n = 0; n < count; n++) {
      const first = Math.floor((n * frame.mcusHigh) / count);
      const last = Math.floor(((n + 1) * frame.mcusHigh) / count);
      const planes = planesFor(frame, last - first);
      this.#code(this.bands[n], this.headers, planes, last - first);
      writer.use(planes);
      walkInterleaved(scan, frame, first, last, writer);
      this.#giveOut();
    }
    writer.end();
    if (this.#nextScan()) throw new Refused("bad_container", "scan");
  }

  /**
   * Decode everything, then write the scans.
   * @param {import("./headers.js").Scan | null} scan the first
   */
  #several(scan) {
    const all = new Headers();
    for (let at = 0, met = null; at === 0 || met; ) ({ scan: met, at } = all.readOn(this.side.headers, at));
    const { frame } = this.headers;
    const planes = planesFor(frame, frame.mcusHigh);
    if (this.bands.length !== 1) throw new Refused("bad_container", "bands");
    this.#code(this.bands[0], all, planes, frame.mcusHigh);
    if (this.ends.length) begin(this.ends, 0, this.ends.length);
    const ended = this.ends.length ? (context) => runEnd(0, context) === 1 : () => false;
    for (; scan; scan = this.#nextScan()) {
      const writer = frame.progressive
        ? new ProgressiveWriter(scan, this.sink, this.pads, ended)
        : new SequentialWriter(scan, this.sink, this.pads);
      writer.use(planes);
      walkScan(scan, frame, writer);
      writer.end();
      this.#giveOut();
    }
  }

  /**
   * @param {Uint8Array} band
   * @param {Headers} headers
   * @param {Int16Array[]} planes
   * @param {number} mcuRows
   */
  #code(band, { frame, quantisation }, planes, mcuRows) {
    begin(band, 0, band.length);
    frame.components.forEach(({ stride, v, table }, n) =>
      codePlane(planes[n], stride, v * mcuRows, quantisation[table], kindOf(n)),
    );
  }

  #giveOut() {
    const { bytes, at } = this.sink;
    if (at > bytes.length) throw new Refused("bad_container", "longer than said");
    this.give(bytes.subarray(this.given, at), bytes.length);
    this.given = at;
  }
}
