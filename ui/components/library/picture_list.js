/** The pictures this page knows, newest first: the first page came with it, the others come from the API. */

import { api } from "../api.js";

const PAGE = 100;
const REFRESH_PAUSE = 30_000; // a picture that is broken for another reason must not be asked for again and again

/** @typedef {import("../picture_links.js").Picture} Picture */

export class PictureList {
  /** @type {Picture[]} */
  pictures;
  /** @type {string} */
  query;
  #cursor;
  #loading = null;
  #run = 0;
  #hidden = new Set();
  #refreshed = new Map();
  #listeners = new Set();

  /** @param {{items: Picture[], nextCursor: string | null, query: string}} first */
  constructor({ items, nextCursor, query }) {
    this.pictures = items;
    this.query = query;
    this.#cursor = nextCursor;
  }

  /** Called after each change. @param {() => void} listener */
  onChange(listener) {
    this.#listeners.add(listener);
  }

  /** Whether the server has more of them. */
  get hasMore() {
    return this.#cursor !== null;
  }

  /** @param {string} id @returns {Picture | undefined} */
  find(id) {
    return this.pictures.find((one) => one.id === id);
  }

  /** Get the next page; calls while one is on its way join it. @throws {import("../api.js").Problem} */
  async more() {
    if (!this.hasMore) return;
    this.#loading ??= this.#page();
    await this.#loading;
  }

  /** Start over with another search. @param {string} query @throws {import("../api.js").Problem} */
  async search(query) {
    this.query = query;
    this.#run += 1;
    this.#loading = null;
    await this.#page({ afresh: true });
  }

  /** Take in what the server says of one picture; a new one finds its place by age. @param {Picture} picture */
  put(picture) {
    const index = this.pictures.findIndex((one) => one.id === picture.id);
    if (index >= 0) this.#become(this.pictures.with(index, picture));
    else if (!this.query) this.#insert(picture);
  }

  /** Take a picture out of sight; `show` brings it back. @param {string} id @returns {Picture | undefined} */
  hide(id) {
    const picture = this.find(id);
    this.#hidden.add(id);
    this.#become(this.pictures.filter((one) => one.id !== id));
    return picture;
  }

  /** Bring a hidden picture back to its place. @param {Picture} picture */
  show(picture) {
    this.#hidden.delete(picture.id);
    if (!this.find(picture.id)) this.#insert(picture);
  }

  /**
   * Ask the server about one picture, for new links or facts.
   * @param {string} id
   * @returns {Promise<Picture | null>} null when it was asked for a moment ago
   * @throws {import("../api.js").Problem}
   */
  async refresh(id) {
    if (Date.now() - (this.#refreshed.get(id) ?? -Infinity) < REFRESH_PAUSE) return null;
    this.#refreshed.set(id, Date.now());
    return this.fetch(id);
  }

  /** The picture as the server has it now. @param {string} id @throws {import("../api.js").Problem} */
  async fetch(id) {
    const picture = await api("GET", `/media/${id}`);
    this.put(picture);
    return picture;
  }

  async #page({ afresh = false } = {}) {
    const run = this.#run;
    const asked = new URLSearchParams({ limit: String(PAGE) });
    if (this.query) asked.set("q", this.query);
    if (!afresh) asked.set("cursor", this.#cursor);
    const { items, next_cursor: cursor } = await api("GET", `/media?${asked}`).finally(() => {
      if (run === this.#run) this.#loading = null; // before the listeners run, because they may want the page after
    });
    if (run !== this.#run) return; // another search began meanwhile
    this.#cursor = cursor;
    const known = new Set(afresh ? [] : this.pictures.map((one) => one.id));
    const fresh = items.filter((one) => !known.has(one.id) && !this.#hidden.has(one.id));
    this.#become(afresh ? fresh : [...this.pictures, ...fresh]);
  }

  /** Ids grow with time, so they tell the place. One older than all shown comes with its own page. */
  #insert(picture) {
    if (this.#hidden.has(picture.id)) return;
    const index = this.pictures.findIndex((one) => one.id < picture.id);
    if (index < 0 && this.hasMore) return;
    this.#become(this.pictures.toSpliced(index < 0 ? this.pictures.length : index, 0, picture));
  }

  #become(pictures) {
    this.pictures = pictures;
    for (const listener of this.#listeners) listener();
  }
}
