/** Where each frame of the contact sheet stands: justified rows, and under each row the edge with the numbers. */

import { justifiedRows } from "../../../components/grid/justified_rows.js";

const EDGE = 22; // CSS pixels; as `--k-print-edge` in the style sheet
const PHONE = 600;
const NO_PICTURE = 1; // width by height of what cannot be shown
const [ROOMY, NARROW] = [
  { aim: 200, gap: 8 },
  { aim: 118, gap: 4 },
];
const BELOW = 8; // between an edge and the next row

/** @typedef {ReturnType<typeof sheetLayout>} SheetLayout */

/**
 * @param {import("../state.js").Frame[]} frames
 * @param {number} width of the sheet in CSS pixels
 */
export function sheetLayout(frames, width) {
  const { aim, gap } = width < PHONE ? NARROW : ROOMY;
  const { places, rows, height } = justifiedRows(frames.map(aspectOf), { width, aim, gap });
  const more = EDGE + BELOW - gap; // what a row takes beyond the gallery's
  return {
    places: places.map((place) => ({ ...place, top: place.top + place.row * more })),
    rows: rows.map((row, index) => ({ ...row, top: row.top + index * more, height: row.height + EDGE })),
    height: rows.length ? height + rows.length * more + gap : 0,
  };
}

/** @param {import("../state.js").Frame} frame @returns {number} width by height */
export function aspectOf({ width, height }) {
  return width && height ? width / height : NO_PICTURE;
}
