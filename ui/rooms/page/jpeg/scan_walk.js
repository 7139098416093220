/** Goes through the blocks of a scan in the order in which a JPEG has them. */

/**
 * `block` gets the part of the scan and the place of the block's coefficients in the component's plane, `restart` the
 * number of the restart marker that stands here, from 0.
 * @typedef {{block: (part: number, place: number) => void, restart: (number: number) => void}} Visitor
 */

/**
 * The rows of MCUs from `first` up to `end` of a scan of several components; the planes begin with row `first`.
 * @param {import("./headers.js").Scan} scan
 * @param {import("./frame.js").Frame} frame
 * @param {number} first
 * @param {number} end
 * @param {Visitor} visitor
 */
export function walkInterleaved(scan, frame, first, end, visitor) {
  const parts = scan.parts.map(({ component }) => frame.components[component]);
  for (let row = first, mcu = first * frame.mcusWide; row < end; row++) {
    for (let column = 0; column < frame.mcusWide; column++, mcu++) {
      if (scan.restart && mcu && mcu % scan.restart === 0) visitor.restart(mcu / scan.restart - 1);
      for (let part = 0; part < parts.length; part++) {
        const { h, v, stride } = parts[part];
        for (let y = 0; y < v; y++) {
          const place = ((row - first) * v + y) * stride + column * h;
          for (let x = 0; x < h; x++) visitor.block(part, (place + x) << 6);
        }
      }
    }
  }
}

/**
 * A whole scan; one of a single component has only the blocks that hold picture.
 * @param {import("./headers.js").Scan} scan
 * @param {import("./frame.js").Frame} frame
 * @param {Visitor} visitor
 */
export function walkScan(scan, frame, visitor) {
  if (scan.parts.length > 1) return walkInterleaved(scan, frame, 0, frame.mcusHigh, visitor);
  const { wide, high, stride } = frame.components[scan.parts[0].component];
  for (let row = 0, block = 0; row < high; row++) {
    for (let column = 0; column < wide; column++, block++) {
      if (scan.restart && block && block % scan.restart === 0) visitor.restart(block / scan.restart - 1);
      visitor.block(0, (row * stride + column) << 6);
    }
  }
}
