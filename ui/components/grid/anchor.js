/** Keeps what one looks at where it is on the screen while heights around it change. */

import { picturesBetween } from "./justified_rows.js";

/**
 * @typedef {import("./geometry.js").Geometry} Geometry
 * @typedef {{key: string, id: string | null, into: number, part: number, offset: number}} Anchor
 *   a picture or, where none is here, a place in its section: CSS pixels into the heading and a part of what is below it;
 *   `offset` is how far below the window's top it stands
 */

/**
 * @param {Geometry} geometry
 * @param {number} above how much of the grid is above the window
 * @param {number} line how far below the window's top one looks
 * @returns {Anchor | null} null while the grid begins below that line
 */
export function anchorAt(geometry, above, line) {
  const y = above + line;
  const index = geometry.sectionAt(y);
  if (above <= 0 || index < 0) return null;
  const section = geometry.sections[index];
  const layout = geometry.layouts[index];
  const top = geometry.tops[index];
  const below = y - top - layout.head;
  const { first, last } = picturesBetween(layout.rows, below, below);
  if (last >= first && first < section.pictures.length) {
    const offset = geometry.topOf({ section: index, at: first }) - above;
    return { key: section.key, id: section.pictures[first].id, into: 0, part: 0, offset };
  }
  const into = Math.min(layout.head, Math.max(0, y - top));
  const part = Math.max(0, below) / Math.max(1, layout.height - layout.head);
  return { key: section.key, id: null, into, part, offset: line };
}

/** How far the grid must be above the window for the anchor to stand where it stood; null when it is gone. */
export function aboveFor(anchor, geometry) {
  const index = geometry.sections.findIndex(({ key }) => key === anchor.key);
  const spot = anchor.id === null ? null : geometry.find(anchor.id);
  if (spot) return geometry.topOf(spot) - anchor.offset;
  if (index < 0 || anchor.id !== null) return null;
  const { head, height } = geometry.layouts[index];
  return geometry.tops[index] + anchor.into + anchor.part * (height - head) - anchor.offset;
}
