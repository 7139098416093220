/** Where the pictures of one section stand, and how high it is with those that have not come yet. */

import { aspectOf } from "../picture_links.js";
import { justifiedRows } from "./justified_rows.js";

const TROUBLE = 88; // a sentence and a button below a list whose end nobody knows

/** @typedef {import("../library/section.js").Section} Section */

/**
 * @typedef {{width: number, aim: number, gap: number, head: number, space: number}} Room in CSS pixels: `head` is the
 *   height of a month's heading, `space` what is left free below a section
 * @typedef {{places: import("./justified_rows.js").Place[], rows: import("./justified_rows.js").Row[], known: number,
 *   head: number, height: number, at: (id: string) => number}} SectionLayout
 *   places count from below the heading; `known` is the height of the rows whose pictures are here, `height` that of the
 *   whole section; `at` tells the index of a picture that is here, or −1
 * @param {Section} section
 * @param {Room} room
 * @param {number} usualAspect of pictures nobody here has seen
 * @returns {SectionLayout}
 */
export function sectionLayout(section, room, usualAspect) {
  const { pictures, shapes, count, key, trouble } = section;
  const aspects = pictures.map(aspectOf);
  for (let at = pictures.length; at < shapes.length; at++) aspects.push(shapes[at]);
  const { places, rows, height } = justifiedRows(aspects, room);
  const known = pictures.length ? (pictures.length < aspects.length ? places[pictures.length].top : height) : 0;
  const missing = Math.max(0, count - aspects.length);
  const head = key ? room.head : 0;
  const rest = missing ? estimatedHeight(missing, room, usualAspect) + (height ? room.gap : 0) : 0;
  const below = trouble && !missing ? TROUBLE : room.space;
  let indexes = null;
  const at = (id) => {
    indexes ??= new Map(pictures.map((one, index) => [one.id, index]));
    return indexes.get(id) ?? -1;
  };
  return { places, rows, known, head, height: head + height + rest + below, at };
}

/** Rows are filled from edge to edge, so their number follows from how wide all pictures are together. */
function estimatedHeight(count, { width, aim, gap }, aspect) {
  const rows = Math.max(1, Math.ceil((count * (aspect * aim + gap)) / (width + gap)));
  return rows * (aim + gap) - gap;
}
