/** Where the keys lead from a picture in justified rows, also into the section before or after its own. */

/** @typedef {import("./section_layout.js").SectionLayout} SectionLayout */
/**
 * @typedef {{section: number, end: "first" | "last" | "index" | "nearest", at?: number, x?: number, y?: number}} Goal
 *   a picture that may not be here yet: the first, the last or number `at` of its section, or the one nearest to a point
 *   of it (`y` from below its heading)
 */

/**
 * @param {string} key as of KeyboardEvent
 * @param {import("./geometry.js").Spot} spot of the picture one is at
 * @param {import("./geometry.js").Geometry} geometry
 * @param {number} screen the height of the window in CSS pixels
 * @returns {Goal | null} null when the key means nothing here
 */
export function keyGoal(key, { section, at }, geometry, screen) {
  const { layouts } = geometry;
  const { places, rows } = layouts[section];
  const last = layouts.length - 1;
  const beside = (by) => {
    if (at + by >= 0 && at + by < geometry.sections[section].count) return { section, end: "index", at: at + by };
    return section + by < 0 || section + by > last ? null : { section: section + by, end: by > 0 ? "first" : "last" };
  };
  const x = places[at].left + places[at].width / 2;
  const row = (by) => {
    const next = rows[places[at].row + by];
    if (next) return { section, end: "nearest", x, y: next.top };
    const beyond = section + by;
    return beyond < 0 || beyond > last ? null : { section: beyond, end: "nearest", x, y: by > 0 ? 0 : Infinity };
  };
  const page = (by) => {
    const y = geometry.topOf({ section, at }) + by * screen * 0.8;
    const target = geometry.sectionAt(y);
    return { section: target, end: "nearest", x, y: y - geometry.tops[target] - layouts[target].head };
  };
  const goals = {
    ArrowLeft: () => beside(-1),
    ArrowRight: () => beside(1),
    ArrowUp: () => row(-1),
    ArrowDown: () => row(1),
    PageUp: () => page(-1),
    PageDown: () => page(1),
    Home: () => ({ section: 0, end: "first" }),
    End: () => ({ section: last, end: "last" }),
  };
  return goals[key]?.() ?? null;
}

/**
 * The picture a goal means, once it is here.
 * @param {Goal} goal
 * @param {SectionLayout} layout of its section
 * @param {import("../library/section.js").Section} section
 * @returns {number | null} its index in the section
 */
export function reached({ end, at: index, x, y }, { places, rows }, { pictures, count }) {
  if (!pictures.length) return null;
  if (end === "first") return 0;
  if (end === "index") return index < pictures.length ? index : null;
  if (end === "last") return pictures.length === count ? count - 1 : null;
  if (y === Infinity && pictures.length < count) return null;
  const row = rows.findLast(({ top, first }) => top <= Math.max(0, y) && first < pictures.length);
  let best = row.first;
  const distance = (at) => Math.abs(places[at].left + places[at].width / 2 - x);
  for (let at = row.first; at <= Math.min(row.last, pictures.length - 1); at++) {
    if (distance(at) < distance(best)) best = at;
  }
  return best;
}
