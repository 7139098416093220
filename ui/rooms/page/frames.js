/** Frames of a data channel: one sealed chunk each, and what it is. */

const TYPE = 1;
const VERSION = 1;
export const FRAME_HEAD = 8; // bytes

/**
 * @param {number} slot the receiver's number for the object
 * @param {number} index of the chunk
 * @param {Uint8Array} sealed
 * @returns {Uint8Array}
 */
export function packFrame(slot, index, sealed) {
  const frame = new Uint8Array(FRAME_HEAD + sealed.length);
  const head = new DataView(frame.buffer);
  head.setUint8(0, TYPE);
  head.setUint8(1, VERSION);
  head.setUint16(2, slot);
  head.setUint32(4, index);
  frame.set(sealed, FRAME_HEAD);
  return frame;
}

/**
 * @param {ArrayBuffer} frame
 * @returns {{slot: number, index: number, sealed: Uint8Array} | null} null for one of another type or version
 */
export function unpackFrame(frame) {
  if (frame.byteLength < FRAME_HEAD) return null;
  const head = new DataView(frame);
  if (head.getUint8(0) !== TYPE || head.getUint8(1) !== VERSION) return null;
  return { slot: head.getUint16(2), index: head.getUint32(4), sealed: new Uint8Array(frame, FRAME_HEAD) };
}
