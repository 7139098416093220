/** The pictures of the post that is being written: in their order, with what is said about each. */

import { api } from "../api.js";
import { MOST_PICTURES } from "../composer_texts.js";

/** @typedef {import("../picture_links.js").Picture} Picture */

export class PostPictures {
  /** @type {readonly Picture[]} */
  pictures = [];
  /** @type {Map<string, string>} what somebody wrote here, by the picture's id */
  #alts;
  #listeners = new Set();

  /** @param {Picture[]} pictures @param {[string, string][]} [alts] what was written about some before, by their ids */
  constructor(pictures, alts = []) {
    this.pictures = pictures;
    this.#alts = new Map(alts);
  }

  /** @param {() => void} listener called after each change of the pictures, not of their descriptions */
  onChange(listener) {
    this.#listeners.add(listener);
  }

  /** @param {Picture[]} pictures @returns {boolean} whether all of them found room */
  add(pictures) {
    const fresh = pictures.filter(({ id }) => !this.#find(id));
    const room = MOST_PICTURES - this.pictures.length;
    if (fresh.length && room) this.#become([...this.pictures, ...fresh.slice(0, room)]);
    return fresh.length <= room;
  }

  /** Have these and no others; those that were here keep their places. @param {Picture[]} pictures */
  choose(pictures) {
    const ids = new Set(pictures.map(({ id }) => id));
    const stay = this.pictures.filter(({ id }) => ids.has(id));
    const fresh = pictures.filter(({ id }) => !this.#find(id));
    this.#become([...stay, ...fresh].slice(0, MOST_PICTURES));
  }

  /** Ask the server for one anew. @param {string} id */
  async fetch(id) {
    const picture = await api("GET", `/media/${id}`);
    this.#become(this.pictures.map((one) => (one.id === id ? picture : one)));
  }

  /** @param {string} id */
  hide(id) {
    this.#become(this.pictures.filter((one) => one.id !== id));
  }

  /** @param {string} id @param {number} by places, later or (negative) earlier @returns {boolean} whether it could */
  move(id, by) {
    const from = this.pictures.findIndex((one) => one.id === id);
    const to = from + by;
    if (to < 0 || to >= this.pictures.length) return false;
    this.#become(this.pictures.toSpliced(from, 1).toSpliced(to, 0, this.pictures[from]));
    return true;
  }

  /** @param {string} id @param {string} words */
  describe(id, words) {
    this.#alts.set(id, words);
  }

  /** What is said about one: what was written here, or else what is known of it. @param {Picture} picture */
  altOf({ id, alt }) {
    return this.#alts.get(id) ?? alt ?? "";
  }

  /** @returns {[string, string][]} what was written here, by the pictures' ids */
  get alts() {
    return [...this.#alts];
  }

  get described() {
    return this.pictures.filter((one) => this.altOf(one).trim()).length;
  }

  /** Those whose descriptions were changed here. */
  get rewritten() {
    return this.pictures.filter((one) => this.altOf(one).trim() !== (one.alt ?? ""));
  }

  #find(id) {
    return this.pictures.find((one) => one.id === id);
  }

  #become(pictures) {
    this.pictures = pictures;
    for (const listener of this.#listeners) listener();
  }
}
