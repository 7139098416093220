/** Which picture stands where, beside which, and between which, across sections that may not be here yet. */

/** @typedef {import("../picture_links.js").Picture} Picture */

export class Neighbours {
  #shelf;
  #pages;

  /** @param {import("./shelf.js").Shelf} shelf @param {import("./section_pages.js").SectionPages} pages */
  constructor(shelf, pages) {
    this.#shelf = shelf;
    this.#pages = pages;
  }

  /** How many stand before a picture; -1 while nobody knows. @param {string} id */
  placeOf(id) {
    let before = 0;
    for (const { pictures, count } of this.#shelf.sections) {
      const at = pictures.findIndex((one) => one.id === id);
      if (at >= 0) return before + at;
      before += count;
    }
    return -1;
  }

  /** The picture after another (or before it, by −1), if it is here. @returns {Picture | undefined} */
  beside(id, by) {
    const { index, at } = this.#find(id);
    if (index < 0) return undefined;
    const section = this.#shelf.sections[index];
    const wanted = at + by;
    if (wanted >= 0 && (wanted < section.pictures.length || !section.isWhole)) return section.pictures[wanted];
    const next = this.#shelf.sections[index + by];
    if (by > 0) return next?.pictures[0];
    return next?.isWhole ? next.pictures.at(-1) : undefined;
  }

  /** The same, fetched where it is not here; undefined at the ends. @returns {Promise<Picture | undefined>} */
  async step(id, by) {
    const here = this.beside(id, by);
    if (here) return here;
    const { index, at } = this.#find(id);
    if (index < 0) return undefined;
    const { sections } = this.#shelf;
    const isInside = by > 0 ? !sections[index].isWhole : at > 0;
    const key = sections[isInside ? index : index + by]?.key;
    if (key === undefined) return undefined;
    await this.#pages.until(key, () => this.beside(id, by) !== undefined);
    return this.beside(id, by);
  }

  /** Fetch until a picture, of which only the facts are known, has its place. @param {Picture} picture */
  async locate(picture) {
    await this.#pages.until(this.#shelf.keyOf(picture), () => this.placeOf(picture.id) >= 0);
  }

  /**
   * All from one picture to another, both included, in order; fetched where they are not here.
   * @param {string} one @param {string} other ids of pictures that are here
   * @returns {Promise<Picture[]>} none when one of them is not
   * @throws {import("../api.js").Problem}
   */
  async between(one, other) {
    const [first, last] = [this.#find(one).index, this.#find(other).index].sort((a, b) => a - b);
    if (Math.min(first, last) < 0) return [];
    const keys = this.#shelf.sections.slice(first, last + 1).map(({ key }) => key);
    const pictures = [];
    for (const [at, key] of keys.entries()) {
      if (at < keys.length - 1) await this.#pages.until(key); // of the last, what is here is enough
      const section = this.#shelf.section(key); // now, because far months may be let go again
      if (section?.trouble) throw section.trouble;
      pictures.push(...(section?.pictures ?? []));
    }
    const [from, to] = [one, other].map((id) => pictures.findIndex((picture) => picture.id === id)).sort((a, b) => a - b);
    return pictures.slice(from, to + 1);
  }

  /** All there are, more and more of them. @param {AbortSignal} signal ends it @returns {AsyncGenerator<readonly Picture[]>} */
  async *every(signal) {
    for (const { key } of this.#shelf.sections) {
      await this.#pages.until(key, () => signal.aborted);
      const section = this.#shelf.section(key);
      if (section?.trouble) throw section.trouble;
      if (signal.aborted) return;
      yield section?.pictures ?? [];
    }
  }

  /** All of one month. @param {string} key @returns {Promise<readonly Picture[]>} @throws {import("../api.js").Problem} */
  async month(key) {
    await this.#pages.until(key);
    const section = this.#shelf.section(key);
    if (section?.trouble) throw section.trouble;
    return section?.pictures ?? [];
  }

  #find(id) {
    for (const [index, { pictures }] of this.#shelf.sections.entries()) {
      const at = pictures.findIndex((one) => one.id === id);
      if (at >= 0) return { index, at };
    }
    return { index: -1, at: -1 };
  }
}
