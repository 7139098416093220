/** The sections that are in the page now, in their order. */

import { SectionFrame } from "./section_frame.js";

export class SectionFrames {
  #host;
  #goOn;
  /** @type {Map<string, SectionFrame>} by key */
  #frames = new Map();

  /** @param {HTMLElement} host @param {() => void} goOn asks again for what did not come */
  constructor(host, goOn) {
    this.#host = host;
    this.#goOn = goOn;
  }

  /** Where the tiles of a section stand that is in the page. @param {string} key @returns {HTMLElement} */
  listOf(key) {
    return this.#frames.get(key).list;
  }

  /** Have exactly these in the page. @param {number[]} indexes @param {import("./geometry.js").Geometry} geometry */
  become(indexes, geometry) {
    const keys = new Set(indexes.map((index) => geometry.sections[index].key));
    for (const [key, { element }] of this.#frames) {
      if (keys.has(key)) continue;
      element.remove();
      this.#frames.delete(key);
    }
    let next = this.#host.firstElementChild;
    for (const index of indexes) {
      const { element } = this.#placed(geometry, index);
      if (element === next) next = next.nextElementSibling;
      else this.#host.insertBefore(element, next);
    }
  }

  #placed({ sections, layouts, tops, room }, index) {
    const section = sections[index];
    let frame = this.#frames.get(section.key);
    if (!frame) this.#frames.set(section.key, (frame = new SectionFrame(section, this.#goOn)));
    frame.place(section, layouts[index], tops[index], room);
    return frame;
  }
}
