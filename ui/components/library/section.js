/** A section of the library: a month, or the whole of a list without months. It never changes; a changed one is new. */

/**
 * @typedef {import("../picture_links.js").Picture} Picture
 * @typedef {Readonly<{key: string, count: number, isWhole: boolean, pictures: readonly Picture[],
 *   shapes: Float32Array, trouble: import("../api.js").Problem | null, cursor: string | null}>} Section
 *   `key` is a month such as `2024-06`, or empty; `count` how many pictures belong to it; `pictures` the first of them,
 *   as far as they are here; `shapes` width by height of those that were here before and were let go;
 *   `trouble` is why the next ones did not come; `cursor` where they begin
 */

const NO_SHAPES = new Float32Array();

/** @param {string} key @param {number} count @returns {Section} nothing of it is here yet */
export function awaited(key, count) {
  return { key, count, isWhole: false, pictures: [], shapes: NO_SHAPES, trouble: null, cursor: null };
}

/** With the pictures that come after those that are here. @param {Section} section @returns {Section} */
export function extended(section, pictures, cursor) {
  const all = [...section.pictures, ...pictures];
  const isWhole = cursor === null;
  const count = isWhole || section.key === "" ? all.length : Math.max(section.count, all.length + 1);
  return { ...section, pictures: all, isWhole, count, cursor, trouble: null };
}

/** With one picture more or fewer: `pictures` are those that are here now. @param {Section} section @returns {Section} */
export function changed(section, pictures, count) {
  return { ...section, pictures, count, shapes: NO_SHAPES };
}

/** Without its pictures, but as high as with them. @param {Section} section @param {(one: Picture) => number} aspectOf */
export function letGo(section, aspectOf) {
  const shapes = Float32Array.from(section.pictures, aspectOf);
  return { ...awaited(section.key, section.count), shapes: longer(shapes, section.shapes) };
}

function longer(shapes, before) {
  return shapes.length >= before.length ? shapes : before;
}
