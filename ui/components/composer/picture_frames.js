/** The pictures of the post one below the other: moved by hand and by keys, described, taken out. */

import { ALT, PICTURES } from "../composer_texts.js";
import { made } from "../made.js";
import { listenToDragging } from "./dragging.js";
import { PictureFrame } from "./picture_frame.js";

export class PictureFrames {
  element = made("div", "k-frames");
  #pictures;
  #list = made("ul", "k-frames-list");
  #count = made("p", "k-small k-soft");
  #said = made("p", "k-unseen");
  #isFixed;
  /** @type {Map<string, PictureFrame>} by the picture's id */
  #frames = new Map();
  #over = new AbortController();
  #leave;

  /**
   * @param {import("./post_pictures.js").PostPictures} pictures
   * @param {{isFixed: boolean, leave: () => void}} options `leave` puts the focus elsewhere when the last one is out
   */
  constructor(pictures, { isFixed, leave }) {
    this.#pictures = pictures;
    this.#isFixed = isFixed;
    this.#leave = leave;
    this.#list.setAttribute("role", "list");
    this.#said.setAttribute("role", "status");
    this.element.append(this.#list, this.#count, this.#said);
    listenToDragging(this.#list, ({ dataset: { id } }, by) => this.#move(id, by), this.#over.signal);
    pictures.onChange(() => this.#draw());
    this.#draw();
  }

  dispose() {
    this.#over.abort();
  }

  #draw() {
    const { pictures } = this.#pictures;
    const ids = new Set(pictures.map(({ id }) => id));
    for (const id of this.#frames.keys()) if (!ids.has(id)) this.#frames.delete(id);
    const items = pictures.map((picture, at) => {
      const frame = this.#frames.get(picture.id) ?? this.#newFrame(picture.id);
      frame.show(picture, { at, count: pictures.length, alt: this.#pictures.altOf(picture) });
      return frame.element;
    });
    putInOrder(this.#list, items);
    this.#countDescribed();
  }

  #newFrame(id) {
    const frame = new PictureFrame({
      isFixed: this.#isFixed,
      describe: (words) => {
        this.#pictures.describe(id, words);
        this.#countDescribed();
      },
      move: (by) => this.#move(id, by),
      remove: () => this.#remove(id),
      broken: () => this.#pictures.fetch(id).catch(() => {}), // its frame stays empty, and it can be posted
    });
    this.#frames.set(id, frame);
    return frame;
  }

  #move(id, by) {
    const { pictures } = this.#pictures;
    if (this.#isFixed || !this.#pictures.move(id, by)) return;
    const at = this.#pictures.pictures.findIndex((one) => one.id === id);
    this.#said.textContent = PICTURES.moved(at + 1, pictures.length);
  }

  #remove(id) {
    const at = this.#pictures.pictures.findIndex((one) => one.id === id);
    this.#pictures.hide(id);
    const { pictures } = this.#pictures;
    this.#said.textContent = PICTURES.removed(pictures.length);
    const next = pictures[Math.min(at, pictures.length - 1)];
    if (next) this.#frames.get(next.id).focus();
    else this.#leave();
  }

  #countDescribed() {
    const { described, pictures } = this.#pictures;
    this.#count.textContent = pictures.length ? ALT.counted(described, pictures.length) : "";
  }
}

/** Moved are the others around the one that is held or has the focus, which would lose both on its way. */
function putInOrder(list, items) {
  if (items.length === list.children.length && items.every((item, at) => item === list.children[at])) return;
  const still = items.find((item) => item.hasAttribute("data-dragged") || item.contains(document.activeElement));
  if (!still) return list.replaceChildren(...items);
  const at = items.indexOf(still);
  for (const item of [...list.children]) if (!items.includes(item)) item.remove();
  still.before(...items.slice(0, at));
  still.after(...items.slice(at + 1));
}
