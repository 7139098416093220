/** The pictures that are chosen, whether or not they are in the page now. */

/** @typedef {import("../picture_links.js").Picture} Picture */

export class Chosen {
  /** @type {Map<string, Picture>} */
  #pictures = new Map();
  /** @type {Set<(changed: Iterable<string>) => void>} */
  #listeners = new Set();
  /** @type {string | null} the one that was chosen last by itself: from there a range goes */
  anchor = null;

  /** Called after each change with the ids whose state may have changed. @param {(changed: Iterable<string>) => void} listener */
  onChange(listener) {
    this.#listeners.add(listener);
  }

  get size() {
    return this.#pictures.size;
  }

  /** The length of their originals together. */
  get bytes() {
    return this.pictures.reduce((sum, one) => sum + one.bytes, 0);
  }

  /** As they were known when they were chosen, in that order. @returns {Picture[]} */
  get pictures() {
    return [...this.#pictures.values()];
  }

  /** @param {string} id */
  has(id) {
    return this.#pictures.has(id);
  }

  /** Choose one, or take it out. @param {Picture} picture */
  toggle(picture) {
    if (this.has(picture.id)) return this.remove([picture.id]);
    this.add([picture]);
    this.anchor = picture.id;
  }

  /** @param {readonly Picture[]} pictures */
  add(pictures) {
    for (const picture of pictures) this.#pictures.set(picture.id, picture);
    this.#tell(pictures.map(({ id }) => id));
  }

  /** Take some out, because they are gone or were not meant. @param {string[]} ids */
  remove(ids) {
    const removed = ids.filter((id) => this.#pictures.delete(id));
    if (ids.includes(this.anchor)) this.anchor = null;
    if (removed.length) this.#tell(removed);
  }

  clear() {
    this.remove([...this.#pictures.keys()]);
  }

  #tell(ids) {
    for (const listener of this.#listeners) listener(ids);
  }
}
