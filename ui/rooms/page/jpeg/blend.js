/** Finds out how far to go from one expectation towards another, from how well both did so far. */

const FARTHEST = 1023;

/** Per place: means of (second − first)² and of (second − first) × (value − first). */
const squares = new Int32Array(32);
const products = new Int32Array(32);

export function forgetBlends() {
  squares.fill(1024);
  products.fill(512);
}

/**
 * @param {number} place whose experience counts, below 32
 * @param {number} first
 * @param {number} second
 * @returns {number}
 */
export function blend(place, first, second) {
  const share = (products[place] / ((squares[place] >> 8) + 1)) | 0;
  return first + (Math.imul(second - first, share) >> 8);
}

/**
 * @param {number} place
 * @param {number} first
 * @param {number} second
 * @param {number} value what came
 */
export function learnBlend(place, first, second, value) {
  const across = within(second - first);
  squares[place] += (4 * across * across - squares[place]) >> 7;
  products[place] += (4 * across * within(value - first) - products[place]) >> 7;
}

/**
 * @param {number} distance
 * @returns {number}
 */
function within(distance) {
  return distance > FARTHEST ? FARTHEST : distance < -FARTHEST ? -FARTHEST : distance;
}
