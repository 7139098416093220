/** The store as one of those who have an object: what is asked of it comes as ranges of its ciphertext. */

import { fetchSealed } from "../fetched.js";
import { STORE } from "./at_rest.js";

export class StoreSource {
  id = STORE;
  #keys;
  #nameOf;
  #on;
  #streams = new Map(); // slot → AbortController

  /**
   * @param {import("../secret.js").RoomKeys} keys
   * @param {(objectId: string) => import("../objects.js").ObjectName} nameOf
   * @param {object} on
   * @param {(slot: number, index: number, sealed: Uint8Array) => Promise<void>} on.took
   * @param {(objectId: string, problem: Error) => void} on.failed nothing more comes of what was asked
   */
  constructor(keys, nameOf, on) {
    this.#keys = keys;
    this.#nameOf = nameOf;
    this.#on = on;
  }

  /** @param {number} slot @param {string} objectId @param {[number, number][]} ranges */
  async want(slot, objectId, ranges) {
    if (!this.#streams.has(slot)) this.#streams.set(slot, new AbortController());
    const { signal } = this.#streams.get(slot);
    try {
      for (const [first, end] of ranges) {
        for await (const { index, sealed } of fetchSealed(this.#keys, this.#nameOf(objectId), { first, end, signal })) {
          await this.#on.took(slot, index, sealed);
        }
      }
    } catch (problem) {
      if (!signal.aborted) this.#on.failed(objectId, problem);
    }
  }

  /** @param {number} slot */
  cancel(slot) {
    this.#streams.get(slot)?.abort();
    this.#streams.delete(slot);
  }

  /** Nothing that was asked of it is needed any more. */
  stop() {
    for (const slot of [...this.#streams.keys()]) this.cancel(slot);
  }
}
