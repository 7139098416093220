/** Reckoning with the part of a picture that is cut out: its shape, its limits, moving and resizing it. */

/**
 * @typedef {import("./settings.js").Crop} Crop
 * @typedef {{width: number, height: number}} Size
 */

const ASPECTS = { "1:1": 1, "4:5": 4 / 5, "35:45": 35 / 45 };
const LEAST = 16; // pixels a side; nobody means less
const INITIAL = 0.8; // of the picture, so that one sees that something is cut off

/** @param {string} shape @returns {number | null} width by height; null when it is free */
export function aspectOfShape(shape) {
  return ASPECTS[shape] ?? null;
}

/** The shape a part was cut in, as well as it can be told. @param {Crop} crop @returns {string} */
export function shapeOf({ width, height }) {
  const near = Object.entries(ASPECTS).find(([, aspect]) => Math.abs(width - height * aspect) <= 1);
  return near?.[0] ?? "free";
}

/** The largest part of this shape in the middle of a picture. @param {Size} size @param {string} shape @returns {Crop} */
export function firstPart(size, shape) {
  const aspect = aspectOfShape(shape);
  const width = aspect ? Math.min(size.width, size.height * aspect) : size.width * INITIAL;
  const height = aspect ? width / aspect : size.height * INITIAL;
  return whole({ x: (size.width - width) / 2, y: (size.height - height) / 2, width, height }, size);
}

/** @param {Crop} part @param {number} x @param {number} y how far, in pixels @param {Size} size @returns {Crop} */
export function movedPart(part, x, y, size) {
  return whole({ ...part, x: part.x + x, y: part.y + y }, size);
}

/**
 * One corner follows the hand, the opposite one stays.
 * @param {Crop} part
 * @param {{left: boolean, top: boolean}} corner
 * @param {{x: number, y: number}} to in pixels of the picture
 * @param {Size} size
 * @param {number | null} aspect
 * @returns {Crop}
 */
export function resizedPart(part, { left, top }, to, size, aspect) {
  const fixed = { x: left ? part.x + part.width : part.x, y: top ? part.y + part.height : part.y };
  const room = { width: left ? fixed.x : size.width - fixed.x, height: top ? fixed.y : size.height - fixed.y };
  let width = within(left ? fixed.x - to.x : to.x - fixed.x, room.width);
  let height = within(top ? fixed.y - to.y : to.y - fixed.y, room.height);
  if (aspect) {
    width = Math.min(Math.max(width, height * aspect), room.width, room.height * aspect);
    height = width / aspect;
  }
  return whole({ x: left ? fixed.x - width : fixed.x, y: top ? fixed.y - height : fixed.y, width, height }, size);
}

/** In whole pixels and inside. @param {Crop} part @param {Size} size @returns {Crop} */
function whole(part, size) {
  const width = Math.min(Math.round(part.width), size.width);
  const height = Math.min(Math.round(part.height), size.height);
  const held = (value, most) => Math.min(Math.max(Math.round(value), 0), most);
  return { x: held(part.x, size.width - width), y: held(part.y, size.height - height), width, height };
}

function within(length, most) {
  return Math.min(Math.max(length, Math.min(LEAST, most)), most);
}
