/** All sections one below the other: which are where, and what stands at a height of the grid. */

import { aspectOf } from "../picture_links.js";
import { sectionLayout } from "./section_layout.js";

const FIRST_GUESS = 4 / 3;
const ENOUGH_SEEN = 30;
const MOVED_MUCH = 0.1; // smaller changes of the mean would only make every height that is not known yet tremble

/** @typedef {import("../library/section.js").Section} Section */
/** @typedef {import("./section_layout.js").SectionLayout} SectionLayout */
/** @typedef {{section: number, at: number}} Spot a picture: the index of its section and its own in there */

export class Geometry {
  /** @type {readonly Section[]} */
  sections;
  /** @type {SectionLayout[]} */
  layouts;
  /** @type {number[]} where each section begins, in CSS pixels */
  tops = [];
  height = 0;
  room;
  #usualAspect;
  #kept;

  /**
   * @param {readonly Section[]} sections
   * @param {import("./section_layout.js").Room} room
   * @param {Geometry | null} before whose layouts are taken over where nothing changed
   */
  constructor(sections, room, before) {
    this.sections = sections;
    this.room = room;
    this.#usualAspect = usualAspect(sections, before ? before.#usualAspect : FIRST_GUESS);
    const isSame = before?.room === room && before.#usualAspect === this.#usualAspect;
    this.#kept = isSame ? before.#kept : new WeakMap();
    this.layouts = sections.map((section) => this.#layoutOf(section));
    for (const { height } of this.layouts) {
      this.tops.push(this.height);
      this.height += height;
    }
  }

  /** The section at a height, the nearest one beyond the ends; -1 when there is none. @param {number} y */
  sectionAt(y) {
    let [low, high] = [0, this.tops.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.tops[middle] <= y) low = middle;
      else high = middle;
    }
    return this.tops.length ? low : -1;
  }

  /** The indexes of all sections that touch a stretch. @returns {number[]} */
  sectionsBetween(from, to) {
    if (!this.tops.length || to < 0 || from > this.height) return [];
    const first = this.sectionAt(from);
    return Array.from({ length: this.sectionAt(to) - first + 1 }, (_, at) => first + at);
  }

  /** @param {string | null} id @returns {Spot | null} null when the picture is not here */
  find(id) {
    for (const [section, layout] of this.layouts.entries()) {
      const at = id === null ? -1 : layout.at(id);
      if (at >= 0) return { section, at };
    }
    return null;
  }

  /** @param {Spot} spot @returns {import("../picture_links.js").Picture} */
  pictureAt({ section, at }) {
    return this.sections[section].pictures[at];
  }

  /** Where a picture begins. @param {Spot} spot */
  topOf({ section, at }) {
    const layout = this.layouts[section];
    return this.tops[section] + layout.head + layout.places[at].top;
  }

  /** Where the pictures of a section end that are here. @param {number} index */
  endOfKnown(index) {
    return this.tops[index] + this.layouts[index].head + this.layouts[index].known;
  }

  /** Where in a section a goal of the keys will be, as far as one can tell before it is here. */
  whereIs(index, { end }) {
    return end === "last" ? this.tops[index] + this.layouts[index].height : this.endOfKnown(index);
  }

  /** The picture that stands where another one stood, which is gone. @param {string | null} id @param {Geometry} before */
  inPlaceOf(id, before) {
    const spot = before.find(id);
    const section = spot && this.sections.find(({ key }) => key === before.sections[spot.section].key);
    const there = section?.pictures[Math.min(spot.at, section.pictures.length - 1)];
    return (there ?? this.sections.find(({ pictures }) => pictures.length)?.pictures[0])?.id ?? null;
  }

  #layoutOf(section) {
    let layout = this.#kept.get(section);
    if (!layout) this.#kept.set(section, (layout = sectionLayout(section, this.room, this.#usualAspect)));
    return layout;
  }
}

function usualAspect(sections, before) {
  let [sum, seen] = [0, 0];
  for (const { pictures } of sections) {
    for (const picture of pictures) sum += aspectOf(picture);
    seen += pictures.length;
  }
  const mean = sum / seen;
  return seen >= ENOUGH_SEEN && Math.abs(mean - before) > MOVED_MUCH * before ? mean : before;
}
