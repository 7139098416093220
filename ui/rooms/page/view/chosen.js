/** Which frames somebody has chosen. */

export class Chosen {
  /** @type {Set<string>} */
  #ids = new Set();
  #last = "";
  /** @type {(() => void)[]} */
  #listeners = [];

  /** @param {() => void} listener */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  get size() {
    return this.#ids.size;
  }

  get ids() {
    return [...this.#ids];
  }

  /** @param {string} id */
  has(id) {
    return this.#ids.has(id);
  }

  /**
   * @param {string} id
   * @param {{upTo: boolean, frames: {id: string}[]}} options with `upTo` all from the one pressed before
   */
  toggle(id, { upTo, frames }) {
    const isChosen = !this.#ids.has(id);
    const [from, to] = [frames.findIndex((one) => one.id === this.#last), frames.findIndex((one) => one.id === id)];
    const span = upTo && from >= 0 ? frames.slice(Math.min(from, to), Math.max(from, to) + 1) : [frames[to]];
    for (const one of span) {
      if (isChosen) this.#ids.add(one.id);
      else this.#ids.delete(one.id);
    }
    this.#last = id;
    this.#tell();
  }

  /** Forget those that are not in the room any more. @param {{id: string}[]} frames */
  keepTo(frames) {
    if (!this.#ids.size) return;
    const left = new Set(frames.map(({ id }) => id).filter((id) => this.#ids.has(id)));
    if (left.size === this.#ids.size) return;
    this.#ids = left;
    this.#tell();
  }

  clear() {
    if (!this.#ids.size) return;
    this.#ids.clear();
    this.#tell();
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}
