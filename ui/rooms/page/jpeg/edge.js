/** Codes the 7 coefficients of a block that have only one frequency: along its upper or along its left border. */

const { blend, learnBlend } = await import("./blend.js");
const { LEFT, STEEPER, demanded, show } = await import("./borders.js");
const { AMOUNTS, COUNT, COUNTS, EXPECTED, amount, expectation } = await import("./buckets.js");
const { near } = await import("./neighbours.js");
const { LISTED } = await import("./zigzag.js");

const role = new URL(import.meta.url).search;
const { bit, contexts, encoding, weightSets } = await import(`./coder.js${role}`);
const { STEPS, magnitude } = await import(`./magnitude.js${role}`);

/** The sum of magnitudes already coded of the edge counts at most so far. */
const MOST_SUM = 8;
const SUMS = MOST_SUM + 1;

/** What the borders demand of each coefficient, in eighths: by the smooth view, the steep one and between them. */
const smooth = new Int32Array(8);
const steep = new Int32Array(8);
const expected = new Int32Array(8);

const countByInner = contexts(4 * 8 * COUNTS * 8);
const countBySum = contexts(4 * 8 * AMOUNTS * 8);
const countByDemand = contexts(4 * 8 * 2 * 8);
const countWeights = weightSets(4 * 8);
const zeroBySmooth = contexts(28 * EXPECTED * 8);
const zeroBySteep = contexts(28 * EXPECTED * SUMS);
const zeroByAround = contexts(28 * 8 * AMOUNTS);
const zeroWeights = weightSets(28);
const signBySmooth = contexts(28 * EXPECTED * 2);
const signBySteep = contexts(28 * EXPECTED * 2);
const signBySum = contexts(28 * SUMS * 2);
const signWeights = weightSets(28);
const sizeBySmooth = contexts(28 * EXPECTED * 8 * STEPS);
const sizeBySteep = contexts(2 * EXPECTED * AMOUNTS * AMOUNTS * STEPS);
const sizeBySum = contexts(28 * SUMS * 8 * COUNTS * STEPS);
const sizeWeights = weightSets(28 * STEPS);

/**
 * @param {Int16Array} plane
 * @param {number} place of the block
 * @param {number} kind of component
 * @param {number} side 0 for the upper border, 1 for the left one
 * @param {boolean} known whether there is a block across it
 * @param {number} count how many inner coefficients are not zero
 * @param {number} sum of their magnitudes
 * @param {number} usual how many are not zero in this edge of the blocks beside
 * @param {number} other whether the edge coded before has any that is not zero
 * @returns {number} how many are not zero
 */
export function edge(plane, place, kind, side, known, count, sum, usual, other) {
  const sort = kind * 2 + side;
  const likely = expect(sort, side, known);
  const countClass = COUNT[count];
  const sumClass = amount(sum << 1);
  const given = encoding ? notZero(plane, place, side) : 0;
  const total = edgeCount(given, sort, usual, countClass, sumClass, likely * 2 + other);
  let before = 0;
  for (let n = 1, left = total; left > 0 && n < 8; n++) {
    const z = LISTED[side ? n * 8 : n];
    const aroundClass = amount(near(plane, z));
    const value = edgeValue(encoding ? plane[place + z] : 0, n, sort, left, before, aroundClass, countClass, sumClass);
    if (!value) continue;
    if (!encoding) plane[place + z] = value;
    show(z, value);
    learnBlend(sort * 7 + n - 1, smooth[n], steep[n], value * 8);
    before = Math.min(MOST_SUM, before + Math.abs(value));
    left--;
  }
  return total;
}

/**
 * @param {number} sort of edge
 * @param {number} side
 * @param {boolean} known
 * @returns {number} how many coefficients are expected not to be zero
 */
function expect(sort, side, known) {
  const view = side ? LEFT : 0;
  let likely = 0;
  for (let n = 1; n < 8; n++) {
    const z = LISTED[side ? n * 8 : n];
    smooth[n] = known ? demanded(view + n, z) : 0;
    steep[n] = known ? demanded(view + STEEPER + n, z) : 0;
    expected[n] = blend(sort * 7 + n - 1, smooth[n], steep[n]);
    if (expected[n] > 3 || expected[n] < -3) likely++;
  }
  return likely;
}

/**
 * @param {Int16Array} plane
 * @param {number} place
 * @param {number} side
 * @returns {number}
 */
function notZero(plane, place, side) {
  let count = 0;
  for (let n = 1; n < 8; n++) if (plane[place + LISTED[side ? n * 8 : n]]) count++;
  return count;
}

/**
 * @param {number} given
 * @param {number} sort
 * @param {number} usual
 * @param {number} countClass
 * @param {number} sumClass
 * @param {number} demand
 * @returns {number}
 */
function edgeCount(given, sort, usual, countClass, sumClass, demand) {
  const a = countByInner + (((sort * 8 + usual) * COUNTS + countClass) << 3);
  const b = countBySum + (((sort * 8 + usual) * AMOUNTS + sumClass) << 3);
  const c = countByDemand + ((sort * 16 + demand) << 3);
  const set = countWeights + (sort << 3);
  if (!bit(given ? 1 : 0, a, b, c, set)) return 0;
  let node = 1;
  for (let place = 2; place >= 0; place--) {
    node = (node << 1) | bit((given >> place) & 1, a + node, b + node, c + node, set + node);
  }
  return node - 8;
}

/**
 * @param {number} given
 * @param {number} n frequency along the edge
 * @param {number} sort
 * @param {number} left how many are still to come that are not zero
 * @param {number} before sum of the magnitudes before it
 * @param {number} aroundClass
 * @param {number} countClass
 * @param {number} sumClass
 * @returns {number} the coefficient
 */
function edgeValue(given, n, sort, left, before, aroundClass, countClass, sumClass) {
  const site = sort * 7 + n - 1;
  const smoothSite = site * EXPECTED + expectation(smooth[n]);
  const steepClass = expectation(steep[n]);
  const steepSite = site * EXPECTED + steepClass;
  const sumSite = site * SUMS + before;
  const some = bit(
    given ? 1 : 0,
    zeroBySmooth + smoothSite * 8 + left,
    zeroBySteep + steepSite * SUMS + before,
    zeroByAround + (site * 8 + left) * AMOUNTS + aroundClass,
    zeroWeights + site,
  );
  if (!some) return 0;
  const opposite = expected[n] < 0 ? 1 : 0;
  const negative = bit(
    given < 0 ? 1 : 0,
    signBySmooth + smoothSite * 2 + (smooth[n] < 0 ? 1 : 0),
    signBySteep + steepSite * 2 + (steep[n] < 0 ? 1 : 0),
    signBySum + sumSite * 2 + opposite,
    signWeights + site,
  );
  const kind = sort >> 1;
  const size = magnitude(
    given < 0 ? -given : given,
    sizeBySmooth + (smoothSite * 8 + left) * STEPS,
    sizeBySteep + (((kind * EXPECTED + steepClass) * AMOUNTS + aroundClass) * AMOUNTS + sumClass) * STEPS,
    sizeBySum + ((sumSite * 8 + left) * COUNTS + countClass) * STEPS,
    sizeWeights + site * STEPS,
    2 + kind,
    negative ? -expected[n] : expected[n],
  );
  return negative ? -size : size;
}
