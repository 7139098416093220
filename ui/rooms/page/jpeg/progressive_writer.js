/** Writes a progressive scan: one band of frequencies, or one more bit of it. */

import { forWriting } from "./huffman.js";
import { LONGEST_RUN, runContext } from "./run_ends.js";

/** @implements {import("./scan_walk.js").Visitor} */
export class ProgressiveWriter {
  /**
   * @param {import("./headers.js").Scan} scan
   * @param {import("./bit_sink.js").BitSink} sink
   * @param {import("./pads.js").PadSource} pads
   * @param {(context: number) => boolean} ends whether the run ends although it could go on
   */
  constructor(scan, sink, pads, ends) {
    this.scan = scan;
    this.sink = sink;
    this.pads = pads;
    this.ends = ends;
    this.components = scan.parts.map(({ component }) => component);
    /** @type {Int16Array[]} */
    this.planes = [];
    const { from, high } = scan;
    this.dc = from || high ? [] : scan.parts.map(({ dc }) => forWriting(dc));
    this.ac = from ? forWriting(scan.parts[0].ac) : new Int32Array(0);
    this.before = new Int32Array(4);
    this.run = 0;
    /** @type {number[]} bits that come behind the run's count */
    this.waiting = [];
    this.block = from ? (high ? this.refineAc : this.firstAc) : high ? this.refineDc : this.firstDc;
  }

  /**
   * Write what is in these.
   * @param {Int16Array[]} planes of the frame's components
   */
  use(planes) {
    this.planes = this.components.map((component) => planes[component]);
  }

  /** @type {(part: number, place: number) => void} */
  firstDc(part, place) {
    const value = this.planes[part][place] >> this.scan.low;
    const step = value - this.before[part];
    this.before[part] = value;
    const size = 32 - Math.clz32(step < 0 ? -step : step);
    this.sink.code(this.dc[part][size]);
    if (size) this.sink.put((step < 0 ? step - 1 : step) & ((1 << size) - 1), size);
  }

  /** @type {(part: number, place: number) => void} */
  refineDc(part, place) {
    this.sink.put((this.planes[part][place] >> this.scan.low) & 1, 1);
  }

  /** @type {(part: number, place: number) => void} */
  firstAc(_, place) {
    const plane = this.planes[0];
    const { from, to, low } = this.scan;
    const { sink, ac } = this;
    let zeros = 0;
    let said = false;
    for (let z = from; z <= to; z++) {
      const value = plane[place + z];
      const size = 32 - Math.clz32((value < 0 ? -value : value) >> low);
      if (!size) {
        zeros++;
        continue;
      }
      if (!said) this.#write();
      said = true;
      for (; zeros > 15; zeros -= 16) sink.code(ac[0xf0]);
      sink.code(ac[(zeros << 4) | size]);
      const bits = (value < 0 ? -value : value) >> low;
      sink.put(value < 0 ? ~bits & ((1 << size) - 1) : bits, size);
      zeros = 0;
    }
    if (zeros) this.#goOn(said);
  }

  /** @type {(part: number, place: number) => void} */
  refineAc(_, place) {
    const plane = this.planes[0];
    const { from, to, low } = this.scan;
    const { sink, ac } = this;
    let last = to;
    while (last >= from && Math.abs(plane[place + last]) >> low !== 1) last--;
    let zeros = 0;
    /** @type {number[]} */
    let corrections = [];
    if (last >= from) this.#write();
    for (let z = from; z <= to; z++) {
      const size = Math.abs(plane[place + z]) >> low;
      if (size === 0) {
        zeros++;
        continue;
      }
      for (; zeros > 15 && z <= last; zeros -= 16) {
        sink.code(ac[0xf0]);
        corrections = this.#bits(corrections);
      }
      if (size > 1) {
        corrections.push(size & 1);
        continue;
      }
      sink.code(ac[(zeros << 4) | 1]);
      sink.put(plane[place + z] < 0 ? 0 : 1, 1);
      corrections = this.#bits(corrections);
      zeros = 0;
    }
    if (!zeros && !corrections.length) return;
    this.#goOn(last >= from);
    for (const bit of corrections) this.waiting.push(bit);
  }

  /**
   * @param {number[]} bits
   * @returns {number[]} none
   */
  #bits(bits) {
    for (const bit of bits) this.sink.put(bit, 1);
    return [];
  }

  /**
   * The block has nothing more to say.
   * @param {boolean} said whether it said anything
   */
  #goOn(said) {
    const full = this.run === LONGEST_RUN;
    if (!said && this.run && (full || this.ends(runContext(this.run, this.waiting.length)))) this.#write();
    this.run++;
  }

  /** Write the run, where there is one, and the bits that wait. */
  #write() {
    if (!this.run) return;
    const size = 31 - Math.clz32(this.run);
    this.sink.code(this.ac[size << 4]);
    if (size) this.sink.put(this.run & ((1 << size) - 1), size);
    this.run = 0;
    this.waiting = this.#bits(this.waiting);
  }

  /** @param {number} number */
  restart(number) {
    this.end();
    this.sink.copy(Uint8Array.of(0xff, 0xd0 + (number & 7)));
    this.before.fill(0);
  }

  end() {
    this.#write();
    this.sink.endSegment(this.pads);
  }
}
