/** Fetches objects from whoever has them: each chunk from one source, each source as much as it is fast. */

import { SEALED_CHUNK, TAG } from "../objects.js";
import { asRanges, pick, roomFor, windowOf } from "./share.js";
import { Supply } from "./supply.js";

const SLOTS = 0x1_0000;
const AT_ONCE = 4; // objects that one source works at

/**
 * Where chunks come from: a peer, or the store.
 * @typedef {object} Source
 * @property {string} id
 * @property {(slot: number, objectId: string, ranges: [number, number][]) => void} want each of these chunks is given
 *   to `Receiving.take` when it comes, under the slot
 * @property {(slot: number) => void} cancel none of them is needed any more
 */

/**
 * @typedef {object} ReceivingEvents
 * @property {(objectId: string, index: number, sealed: Uint8Array, from: string) => Promise<void>} arrived keeps a
 *   chunk; it counts as held when that resolves, and not more than a window of them is under way. Rejects with
 *   `not_authentic` when the chunk is not the object's: it is fetched elsewhere
 * @property {(objectId: string) => void} fetched every chunk is held
 * @property {(objectId: string, error: Error) => void} stopped chunks cannot be kept
 * @property {(source: string, objectId: string) => void} untrue the source gave what is not the object's
 */

export class Receiving {
  #supplies = new Map(); // source id → Supply
  #wanted = new Map(); // object id → Fetch, in the order they are fetched
  #slots = new Map(); // slot → Fetch
  #slot = 0;
  #on;
  #now;

  /** @param {ReceivingEvents} on @param {() => number} [now] ms */
  constructor(on, now = () => performance.now()) {
    this.#on = on;
    this.#now = now;
  }

  /** @param {Source} source */
  add(source) {
    this.#supplies.set(source.id, new Supply(source));
  }

  /** The source is gone; others are asked for what was on its way. @param {string} id */
  drop(id) {
    const supply = this.#supplies.get(id);
    if (!supply) return;
    this.#supplies.delete(id);
    this.#takeBack(supply);
    this.#fillAll();
  }

  /** What was on its way from a source may be lost; it is asked for again. @param {string} id */
  again(id) {
    const supply = this.#supplies.get(id);
    if (!supply) return;
    this.#takeBack(supply, true);
    this.#fillAll();
  }

  /** @param {string} id @param {string} objectId @param {string | null} told which chunks it has, null for all */
  has(id, objectId, told) {
    this.#supplies.get(id)?.told(objectId, told);
    this.#fillAll();
  }

  /**
   * @param {string} objectId
   * @param {import("../bitmap.js").Bitmap} held what is there already; chunks are added as they are kept
   */
  fetch(objectId, held) {
    if (this.#wanted.has(objectId)) return;
    while (this.#slots.has(this.#slot)) this.#slot = (this.#slot + 1) % SLOTS;
    const fetch = { objectId, slot: this.#slot, held, asked: new Map(), window: windowOf(held.count), from: 0 };
    this.#slot = (this.#slot + 1) % SLOTS;
    this.#wanted.set(objectId, fetch);
    this.#slots.set(fetch.slot, fetch);
    if (held.isFull) this.#finish(fetch);
    else this.#fillAll();
  }

  /** @param {string} objectId */
  cancel(objectId) {
    const fetch = this.#wanted.get(objectId);
    if (!fetch) return;
    this.#forget(fetch);
    const supplies = [...fetch.asked.values()].map(({ supply }) => supply);
    fetch.asked.clear();
    for (const supply of supplies) supply.outstanding -= 1;
    for (const supply of new Set(supplies)) supply.source.cancel(fetch.slot);
    this.#fillAll();
  }

  /**
   * A chunk that came.
   * @param {string} id of its source
   * @param {{slot: number, index: number, sealed: Uint8Array}} frame
   */
  async take(id, { slot, index, sealed }) {
    const fetch = this.#slots.get(slot);
    const asked = fetch?.asked.get(index);
    const supply = this.#supplies.get(id);
    if (!asked || asked.isHere || !supply) return; // nobody waits for it
    if (sealed.length < TAG || sealed.length > SEALED_CHUNK) return;
    asked.isHere = true;
    supply.gave(sealed.length, this.#now());
    let isKept = false;
    try {
      await this.#on.arrived(fetch.objectId, index, sealed, id);
      isKept = true;
    } catch (error) {
      this.#refused(fetch, id, error);
    }
    if (fetch.asked.get(index) !== asked) return; // cancelled meanwhile
    fetch.asked.delete(index);
    asked.supply.outstanding -= 1;
    if (isKept) fetch.held.add(index);
    else fetch.from = Math.min(fetch.from, index);
    if (fetch.held.isFull) this.#finish(fetch);
    this.#fill(asked.supply);
  }

  /** Whether chunks are on their way from a source. @param {string} id */
  isBusy(id) {
    return (this.#supplies.get(id)?.outstanding ?? 0) > 0;
  }

  /** Bytes per second that come from a source. @param {string} id */
  rate(id) {
    return this.#supplies.get(id)?.rate(this.#now()) ?? 0;
  }

  /** What is being fetched, and from whom. */
  *underWay() {
    for (const { objectId, slot, held, asked } of this.#wanted.values()) {
      const sources = new Set([...asked.values()].map(({ supply }) => supply.source));
      if (sources.size > 0) yield { objectId, slot, held, sources };
    }
  }

  /** To be called some times a second: others take over from a source that has gone quiet. */
  look() {
    const now = this.#now();
    for (const supply of this.#supplies.values()) {
      if (!supply.isStalled(now) || !this.#othersHave(supply)) continue;
      supply.rest(now);
      this.#takeBack(supply, true);
    }
    this.#fillAll();
  }

  #othersHave(supply) {
    const others = [...this.#supplies.values()].filter((other) => other !== supply && !other.isStalled(this.#now()));
    return [...this.#wanted.values()].some(
      ({ objectId, asked }) =>
        [...asked.values()].some((one) => one.supply === supply) && others.some((other) => other.knows(objectId)),
    );
  }

  #takeBack(supply, isThere = false) {
    for (const fetch of this.#wanted.values()) {
      let isAny = false;
      for (const [index, asked] of fetch.asked) {
        if (asked.supply !== supply || asked.isHere) continue;
        fetch.asked.delete(index);
        fetch.from = Math.min(fetch.from, index);
        supply.outstanding -= 1;
        isAny = true;
      }
      if (isAny && isThere) supply.source.cancel(fetch.slot);
    }
  }

  #fillAll() {
    for (const supply of this.#supplies.values()) this.#fill(supply);
  }

  /** Asks one source for more, file by file, where enough has come of what it was asked for. */
  #fill(supply) {
    if (supply.isResting(this.#now())) return;
    let worksAt = 0;
    for (const fetch of this.#wanted.values()) {
      if (!supply.knows(fetch.objectId)) continue;
      const picked = pick(fetch, supply, roomFor(fetch, supply, this.#supplies.values(), this.#now()));
      if (picked.length > 0) {
        for (const index of picked) fetch.asked.set(index, { supply, isHere: false });
        supply.asked(picked.length, this.#now());
        supply.source.want(fetch.slot, fetch.objectId, asRanges(picked));
      }
      if (fetch.asked.size > 0 && (worksAt += 1) === AT_ONCE) return;
    }
  }

  #refused(fetch, id, error) {
    if (error?.code === "not_authentic") {
      this.#supplies.get(id)?.distrust(fetch.objectId);
      this.#on.untrue(id, fetch.objectId);
      return;
    }
    this.cancel(fetch.objectId);
    this.#on.stopped(fetch.objectId, error);
  }

  #finish(fetch) {
    this.#forget(fetch);
    this.#on.fetched(fetch.objectId);
  }

  #forget(fetch) {
    this.#wanted.delete(fetch.objectId);
    this.#slots.delete(fetch.slot);
  }
}
