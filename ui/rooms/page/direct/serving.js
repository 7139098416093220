/** Gives a peer what it wants: turn by turn among its files, a little read ahead, no more than the lines take. */

import { packFrame } from "../frames.js";

const RUN = 8; // chunks of one file that are read together
const READ_AHEAD = 32; // chunks that are sealed and wait, or are being sealed: 2 MB for each peer
const MOST_CHUNKS = 2 ** 32;
const MOST_RANGES = 4096; // of one file; more is nobody's need

export class Serving {
  #wants = new Map(); // slot → {objectId, ranges}; the first is the next to be served
  #ready = []; // {slot, frame}
  #reading = new Set(); // {slot, count, isOver}, runs that are being sealed
  #sealedRange;
  #lanes;
  #failed;

  /**
   * @param {object} setting
   * @param {(objectId: string, first: number, end: number) => Promise<Uint8Array[]>} setting.sealedRange
   * @param {import("./lanes.js").Lanes} setting.lanes
   * @param {(objectId: string, error: Error) => void} setting.failed it cannot be served
   */
  constructor({ sealedRange, lanes, failed }) {
    this.#sealedRange = sealedRange;
    this.#lanes = lanes;
    this.#failed = failed;
  }

  /** @param {Record<string, any>} message `want`, as it came */
  want({ slot, object_id: objectId, ranges }) {
    if (!Number.isInteger(slot) || slot < 0 || slot > 0xffff || !Array.isArray(ranges)) return;
    const good = ranges.filter((range) => Array.isArray(range) && isRange(...range));
    const before = this.#wants.get(slot);
    const all = before?.objectId === objectId ? [...before.ranges, ...good] : good;
    if (all.length > 0) this.#wants.set(slot, { objectId, ranges: all.slice(0, MOST_RANGES) });
    this.#read();
  }

  /** @param {number} slot */
  cancel(slot) {
    this.#wants.delete(slot);
    this.#ready = this.#ready.filter((one) => one.slot !== slot);
    for (const run of this.#reading) run.isOver ||= run.slot === slot;
    this.#read();
  }

  /** Nobody is there any more. */
  stop() {
    this.#wants.clear();
    this.#ready = [];
    for (const run of this.#reading) run.isOver = true;
  }

  /** Whether something is wanted that has not left yet. */
  get isBusy() {
    return this.#ready.length + this.#reading.size + this.#wants.size > 0;
  }

  /** To be called whenever there may be room. */
  pump() {
    while (this.#ready.length > 0) {
      const lane = this.#lanes.next();
      if (!lane) return;
      lane.send(this.#ready.shift().frame);
    }
    this.#read();
  }

  #read() {
    while (this.#wants.size > 0 && this.#ahead + RUN <= READ_AHEAD) this.#readOne();
  }

  get #ahead() {
    let ahead = this.#ready.length;
    for (const { count } of this.#reading) ahead += count;
    return ahead;
  }

  /** The next run of the file whose turn it is; then it is the others' turn. */
  async #readOne() {
    const [slot, want] = this.#wants.entries().next().value;
    const [first, end] = nextRun(want.ranges);
    this.#wants.delete(slot);
    if (want.ranges.length > 0) this.#wants.set(slot, want);
    const run = { slot, count: end - first, isOver: false };
    this.#reading.add(run);
    try {
      const sealed = await this.#sealedRange(want.objectId, first, end);
      const frames = sealed.map((chunk, at) => ({ slot, frame: packFrame(slot, first + at, chunk) }));
      if (!run.isOver) this.#ready.push(...frames);
    } catch (error) {
      if (!run.isOver) this.#failed(want.objectId, error);
      this.cancel(slot);
    } finally {
      this.#reading.delete(run);
      this.pump();
    }
  }
}

/** Taken from the first of the ranges. */
function nextRun(ranges) {
  const [first, last] = ranges[0];
  const end = Math.min(first + RUN, last);
  if (end === last) ranges.shift();
  else ranges[0] = [end, last];
  return [first, end];
}

const isRange = (first, end) =>
  Number.isInteger(first) && Number.isInteger(end) && first >= 0 && first < end && end <= MOST_CHUNKS;
