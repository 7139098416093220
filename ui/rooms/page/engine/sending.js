/** Files of this device that the room may have: given to peers who want them, and kept in the store for who comes later. */

import { Bitmap } from "../bitmap.js";
import { sealRange } from "../described.js";
import { chunkCount, isLastChunk, objectKey, sealChunk, sealedSize, CHUNK } from "../objects.js";
import { keepObject } from "../store.js";

const AGAIN_AFTER = 3_000; // ms, when the store could not be asked
const DOES_NOT_FIT = new Set(["room_full", "room_file_too_large", "disk_full"]);

/**
 * @typedef {import("../described.js").Described} Described
 * @typedef {{isOfFile: boolean, described: Described, sent: number}} Offered `isOfFile` is false for a preview;
 *   `sent` bytes of ciphertext are at the store
 */

export class Sending {
  /** What the store has all of. @type {Set<string>} */
  kept = new Set();
  /** What the room has no place for. @type {Set<string>} */
  unkeepable = new Set();
  /** What is no longer what was announced. @type {Set<string>} */
  changedFiles = new Set();
  /** @type {Map<string, Offered>} */
  offered = new Map();
  /** What the store gets now. */
  keeping = "";
  #served = new Map(); // object id → (first, end) → Promise of sealed chunks
  #keys;
  #direct;
  #on;
  #isRunning = false;
  #restUntil = 0;
  #stop = new AbortController();

  /**
   * @param {object} setting
   * @param {import("../secret.js").RoomKeys} setting.keys
   * @param {import("../direct/direct.js").Direct} setting.direct
   * @param {object} setting.on
   * @param {() => void} setting.on.changed
   * @param {(id: string) => boolean} setting.on.isWanted whether the store is to have it now
   * @param {(id: string) => void} setting.on.kept
   * @param {(id: string, token: string) => void} setting.on.reserved
   */
  constructor({ keys, direct, on }) {
    this.#keys = keys;
    this.#direct = direct;
    this.#on = on;
  }

  /** @param {Described} described @param {boolean} isOfFile */
  offer(described, isOfFile) {
    const { objectId } = described;
    if (this.offered.has(objectId)) return;
    this.offered.set(objectId, { described, isOfFile, sent: 0 });
    this.#hold(described, (first, end) => sealRange(described, first, end));
  }

  /**
   * Give others what came from others; it was compared with its root before.
   * @param {import("../objects.js").ObjectName} object
   * @param {Blob} blob
   */
  async passOn(object, blob) {
    const key = await objectKey(this.#keys, object.root, object.size);
    const seal = async (index) => {
      const chunk = await blob.slice(index * CHUNK, (index + 1) * CHUNK).arrayBuffer();
      return sealChunk(key, index, isLastChunk(index, object.size), new Uint8Array(chunk));
    };
    this.#hold(object, (first, end) => Promise.all(Array.from({ length: end - first }, (_, at) => seal(first + at))));
  }

  /** For `Direct`. @param {string} id @param {number} first @param {number} end */
  sealedRange(id, first, end) {
    return this.#served.get(id)(first, end);
  }

  /** It is not to be had here any more. @param {string} id */
  withdraw(id) {
    this.offered.delete(id);
    this.#served.delete(id);
    this.#direct.letGo(id);
    if (this.keeping === id) this.interrupt();
  }

  /** The file is another now. @param {string} id */
  hasChanged(id) {
    this.changedFiles.add(id);
    this.withdraw(id);
    this.#on.changed();
  }

  /** To be called when something may be kept now. */
  async keep() {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let next = this.#next(); next; next = this.#next()) await this.#keepOne(next);
    this.#isRunning = false;
  }

  /** Keep nothing more for now; what is at the store stays. */
  interrupt() {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  /** Previews are small, and what people look at first. */
  #next() {
    if (performance.now() < this.#restUntil) return undefined;
    const left = [...this.offered.values()].filter(
      ({ described: { objectId: id } }) => !this.kept.has(id) && !this.unkeepable.has(id) && this.#on.isWanted(id),
    );
    return left.find(({ isOfFile }) => !isOfFile) ?? left[0];
  }

  async #keepOne(one) {
    const { objectId } = one.described;
    this.keeping = objectId;
    try {
      await keepObject(this.#keys, one.described, {
        signal: this.#stop.signal,
        progress: (bytes) => {
          one.sent = bytes;
          this.#on.changed();
        },
        reserved: ({ uploaderToken }) => uploaderToken && this.#on.reserved(objectId, uploaderToken),
      });
      one.sent = sealedSize(one.described.size);
      this.kept.add(objectId);
      this.#on.kept(objectId);
    } catch (problem) {
      this.#failed(objectId, problem);
    } finally {
      this.keeping = "";
      this.#on.changed();
    }
  }

  #failed(id, problem) {
    if (problem.code === "file_changed") this.hasChanged(id);
    else if (DOES_NOT_FIT.has(problem.code)) this.unkeepable.add(id);
    else if (problem.name !== "AbortError") this.#restUntil = performance.now() + AGAIN_AFTER;
  }

  #hold({ objectId, size }, sealed) {
    this.#served.set(objectId, sealed);
    const all = new Bitmap(chunkCount(size));
    for (let index = 0; index < all.count; index += 1) all.add(index);
    this.#direct.hold(objectId, all);
  }
}
