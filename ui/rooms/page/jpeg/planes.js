/** Memory for coefficients, used again for the next picture: coding and the proof of it need it one after the other. */

let memory = new Int16Array(0);

/**
 * One plane per component for so many rows of MCUs, all zero; behind the blocks of each comes one of zeros.
 * @param {import("./frame.js").Frame} frame
 * @param {number} mcuRows
 * @returns {Int16Array[]}
 */
export function planesFor(frame, mcuRows) {
  const lengths = frame.components.map(({ stride, v }) => (stride * v * mcuRows + 1) << 6);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  if (memory.length < whole) memory = new Int16Array(whole);
  else memory.fill(0, 0, whole);
  let at = 0;
  return lengths.map((length) => memory.subarray(at, (at += length)));
}

/** Give the memory back. */
export function releasePlanes() {
  memory = new Int16Array(0);
}
