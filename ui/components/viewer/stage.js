/** The picture in the viewer: whole on its ground, or at actual size and moved about. */

import { aspectOf, isBeingMade, ladder, linksAreOver, originalCanBeShown, srcset } from "../picture_links.js";
import { onlyPlain, showAs, shownPicture } from "../shown_picture.js";

const TWICE = 2; // for a picture that is at its actual size already
const LARGEST = 8; // times the size it has when whole

export class Stage {
  element;
  /** @type {HTMLImageElement} */
  image;
  /** @type {HTMLPictureElement | null} what holds the image */
  #shown = null;
  #picture = null;
  #whole = { width: 0, height: 0 };
  #view = { scale: 1, x: 0, y: 0 };
  #size = new ResizeObserver(() => this.#fit());

  constructor() {
    this.element = document.createElement("div");
    this.element.className = "k-viewer-stage";
    this.#size.observe(this.element);
  }

  /** @param {import("../picture_links.js").Picture} picture one that has renditions; null empties the stage */
  show(picture) {
    const before = this.#picture;
    const sameOne = picture !== null && before?.id === picture.id;
    this.#picture = picture;
    if (sameOne && this.image && srcset(before) === srcset(picture)) {
      this.image.alt = picture.alt || picture.name;
      return;
    }
    this.#shown?.remove();
    if (!picture?.renditions.length) {
      this.image = null;
      return;
    }
    const { element, image } = shownPicture(picture, { className: "k-viewer-picture", sizes: "100vw" });
    this.#shown = element;
    this.image = image;
    this.element.append(element);
    if (!sameOne) this.#view = { scale: 1, x: 0, y: 0 };
    this.#fit();
  }

  get isZoomed() {
    return this.#view.scale > 1.001;
  }

  /** Whole, or one pixel of the picture for one of the screen, around a point of the window. */
  toggleActualSize(point = null) {
    if (this.image) this.zoomTo(this.isZoomed ? 1 : this.#actualScale(), point);
  }

  /** @param {number} scale 1 is whole @param {{x: number, y: number} | null} point of the window that stays where it is */
  zoomTo(scale, point = null) {
    if (!this.image) return;
    const next = Math.min(Math.max(scale, 1), Math.max(LARGEST, this.#actualScale()));
    const box = this.element.getBoundingClientRect();
    const [x, y] = point ? [point.x - box.x - box.width / 2, point.y - box.y - box.height / 2] : [0, 0];
    const grown = next / this.#view.scale;
    this.#view = { scale: next, x: x - (x - this.#view.x) * grown, y: y - (y - this.#view.y) * grown };
    if (this.isZoomed) this.#fetchAllPixels();
    this.#apply();
  }

  get scale() {
    return this.#view.scale;
  }

  /** Move the picture under the hand. @param {number} x @param {number} y in CSS pixels */
  panBy(x, y) {
    this.#view = { ...this.#view, x: this.#view.x + x, y: this.#view.y + y };
    this.#apply();
  }

  /** Follow a finger that may turn out to mean another picture, or away. */
  lean(x, y) {
    if (this.image) this.image.style.translate = `${x}px ${y}px`;
  }

  dispose() {
    this.#size.disconnect();
  }

  /** How much larger than whole the picture is when its pixels are the screen's. */
  #actualScale() {
    const { width } = originalCanBeShown(this.#picture) ? this.#picture : ladder(this.#picture).at(-1);
    const scale = width / window.devicePixelRatio / this.#whole.width;
    return scale > 1.01 ? scale : TWICE;
  }

  async #fetchAllPixels() {
    const { image } = this;
    const picture = this.#picture;
    if (!originalCanBeShown(picture) || linksAreOver(picture) || image.dataset.all) return;
    image.dataset.all = "on its way";
    const all = new Image();
    all.src = picture.original_url;
    await all.decode().catch(() => {}); // then the largest smaller copy stays on the stage
    if (!all.naturalWidth || this.image !== image) return;
    onlyPlain(image);
    image.removeAttribute("srcset");
    image.src = picture.original_url;
    image.dataset.all = "here";
  }

  #fit() {
    if (!this.image) return;
    const room = this.element.getBoundingClientRect();
    const aspect = aspectOf(this.#picture);
    const width = Math.min(room.width, room.height * aspect, this.#picture.width ?? Infinity);
    this.#whole = { width, height: width / aspect };
    this.image.style.width = `${width}px`;
    this.image.style.height = `${width / aspect}px`;
    showAs(this.image, `${Math.ceil(width)}px`);
    this.#apply();
  }

  #apply() {
    const room = this.element.getBoundingClientRect();
    const { scale } = this.#view;
    const most = (all, seen) => Math.max(0, (all * scale - seen) / 2);
    const [mostX, mostY] = [most(this.#whole.width, room.width), most(this.#whole.height, room.height)];
    const x = Math.min(Math.max(this.#view.x, -mostX), mostX);
    const y = Math.min(Math.max(this.#view.y, -mostY), mostY);
    this.#view = { scale, x, y };
    this.image.style.translate = "";
    this.image.style.transform = scale === 1 ? "" : `translate(${x}px, ${y}px) scale(${scale})`;
    this.element.toggleAttribute("data-zoomed", this.isZoomed);
  }
}

/** Have the neighbours' pictures ready before they are asked for. @param {(import("../picture_links.js").Picture | undefined)[]} pictures */
export function fetchAhead(pictures) {
  for (const picture of pictures) {
    if (!picture?.renditions.length || isBeingMade(picture)) continue;
    const width = Math.ceil(Math.min(window.innerWidth, window.innerHeight * aspectOf(picture)));
    shownPicture(picture, { className: "", sizes: `${width}px` });
  }
}
