/**
 * From browser to browser: everything that moves between this page and the peers of its room.
 *
 * `new Direct({keys, me, rtc, send, sealedRange, arrived, happened})`, then
 * - `meet(peer)` for each peer that is or comes in, `left(peer)` when one is gone, `received(from, signal)` for what
 *   `Signals.open` gave, in the order the socket brought it. `send(to, signal)` hands out what
 *   `Signals.seal(to, signal.connection, signal)` seals; it is called again only when the promise before is settled.
 * - `hold(objectId, held)` while this page can serve an object (again when it has more of it: peers are told), then
 *   `letGo(objectId)`. Up to eight chunks are asked for with `sealedRange(objectId, first, end)`, like `sealRange`'s.
 * - `fetch(objectId, held)` with a Bitmap of what is there already, and `stop(objectId)`. Each chunk is given to
 *   `arrived(objectId, index, sealed, from)` once, as it came. That opens it, keeps it, and resolves when a crash
 *   would not lose it; it rejects with the `Refused` of `openChunk` for one that is not the object's, and with
 *   anything else when it cannot be kept (then the fetch stops). What is under way is bounded, so it may take its time.
 * - `addSource`, `has`, `took`, `dropSource` for what is no peer: the store is a `Source` like any (receiving.js).
 * - `tell(peer, message)` for `head`, `hello` and what else two pages say; what a peer says comes as `heard`.
 *
 * `happened(event)` gets `{type, …}`:
 * `met {peer}` · `parted {peer, why}` (it is tried again by itself) · `unreached {peer}` (nothing confirmed for 8 s) ·
 * `tampered {peer}` (somebody sits in between; for good) · `heard {peer, message}` · `has {peer, objectId, bitmap}` ·
 * `fetched {objectId}` · `stopped {objectId, error}` · `untrue {peer, objectId}` (it gave what is not the object's) ·
 * `unserved {peer, objectId, error}` (`sealedRange` failed) · `progress {peer, objectId, chunks}` (of what it gets) ·
 * `slow {peer, way: "in" | "out", isSlow}` (below 200 kB/s for 10 s; again when that is over).
 */

import { unpackFrame } from "../frames.js";
import { Peer } from "./peer.js";
import { Receiving } from "./receiving.js";

const LOOK_EVERY = 100; // ms
const TELL_EVERY = 600; // ms; how far one is

export class Direct {
  #setting;
  #peers = new Map(); // peer id → Peer
  #holds = new Map(); // object id → Bitmap
  #receiving;
  #looking;
  #toldAt = 0;

  /**
   * @param {object} setting
   * @param {import("../secret.js").RoomKeys} setting.keys
   * @param {string} setting.me this page's peer id
   * @param {RTCConfiguration} setting.rtc `iceServers` of the welcome
   * @param {(to: string, signal: {connection: string}) => Promise<void>} setting.send
   * @param {(objectId: string, first: number, end: number) => Promise<Uint8Array[]>} setting.sealedRange
   * @param {(objectId: string, index: number, sealed: Uint8Array, from: string) => Promise<void>} setting.arrived
   * @param {(event: {type: string, [field: string]: any}) => void} setting.happened
   */
  constructor(setting) {
    this.#setting = setting;
    const { arrived, happened } = setting;
    this.#receiving = new Receiving({
      arrived,
      fetched: (objectId) => happened({ type: "fetched", objectId }),
      stopped: (objectId, error) => happened({ type: "stopped", objectId, error }),
      untrue: (peer, objectId) => happened({ type: "untrue", peer, objectId }),
    });
    this.#looking = setInterval(() => this.#look(), LOOK_EVERY);
  }

  /** @param {string} id */
  meet(id) {
    this.#peer(id).pair.connect();
  }

  /** @param {string} id */
  left(id) {
    this.#peers.get(id)?.end(false);
    this.#peers.delete(id);
    this.#receiving.drop(id);
  }

  /** @param {string} from @param {Record<string, any>} signal */
  received(from, signal) {
    this.#peer(from).pair.received(signal);
  }

  /** @param {string} objectId @param {import("../bitmap.js").Bitmap} held */
  hold(objectId, held) {
    this.#holds.set(objectId, held);
    for (const { pair } of this.#peers.values()) pair.tell(haveOf(objectId, held));
  }

  /** @param {string} objectId */
  letGo(objectId) {
    this.#holds.delete(objectId);
    for (const { pair } of this.#peers.values()) pair.tell(haveOf(objectId, ""));
  }

  /** @param {string} objectId @param {import("../bitmap.js").Bitmap} held */
  fetch(objectId, held) {
    this.#receiving.fetch(objectId, held);
  }

  /** @param {string} objectId */
  stop(objectId) {
    this.#receiving.cancel(objectId);
  }

  /** @param {import("./receiving.js").Source} source */
  addSource(source) {
    this.#receiving.add(source);
  }

  /** @param {string} source @param {string} objectId @param {string | null} told as in `have`; "" none, null all */
  has(source, objectId, told) {
    this.#receiving.has(source, objectId, told);
  }

  /**
   * A chunk from a source that is no peer.
   * @param {string} source
   * @param {number} slot as `want` named it
   * @param {number} index
   * @param {Uint8Array} sealed
   */
  took(source, slot, index, sealed) {
    return this.#receiving.take(source, { slot, index, sealed });
  }

  /** @param {string} source */
  dropSource(source) {
    this.#receiving.drop(source);
  }

  /** @param {string} id @param {Record<string, any>} message @returns {boolean} whether there was a way */
  tell(id, message) {
    return this.#peers.get(id)?.pair.tell(message) ?? false;
  }

  /** Bytes per second. @param {string} id a peer or another source @returns {{in: number, out: number}} */
  speed(id) {
    return { in: this.#receiving.rate(id), out: this.#peers.get(id)?.speedOut(performance.now()) ?? 0 };
  }

  /** Leaves everybody. */
  close() {
    clearInterval(this.#looking);
    for (const id of [...this.#peers.keys()]) {
      this.#peers.get(id).end(true);
      this.#receiving.drop(id);
    }
    this.#peers.clear();
  }

  #peer(id) {
    const known = this.#peers.get(id);
    if (known) return known;
    const { keys, me, rtc, send, sealedRange, happened } = this.#setting;
    const peer = new Peer({
      ...{ id, keys, rtc, sealedRange, happened },
      polite: me < id,
      send: (signal) => send(id, signal),
      met: () => this.#met(peer),
      lost: () => this.#receiving.again(id),
      parted: () => this.#receiving.drop(id),
      framed: (frame) => this.#framed(id, frame),
      has: (objectId, told) => this.#receiving.has(id, objectId, told),
    });
    this.#peers.set(id, peer);
    return peer;
  }

  #met(peer) {
    this.#receiving.add(peer.source);
    for (const [objectId, held] of this.#holds) peer.pair.tell(haveOf(objectId, held));
  }

  #framed(id, data) {
    const frame = data instanceof ArrayBuffer ? unpackFrame(data) : null;
    if (frame) this.#receiving.take(id, frame);
  }

  #look() {
    const now = performance.now();
    this.#receiving.look();
    for (const peer of this.#peers.values()) {
      peer.look(now, { rate: this.#receiving.rate(peer.id), isBusy: this.#receiving.isBusy(peer.id) });
    }
    if (now - this.#toldAt < TELL_EVERY) return;
    this.#toldAt = now;
    for (const { objectId, slot, held, sources } of this.#receiving.underWay()) {
      for (const { id } of sources) this.tell(id, { type: "progress", slot, object_id: objectId, chunks: held.held });
    }
  }
}

const haveOf = (objectId, held) => ({ type: "have", object_id: objectId, bitmap: String(held) });
