/** Which tiles belong into the page, and what the window is near to. */

import { picturesBetween } from "./justified_rows.js";

const SCREENS_AHEAD = 3; // what is missing so near to the window is asked for

/** @typedef {import("./geometry.js").Geometry} Geometry */
/** @typedef {{above: number, screen: number, near: number}} View how much of the grid is above the window, how high the
 *   window is, and how far beyond it tiles stand ready; in CSS pixels */

/**
 * The sections to have in the page; that of the picture with the focus among them however far it is.
 * @param {Geometry} geometry @param {View} view @param {import("./geometry.js").Spot | null} current
 * @returns {number[]} indexes
 */
export function wantedSections(geometry, { above, screen, near }, current) {
  const indexes = geometry.sectionsBetween(above - near, above + screen + near);
  if (!current || indexes.includes(current.section)) return indexes;
  return [...indexes, current.section].sort((one, other) => one - other);
}

/**
 * The tiles to have in these sections, the picture with the focus among them.
 * @param {Geometry} geometry @param {View} view @param {import("./geometry.js").Spot | null} current
 * @param {number[]} indexes
 * @param {(key: string) => HTMLElement} listOf
 * @returns {import("./shown_tiles.js").Wanted[]}
 */
export function wantedTiles(geometry, { above, screen, near }, current, indexes, listOf) {
  return indexes.flatMap((index) => {
    const { pictures, count, key, isWhole } = geometry.sections[index];
    const { rows, places, head } = geometry.layouts[index];
    const begin = above - geometry.tops[index] - head;
    const { first, last } = picturesBetween(rows, begin - near, begin + screen + near);
    const ats = Array.from({ length: Math.max(0, Math.min(last, pictures.length - 1) - first + 1) }, (_, at) => first + at);
    const own = current?.section === index ? current.at : -1;
    if (own >= 0 && !ats.includes(own)) own < first ? ats.unshift(own) : ats.push(own);
    const isSeen = ({ top, height }) => top < begin + screen && top + height > begin;
    return ats.map((at) => ({
      picture: pictures[at],
      place: places[at],
      list: listOf(key),
      position: at + 1,
      size: key || isWhole ? count : -1,
      isCurrent: at === own,
      isSeen: at === own || isSeen(places[at]),
    }));
  });
}

/**
 * The sections the window is near to, the nearest first.
 * @param {Geometry} geometry @param {View} view
 * @returns {{key: string, isMissing: boolean}[]} `isMissing` where pictures that are not here yet would stand
 */
export function nearSections(geometry, { above, screen }) {
  const [from, to] = [above - SCREENS_AHEAD * screen, above + (1 + SCREENS_AHEAD) * screen];
  const end = (index) => geometry.tops[index] + geometry.layouts[index].height;
  const distance = (index) => Math.max(geometry.tops[index] - above - screen, above - end(index), 0);
  return geometry
    .sectionsBetween(from, to)
    .sort((one, other) => distance(one) - distance(other))
    .map((index) => ({
      key: geometry.sections[index].key,
      isMissing: geometry.endOfKnown(index) < to && end(index) > from,
    }));
}
