/** The tiles that are in the page now, in the order of their pictures, because that is the order they are read out in. */

import { placeTile, tile } from "./tile.js";

/** @typedef {import("../picture_links.js").Picture} Picture */
/** @typedef {import("./justified_rows.js").Place} Place */

export class ShownTiles {
  #host;
  #onBroken;
  /** @type {Map<string, {element: HTMLElement, picture: Picture, place: Place | null}>} */
  #shown = new Map();

  /**
   * @param {HTMLElement} host
   * @param {(picture: Picture) => void} onBroken when a picture does not load
   */
  constructor(host, onBroken) {
    this.#host = host;
    this.#onBroken = onBroken;
  }

  /** @param {string} id @returns {HTMLElement | null} */
  of(id) {
    return this.#shown.get(id)?.element ?? null;
  }

  /**
   * Have exactly these in the page; what is there already stays.
   * @param {{picture: Picture, place: Place, index: number}[]} wanted
   * @param {number} width of the grid
   * @param {number} current index of the one that Tab leads to
   */
  become(wanted, width, current) {
    this.#removeAllBut(new Set(wanted.map(({ picture }) => picture.id)));
    // All are made before the first is put in place: a tile that is made anew takes the old one's place in the page.
    const tiles = wanted.map(({ picture, place, index }) => ({ index, element: this.#elementFor(picture, place, width) }));
    let next = this.#host.firstElementChild;
    for (const { element, index } of tiles) {
      if (element === next) next = next.nextElementSibling;
      else this.#host.insertBefore(element, next);
      element.firstElementChild.tabIndex = index === current ? 0 : -1;
      element.setAttribute("aria-posinset", String(index + 1));
      element.setAttribute("aria-setsize", "-1"); // nobody knows how many there are until the last page has come
    }
  }

  #removeAllBut(wanted) {
    for (const [id, { element }] of this.#shown) {
      if (wanted.has(id)) continue;
      element.remove();
      this.#shown.delete(id);
    }
  }

  #elementFor(picture, place, width) {
    let shown = this.#shown.get(picture.id);
    if (shown?.picture !== picture) {
      const element = tile(picture, { onBroken: () => this.#onBroken(picture) });
      if (shown) replace(shown.element, element);
      shown = { element, picture, place: null };
      this.#shown.set(picture.id, shown);
    }
    if (shown.place !== place) placeTile(shown.element, place, width);
    shown.place = place;
    return shown.element;
  }
}

function replace(old, element) {
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(element);
  if (hadFocus) element.firstElementChild.focus({ preventScroll: true });
}
