/** The tiles that are in the page now, in the order of their pictures, because that is the order they are read out in. */

import { placeTile, showPicture, tile } from "./tile.js";

const NEW_AT_ONCE = 12; // beyond the window; more of them would hold up the frame they are made in

/** @typedef {import("../picture_links.js").Picture} Picture */
/** @typedef {import("./justified_rows.js").Place} Place */
/**
 * @typedef {{picture: Picture, place: Place, list: HTMLElement, position: number, size: number, isCurrent: boolean,
 *   isSeen: boolean}} Wanted
 *   `list` is where it stands, as number `position` of `size` (−1 while nobody knows); `isCurrent` is the one that Tab
 *   leads to; `isSeen` tells whether it is inside the window
 */

export class ShownTiles {
  #onBroken;
  #make;
  /** @type {Map<string, {element: HTMLElement, picture: Picture, place: Place | null, told: string, isBare: boolean}>} */
  #shown = new Map();

  /**
   * @param {(picture: Picture) => void} onBroken when a picture does not load
   * @param {typeof tile} [make] makes a tile whose first child is its link
   */
  constructor(onBroken, make = tile) {
    this.#onBroken = onBroken;
    this.#make = make;
  }

  /** @param {string} id @returns {HTMLElement | null} */
  of(id) {
    return this.#shown.get(id)?.element ?? null;
  }

  /**
   * Have exactly these in the page; what is there already stays.
   * @param {Wanted[]} wanted
   * @param {number} width of the grid
   * @param {{isFlying: boolean}} pace while they fly by, new tiles stand without their pictures
   * @returns {boolean} whether all of them are there; if not, call it again in the next frame
   */
  become(wanted, width, { isFlying }) {
    const now = this.#nextFew(wanted);
    this.#removeAllBut(new Set(now.map(({ picture }) => picture.id)));
    // All are made before the first is put in place: a tile that is made anew takes the old one's place in the page.
    const tiles = now.map((one) => ({ ...one, element: this.#elementFor(one.picture, one.place, width) }));
    /** @type {Map<HTMLElement, Element | null>} */
    const next = new Map();
    for (const { element, list, ...one } of tiles) {
      if (!next.has(list)) next.set(list, list.firstElementChild);
      if (element === next.get(list)) next.set(list, element.nextElementSibling);
      else list.insertBefore(element, next.get(list));
      this.#tellPlace(one);
    }
    const isPictured = isFlying || this.#showPictures(now);
    return isPictured && now.length === wanted.length;
  }

  /** All that are seen, and a few of the others. @returns {boolean} whether all of them have their pictures now */
  #showPictures(wanted) {
    const bare = wanted.filter(({ picture }) => this.#shown.get(picture.id).isBare);
    const now = fewOf(bare, ({ isSeen }) => isSeen);
    for (const { picture, place } of now) {
      const shown = this.#shown.get(picture.id);
      showPicture(shown.element, picture, { width: place.width, onBroken: () => this.#onBroken(picture) });
      shown.isBare = false;
    }
    return now.length === bare.length;
  }

  /** Written only where it changed: this is asked in every frame, of every tile. */
  #tellPlace({ picture, position, size, isCurrent }) {
    const shown = this.#shown.get(picture.id);
    const told = `${position} ${size} ${isCurrent}`;
    if (shown.told === told) return;
    shown.told = told;
    shown.element.firstElementChild.tabIndex = isCurrent ? 0 : -1;
    shown.element.setAttribute("aria-posinset", String(position));
    shown.element.setAttribute("aria-setsize", String(size));
  }

  /** All that are seen, and of the others those that are there and a few more. */
  #nextFew(wanted) {
    return fewOf(wanted, ({ picture, isSeen }) => isSeen || this.#shown.has(picture.id));
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
      const element = this.#make(picture, shown?.element);
      if (shown) replace(shown.element, element);
      shown = { element, picture, place: null, told: "", isBare: true };
      this.#shown.set(picture.id, shown);
    }
    if (shown.place !== place) placeTile(shown.element, place, width);
    shown.place = place;
    return shown.element;
  }
}

/** Those that must be, and of the others as many as do not hold up a frame. */
function fewOf(wanted, isUrgent) {
  let left = NEW_AT_ONCE;
  return wanted.filter((one) => isUrgent(one) || left-- > 0);
}

function replace(old, element) {
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(element);
  if (hadFocus) element.firstElementChild.focus({ preventScroll: true });
}
