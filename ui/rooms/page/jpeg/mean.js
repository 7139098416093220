/** Codes the first coefficient of a block, its mean, as how far it is from what the borders demand. */

import { Refused } from "./refused.js";

const { blend, learnBlend } = await import("./blend.js");
const { LEFT, STEEPER, demanded, show } = await import("./borders.js");
const { COUNT, COUNTS, EXPECTED, expectation } = await import("./buckets.js");
const { LARGEST } = await import("./limits.js");

const role = new URL(import.meta.url).search;
const { bit, contexts, encoding, plainBit, weightSets } = await import(`./coder.js${role}`);
const { STEPS, magnitude } = await import(`./magnitude.js${role}`);

const DOUBTS = 16;
/** In blend.js, behind the edges' places. */
const BLENDS = 28;

const zeroByDoubt = contexts(2 * DOUBTS);
const zeroByCount = contexts(2 * COUNTS);
const zeroByMisses = contexts(2 * EXPECTED);
const zeroWeights = weightSets(2);
const sign = contexts(2 * DOUBTS);
const sizeByDoubt = contexts(2 * DOUBTS * STEPS);
const sizeByCount = contexts(2 * COUNTS * STEPS);
const sizeByMisses = contexts(2 * EXPECTED * STEPS);
const sizeWeights = weightSets(2 * STEPS);

/**
 * @param {Int16Array} plane
 * @param {number} place of the block
 * @param {number} kind of component
 * @param {boolean} above whether there is a block above
 * @param {boolean} beside whether there is one to the left
 * @param {number} count how many inner coefficients are not zero
 * @param {number} misses how far off the blocks above and to the left were, added
 * @returns {number} how far off this one was
 */
export function mean(plane, place, kind, above, beside, count, misses) {
  const both = above && beside ? 1 : 0;
  let smooth = 0;
  let steep = 0;
  let doubt = 0;
  if (above) {
    smooth += demanded(0, 0);
    steep += demanded(STEEPER, 0);
    doubt += jumps(0);
  }
  if (beside) {
    const smoothAbove = smooth;
    smooth += demanded(LEFT, 0);
    steep += demanded(LEFT + STEEPER, 0);
    doubt += jumps(LEFT);
    if (both) doubt = (doubt >> 1) + Math.abs(smooth - 2 * smoothAbove);
  }
  const eighths = blend(BLENDS + kind, smooth >> both, steep >> both);
  const guess = (eighths + 4) >> 3;
  const miss = missed(encoding ? plane[place] - guess : 0, kind, doubtClass(doubt), COUNT[count], misses, eighths - guess * 8);
  const value = guess + miss;
  if (value > LARGEST || value < -LARGEST) throw new Refused("bad_container", "mean");
  if (!encoding) plane[place] = value;
  if (above || beside) learnBlend(BLENDS + kind, smooth >> both, steep >> both, value * 8);
  show(0, value);
  return Math.abs(miss);
}

/**
 * How much the border's other frequencies jump, in eighths of the mean's step.
 * @param {number} view
 * @returns {number}
 */
function jumps(view) {
  let jump = 0;
  for (let n = 1; n < 8; n++) jump += Math.abs(demanded(view + n, 0));
  return jump;
}

/**
 * @param {number} doubt
 * @returns {number}
 */
function doubtClass(doubt) {
  const bits = 32 - Math.clz32(doubt);
  return bits < DOUBTS ? bits : DOUBTS - 1;
}

/**
 * @param {number} given
 * @param {number} kind
 * @param {number} doubt
 * @param {number} countClass
 * @param {number} misses
 * @param {number} rest of the guess that was rounded, in eighths
 * @returns {number}
 */
function missed(given, kind, doubt, countClass, misses, rest) {
  const doubtSite = kind * DOUBTS + doubt;
  const countSite = kind * COUNTS + countClass;
  const missSite = kind * EXPECTED + expectation(misses);
  if (!bit(given ? 1 : 0, zeroByDoubt + doubtSite, zeroByCount + countSite, zeroByMisses + missSite, zeroWeights + kind)) {
    return 0;
  }
  const negative = plainBit(given < 0 ? 1 : 0, sign + doubtSite);
  const size = magnitude(
    given < 0 ? -given : given,
    sizeByDoubt + doubtSite * STEPS,
    sizeByCount + countSite * STEPS,
    sizeByMisses + missSite * STEPS,
    sizeWeights + kind * STEPS,
    4 + kind,
    negative ? -rest : rest,
  );
  return negative ? -size : size;
}
