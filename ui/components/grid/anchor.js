/** Keeps what one looks at where it is on the screen while heights around it change. */

import { picturesBetween } from "./justified_rows.js";

/**
 * @typedef {import("./geometry.js").Geometry} Geometry
 * @typedef {{key: string, id: string | null, part: number, offset: number}} Anchor
 *   a picture, or where none is here, a part of its section; `offset` is how far below the window's top it stands
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
  const { first, last } = picturesBetween(layout.rows, y - top - layout.head, y - top - layout.head);
  if (last >= first && first < section.pictures.length) {
    return { key: section.key, id: section.pictures[first].id, part: 0, offset: geometry.topOf({ section: index, at: first }) - above };
  }
  const part = Math.max(0, (y - top - layout.head) / (layout.height - layout.head));
  return { key: section.key, id: null, part, offset: line };
}

/** How far the grid must be above the window for the anchor to stand where it stood; null when it is gone. */
export function aboveFor(anchor, geometry) {
  const index = geometry.sections.findIndex(({ key }) => key === anchor.key);
  const spot = anchor.id === null ? null : geometry.find(anchor.id);
  if (spot) return geometry.topOf(spot) - anchor.offset;
  if (index < 0 || anchor.id !== null) return null;
  const { head, height } = geometry.layouts[index];
  return geometry.tops[index] + head + anchor.part * (height - head) - anchor.offset;
}
