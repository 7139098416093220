/** Where the blocks around one are, and how large a coefficient is in them. */

/** Places of the blocks to the left, above, above left and above right; the best substitute where one is missing. */
const around = new Int32Array(4);

/**
 * @param {number} place of the block
 * @param {number} row
 * @param {number} column
 * @param {number} stride blocks in a row
 * @param {number} zeros place of a block of zeros
 */
export function lookAround(place, row, column, stride, zeros) {
  const above = place - (stride << 6);
  const left = column ? place - 64 : row ? above : zeros;
  around[0] = left;
  around[1] = row ? above : left;
  around[2] = row && column ? above - 64 : around[1];
  around[3] = row && column < stride - 1 ? above + 64 : left;
}

/**
 * @param {Int16Array} plane
 * @param {number} z
 * @returns {number} the mean of the magnitudes around, in eighths; the nearer two weigh twice as much
 */
export function near(plane, z) {
  const beside = Math.abs(plane[around[0] + z]) + Math.abs(plane[around[1] + z]);
  const diagonal = Math.abs(plane[around[2] + z]) + Math.abs(plane[around[3] + z]);
  return (11 * beside + 5 * diagonal) >> 2;
}
