/** Codes the 49 coefficients of a block that have both frequencies: how many are not zero, then each up to the last. */

import { Refused } from "./refused.js";

const { show } = await import("./borders.js");
const { AMOUNTS, AVERAGE, AVERAGES, COUNT, COUNTS, amount } = await import("./buckets.js");
const { near } = await import("./neighbours.js");
const { LISTED, NATURAL } = await import("./zigzag.js");

const role = new URL(import.meta.url).search;
const { bit, contexts, encoding, evenBit, weightSets } = await import(`./coder.js${role}`);
const { STEPS, magnitude } = await import(`./magnitude.js${role}`);

const INNER = NATURAL.map((_, z) => z).filter((z) => NATURAL[z] > 7 && NATURAL[z] & 7);

/** For each place in the list the four nearest inner ones before it: beside, above, diagonally, on its diagonal. */
const BEFORE = new Uint8Array(256);
for (const z of INNER) {
  const row = NATURAL[z] >> 3;
  const column = NATURAL[z] & 7;
  /** @type {(first: number[], ...others: number[][]) => number} the first of places that is inner and comes before */
  const earliest = (...places) => {
    const found = places.find(([y, x]) => y > 0 && x > 0 && y < 8 && x < 8 && LISTED[y * 8 + x] < z);
    return found ? LISTED[found[0] * 8 + found[1]] : z;
  };
  const beside = [row, column - 1];
  const above = [row - 1, column];
  const either = [beside, above];
  BEFORE[z * 4] = earliest(...either);
  BEFORE[z * 4 + 1] = earliest(above, beside);
  BEFORE[z * 4 + 2] = earliest([row - 1, column - 1], ...either);
  BEFORE[z * 4 + 3] = earliest([row + 1, column - 1], [row - 1, column + 1], ...either);
}

const countByAverage = contexts(2 * AVERAGES * 64);
const countByBoth = contexts(2 * COUNTS * COUNTS * 64);
const countByCorner = contexts(2 * COUNTS * 64);
const countWeights = weightSets(2 * 64);

/**
 * @param {number} given how many are not zero, when encoding
 * @param {number} kind of component
 * @param {number} left how many in the block to the left
 * @param {number} above
 * @param {number} corner
 * @returns {number}
 */
export function innerCount(given, kind, left, above, corner) {
  const a = countByAverage + ((kind * AVERAGES + AVERAGE[(left + above + 1) >> 1]) << 6);
  const b = countByBoth + (((kind * COUNTS + COUNT[left]) * COUNTS + COUNT[above]) << 6);
  const c = countByCorner + ((kind * COUNTS + COUNT[corner]) << 6);
  const set = countWeights + (kind << 6);
  // Many blocks have none; they should take one bit and not six.
  if (!bit(given ? 1 : 0, a, b, c, set)) return 0;
  let node = 1;
  for (let place = 5; place >= 0; place--) {
    node = (node << 1) | bit((given >> place) & 1, a + node, b + node, c + node, set + node);
  }
  if (node - 64 > 49) throw new Refused("bad_container", "count");
  return node - 64;
}

const zeroByAround = contexts(2 * 49 * AMOUNTS * COUNTS);
const zeroByBefore = contexts(2 * 49 * AMOUNTS * 6);
const zeroByLeft = contexts(2 * 49 * 50);
const zeroWeights = weightSets(2 * 49);
const sizeByLeft = contexts(2 * 49 * COUNTS * STEPS);
const sizeByBefore = contexts(2 * 49 * AMOUNTS * STEPS);
const sizeByBoth = contexts(2 * AMOUNTS * AMOUNTS * COUNTS * STEPS);
const sizeWeights = weightSets(2 * 49 * STEPS);

/**
 * @param {Int16Array} plane
 * @param {number} place of the block
 * @param {number} count how many are not zero
 * @param {number} kind of component
 * @returns {number} the sum of the magnitudes
 */
export function innerValues(plane, place, count, kind) {
  let sum = 0;
  for (let k = 0, left = count; left > 0 && k < 49; k++) {
    const z = INNER[k];
    const given = encoding ? plane[place + z] : 0;
    const around = near(plane, z);
    const before = k ? beforeIn(plane, place, z) : 0;
    const aroundClass = amount(around);
    const beforeClass = amount(before);
    const site = kind * 49 + k;
    const some = bit(
      given ? 1 : 0,
      zeroByAround + (site * AMOUNTS + aroundClass) * COUNTS + COUNT[left],
      zeroByBefore + (site * AMOUNTS + beforeClass) * 6 + (aroundClass > 5 ? 5 : aroundClass),
      zeroByLeft + site * 50 + left,
      zeroWeights + site,
    );
    if (!some) continue;
    const size = magnitude(
      given < 0 ? -given : given,
      sizeByLeft + (site * COUNTS + COUNT[left]) * STEPS,
      sizeByBefore + (site * AMOUNTS + beforeClass) * STEPS,
      sizeByBoth + (((kind * AMOUNTS + beforeClass) * AMOUNTS + aroundClass) * COUNTS + COUNT[count]) * STEPS,
      sizeWeights + site * STEPS,
      kind,
      around,
    );
    const value = evenBit(given < 0 ? 1 : 0) ? -size : size;
    if (!encoding) plane[place + z] = value;
    show(z, value);
    sum += size;
    left--;
  }
  return sum;
}

/**
 * @param {Int16Array} plane
 * @param {number} place of the block
 * @param {number} z
 * @returns {number} the mean of the magnitudes before it, roughly in eighths
 */
function beforeIn(plane, place, z) {
  const next = Math.abs(plane[place + BEFORE[z * 4]]) + Math.abs(plane[place + BEFORE[z * 4 + 1]]);
  const far = Math.abs(plane[place + BEFORE[z * 4 + 2]]) + Math.abs(plane[place + BEFORE[z * 4 + 3]]);
  return 4 * next + 2 * far;
}
