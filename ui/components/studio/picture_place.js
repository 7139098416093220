/** Where a picture lies on the stage: whole or at actual size, turned and cut as the copy is. */

/**
 * @typedef {{width: number, height: number}} Size
 * @typedef {{left: number, top: number, width: number, height: number}} Box in CSS pixels of its pane
 * @typedef {{rotate: number, crop: import("./settings.js").Crop | null}} Cut
 */

/** The shape of an upright picture after turning. @param {Size} size @param {number} rotate @returns {Size} */
export function turned({ width, height }, rotate) {
  return rotate % 180 ? { width: height, height: width } : { width, height };
}

/** What is left of it after turning and cutting. @param {Size} size @param {Cut} cut @returns {Size} */
export function cutSize(size, { rotate, crop }) {
  return crop ?? turned(size, rotate);
}

/**
 * @param {Size} pane
 * @param {Size} shape what is shown, in its pixels
 * @param {{actual: Size | null, margin: number, x: number, y: number}} view
 *   `actual` is the size in CSS pixels when it is not whole, `margin` what stays free around it when it is
 * @returns {Box}
 */
export function boxIn(pane, shape, { actual, margin, x, y }) {
  const room = { width: Math.max(1, pane.width - 2 * margin), height: Math.max(1, pane.height - 2 * margin) };
  const scale = Math.min(room.width / shape.width, room.height / shape.height, 1);
  const { width, height } = actual ?? { width: shape.width * scale, height: shape.height * scale };
  return {
    width,
    height,
    left: place(pane.width, width, x),
    top: place(pane.height, height, y),
  };
}

/** How far it may be moved each way, so that the pane stays full. @param {Size} pane @param {Size} box */
export function reach(pane, box) {
  return {
    x: Math.max(0, (box.width - pane.width) / 2),
    y: Math.max(0, (box.height - pane.height) / 2),
  };
}

/**
 * How an image of the whole upright picture is laid so that its cut part fills a box of this width.
 * @param {Size} size of the whole picture
 * @param {Cut} cut
 * @param {number} width of the box
 * @returns {{width: string, height: string, transform: string}} for its style
 */
export function layOf(size, cut, width) {
  const scale = width / cutSize(size, cut).width;
  const [w, h] = [size.width * scale, size.height * scale];
  const [x, y] = [(cut.crop?.x ?? 0) * scale, (cut.crop?.y ?? 0) * scale];
  const back = { 0: [0, 0], 90: [h, 0], 180: [w, h], 270: [0, w] }[cut.rotate]; // brings the turned corner to 0, 0
  return {
    width: `${w}px`,
    height: `${h}px`,
    transform: `translate(${back[0] - x}px, ${back[1] - y}px) rotate(${cut.rotate}deg)`,
  };
}

function place(all, own, moved) {
  return (all - own) / 2 + moved;
}
