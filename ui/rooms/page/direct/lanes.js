/** How many of a pair's connections carry frames: one more for as long as that makes it faster. */

const MOST = 4;
const SETTLES_IN = 400; // ms until a connection more shows in the goodput
const AHEAD = 100; // ms of full queues until the second is made; a preview is gone by then
const WORTH = 1.15; // of the goodput before
const AGAIN_AFTER = 15_000; // ms; a line that gains nothing from another now may do so later

export class Lanes {
  #pair;
  #used = 1;
  #before = 0; // goodput when the last one was added
  #addedAt = null;
  #gave = []; // [time, bytes that left this browser so far], of the last moments

  /** @param {{open: import("./connection.js").Connection[], live: number, connect: () => void}} pair */
  constructor(pair) {
    this.#pair = pair;
  }

  /** The one with the shortest queue that has room. @returns {import("./connection.js").Connection | undefined} */
  next() {
    let least;
    for (const lane of this.#pair.open.slice(0, this.#used)) {
      if (lane.hasRoom && !(lane.waiting >= least?.waiting)) least = lane;
    }
    return least;
  }

  /**
   * Looks whether one more is worth it; to be called some times a second while frames are being sent.
   * @param {number} now ms
   * @param {number} left bytes that left this browser so far
   */
  look(now, left) {
    const { open } = this.#pair;
    const isFull = open.length > 0 && open.slice(0, this.#used).every(({ waiting }) => waiting > 0);
    if (!isFull) {
      this.#addedAt = null; // what is slow is not this
      this.#gave = [];
      return;
    }
    this.#gave.push([now, left]);
    this.#gave = this.#gave.filter(([time]) => now - time <= SETTLES_IN);
    this.#addedAt ??= now;
    if (this.#used >= MOST) return;
    const isReady = open.length > this.#used;
    // Made while the one before it shows what it is worth, so that it is there by then.
    if (!isReady && (this.#used > 1 || now - this.#addedAt >= AHEAD)) this.#pair.connect();
    if (now - this.#addedAt < SETTLES_IN) return;
    const [since, bytes] = this.#gave[0];
    const goodput = (left - bytes) / (now - since);
    if (goodput <= WORTH * this.#before) {
      if (now - this.#addedAt > AGAIN_AFTER) this.#before = 0;
      return;
    }
    if (!isReady) return;
    this.#before = goodput;
    this.#used += 1;
    this.#addedAt = now;
    this.#gave = [];
  }
}
