/** Writes the coefficients of a sequential scan back as Huffman codes. */

import { forWriting } from "./huffman.js";

/** @implements {import("./scan_walk.js").Visitor} */
export class SequentialWriter {
  /**
   * @param {import("./headers.js").Scan} scan
   * @param {import("./bit_sink.js").BitSink} sink
   * @param {import("./pads.js").PadSource} pads
   */
  constructor(scan, sink, pads) {
    this.sink = sink;
    this.pads = pads;
    this.components = scan.parts.map(({ component }) => component);
    /** @type {Int16Array[]} */
    this.planes = [];
    this.dc = scan.parts.map(({ dc }) => forWriting(dc));
    this.ac = scan.parts.map(({ ac }) => forWriting(ac));
    this.before = new Int32Array(4);
  }

  /**
   * Write what is in these from now on.
   * @param {Int16Array[]} planes of the frame's components
   */
  use(planes) {
    this.planes = this.components.map((component) => planes[component]);
  }

  /**
   * @param {number} part
   * @param {number} place
   */
  block(part, place) {
    const plane = this.planes[part];
    const { sink } = this;
    const ac = this.ac[part];
    const step = plane[place] - this.before[part];
    this.before[part] = plane[place];
    this.#value(this.dc[part], 0, step);
    let run = 0;
    for (let z = 1; z < 64; z++) {
      const value = plane[place + z];
      if (value === 0) {
        run++;
        continue;
      }
      for (; run > 15; run -= 16) sink.code(ac[0xf0]);
      this.#value(ac, run << 4, value);
      run = 0;
    }
    if (run) sink.code(ac[0]);
  }

  /**
   * @param {Int32Array} table
   * @param {number} run in the symbol's upper half
   * @param {number} value
   */
  #value(table, run, value) {
    const size = 32 - Math.clz32(value < 0 ? -value : value);
    this.sink.code(table[run | size]);
    if (size) this.sink.put((value < 0 ? value - 1 : value) & ((1 << size) - 1), size);
  }

  /** @param {number} number */
  restart(number) {
    this.end();
    this.sink.copy(Uint8Array.of(0xff, 0xd0 + (number & 7)));
    this.before.fill(0);
  }

  end() {
    this.sink.endSegment(this.pads);
  }
}
