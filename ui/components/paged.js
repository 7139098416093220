/** A list of the API, of which one holds the first pages; it can go on, and be asked for again as far as it is shown. */

import { api } from "./api.js";

const MORE = 30; // of one call
const MOST = 200; // the API gives no more at once

/** @template {{id: string}} Item */
export class Paged {
  /** @type {Item[]} */
  items;
  #path;
  #nextCursor;
  #asked = 0;
  #changed;
  #named;

  /**
   * @param {string} path in the API; `?` in it is fine
   * @param {{items: Item[], next_cursor: string | null}} first
   * @param {() => void} changed
   * @param {(item: any) => Item} [named] gives each its id where the API has another name for it
   */
  constructor(path, first, changed, named = (item) => item) {
    this.#path = path;
    this.#named = named;
    this.items = first.items.map(named);
    this.#nextCursor = first.next_cursor;
    this.#changed = changed;
  }

  get isWhole() {
    return this.#nextCursor === null;
  }

  /** Those after the last. @throws {import("./api.js").Problem} */
  async goOn() {
    const [asked, cursor] = [this.#asked, this.#nextCursor];
    const page = await this.#page({ limit: MORE, cursor });
    if (asked !== this.#asked) return; // it began anew meanwhile
    const here = new Set(this.items.map(({ id }) => id));
    this.#nextCursor = page.next_cursor;
    this.put([...this.items, ...page.items.filter(({ id }) => !here.has(id))]);
  }

  /** Something is new, different or gone: ask for as many as are shown. @throws {import("./api.js").Problem} */
  async lookAgain() {
    const asked = (this.#asked += 1);
    const page = await this.#page({ limit: Math.min(MOST, Math.max(MORE, this.items.length)) });
    if (asked !== this.#asked) return;
    this.#nextCursor = page.next_cursor;
    this.put(page.items);
  }

  /** What is known of them already. @param {Item[]} items */
  put(items) {
    this.items = items;
    this.#changed();
  }

  async #page(asked) {
    const query = new URLSearchParams(asked);
    const page = await api("GET", `${this.#path}${this.#path.includes("?") ? "&" : "?"}${query}`);
    return { ...page, items: page.items.map(this.#named) };
  }
}
