/** Objects that come to this page, from whoever has them, and are whole before anybody sees them. */

import { ArrivedLeaves } from "../fetched.js";
import { isLastChunk, objectKey, openChunk } from "../objects.js";
import { STORE } from "./at_rest.js";
import { StoreSource } from "./store_source.js";

const AT_ONCE = 3; // files; a place of the line's four stays free for previews
const AGAIN_AFTER = 2_000; // ms, when the store could not be asked
const STALLED_AFTER = 4_000; // ms without a chunk, until the store is asked as well

/**
 * @typedef {import("../objects.js").ObjectName} ObjectName
 * @typedef {{object: ObjectName, key: CryptoKey, leaves: ArrivedLeaves, place: import("./chunk_place.js").MemoryPlace,
 *   from: string, movedAt: number, settled: PromiseWithResolvers<Blob>}} Coming `from` is whose chunk came last
 */

export class Getting {
  /** @type {Map<string, Coming>} */
  coming = new Map();
  #keys;
  #direct;
  #openPlace;
  #changed;
  #store;
  #asked = new Map(); // object id → {object, promise}
  #inStore = new Set();
  #absent = new Set(); // what the store said it has not; it tells when that changes
  #waiting = []; // files that begin when others are here

  /**
   * @param {object} setting
   * @param {import("../secret.js").RoomKeys} setting.keys
   * @param {import("../direct/direct.js").Direct} setting.direct
   * @param {(object: ObjectName) => Promise<import("./chunk_place.js").MemoryPlace>} setting.openPlace
   * @param {() => void} setting.changed
   */
  constructor({ keys, direct, openPlace, changed }) {
    this.#keys = keys;
    this.#direct = direct;
    this.#openPlace = openPlace;
    this.#changed = changed;
    this.#store = new StoreSource(keys, (id) => this.coming.get(id).object, {
      took: (slot, index, sealed) => direct.took(STORE, slot, index, sealed),
      failed: (id, problem) => this.#storeFailed(id, problem),
    });
    direct.addSource(this.#store);
  }

  /** How many files were asked for and are not here. */
  get isBusy() {
    return this.coming.size + this.#waiting.length > 0;
  }

  /**
   * @param {ObjectName} object
   * @param {{isUrgent?: boolean, mayBeKept?: boolean}} how urgent is what somebody looks at now
   * @returns {Promise<Blob>} when all of it is here and is what was announced
   * @throws {import("../refused.js").Refused} `wrong_root`; what keeping chunks failed with; AbortError when cancelled
   */
  get(object, { isUrgent = false, mayBeKept = true } = {}) {
    const known = this.#asked.get(object.objectId);
    if (known) return known;
    const settled = Promise.withResolvers();
    this.#asked.set(object.objectId, settled.promise);
    settled.promise.catch(() => this.#asked.delete(object.objectId)); // so that it can be asked for again
    if (mayBeKept) this.#inStore.add(object.objectId);
    this.#waiting[isUrgent ? "unshift" : "push"]({ object, settled, isUrgent });
    this.#next();
    return settled.promise;
  }

  /** Whether the store may have what comes. @param {string[]} ids */
  hasStored(ids) {
    return ids.some((id) => this.#inStore.has(id));
  }

  /** The store has an object now. @param {string} id */
  stored(id) {
    this.#inStore.add(id);
    this.#absent.delete(id);
    if (this.coming.has(id)) this.#direct.has(STORE, id, null);
  }

  /** Ask the store too, for all that comes. @param {(one: Coming) => boolean} [isMeant] */
  askStore(isMeant = () => true) {
    for (const [id, one] of this.coming) if (isMeant(one)) this.stored(id);
  }

  /** To be called now and then: who had it may have gone without a word. */
  lookForStalled() {
    const before = performance.now() - STALLED_AFTER;
    this.askStore(({ movedAt, object: { objectId: id } }) => movedAt < before && !this.#inStore.has(id) && !this.#absent.has(id));
  }

  /** @param {string} id */
  cancel(id) {
    this.#waiting = this.#waiting.filter(({ object, settled }) => {
      if (object.objectId === id) settled.reject(new DOMException("", "AbortError"));
      return object.objectId !== id;
    });
    this.#direct.stop(id);
    this.#end(id)?.settled.reject(new DOMException("", "AbortError"));
  }

  /** For `Direct`. @param {string} id @param {number} index @param {Uint8Array} sealed @param {string} from */
  async arrived(id, index, sealed, from) {
    const one = this.coming.get(id);
    if (!one) return;
    const chunk = await openChunk(one.key, index, isLastChunk(index, one.object.size), sealed);
    await Promise.all([one.leaves.add(index, chunk), one.place.put(index, chunk)]);
    Object.assign(one, { from, movedAt: performance.now() });
    this.#changed();
  }

  /** For `Direct`: every chunk is here. @param {string} id */
  async fetched(id) {
    const one = this.coming.get(id);
    if (!one) return;
    try {
      await one.leaves.demandRoot();
      one.settled.resolve(await one.place.blob());
    } catch (error) {
      await one.place.remove();
      one.settled.reject(error);
    } finally {
      this.#end(id);
    }
  }

  /** For `Direct`: chunks cannot be kept. @param {string} id @param {Error} error */
  stopped(id, error) {
    this.#end(id)?.settled.reject(error);
  }

  close() {
    this.#store.stop();
  }

  #end(id) {
    const one = this.coming.get(id);
    this.coming.delete(id);
    this.#next();
    this.#changed();
    return one;
  }

  #next() {
    while (this.#waiting.length > 0 && (this.coming.size < AT_ONCE || this.#waiting[0].isUrgent)) {
      this.#begin(this.#waiting.shift());
    }
  }

  async #begin({ object, settled }) {
    const { objectId: id, root, size } = object;
    const one = { object, settled, key: null, leaves: new ArrivedLeaves(object), place: null, from: "", movedAt: performance.now() };
    this.coming.set(id, one);
    try {
      [one.key, one.place] = await Promise.all([objectKey(this.#keys, root, size), this.#openPlace(object)]);
      for await (const { index, chunk } of one.place.before()) await one.leaves.add(index, chunk);
    } catch (error) {
      this.#end(id);
      settled.reject(error);
      return;
    }
    if (!this.coming.has(id)) return; // cancelled meanwhile
    if (this.#inStore.has(id)) this.#direct.has(STORE, id, null);
    this.#direct.fetch(id, one.place.held);
  }

  /** What was asked of the store comes from others, or from it again a little later. */
  #storeFailed(id, problem) {
    if (problem.status === 404) {
      this.#inStore.delete(id);
      this.#absent.add(id);
    }
    this.#store.stop();
    this.#direct.dropSource(STORE);
    const again = () => {
      this.#direct.addSource(this.#store);
      for (const one of this.coming.keys()) if (this.#inStore.has(one)) this.#direct.has(STORE, one, null);
    };
    if (problem.status === 404) again();
    else setTimeout(again, AGAIN_AFTER);
  }
}
