/**
 * What a block shows at its borders, by frequency along the border, and what its neighbours show there.
 *
 * A picture seldom jumps where two blocks meet. So along the upper border, for each horizontal frequency, the sum over
 * the vertical ones should be what the block above has at its lower border; of that sum all but the first term are
 * known when the first is coded, and so the first can be expected. There are two views of a border: `smooth` takes the
 * pixels next to it as equal, `steep` goes on with the slope between the two pixels before it. The first is better
 * in coarse pictures, the second in fine ones; `blend.js` finds out how much of each.
 */

const { NATURAL } = await import("./zigzag.js");

/** Weights of the frequencies across the border × 4096: of pixel 0, and of 1.5 × pixel 0 − 0.5 × pixel 1. */
const SMOOTH = Int32Array.of(1448, 2009, 1892, 1703, 1448, 1138, 784, 400);
const STEEP = Int32Array.of(1448, 2162, 2446, 2754, 2896, 2711, 2122, 1168);
/** An eighth of the first weight. */
const UNIT = 181;
const LARGEST = 32767;

/** Views in these arrays: upper smooth 0–7, upper steep 8–15, left smooth 16–23, left steep 24–31. */
export const LEFT = 16;
export const STEEPER = 8;

/** What the block shows of itself at its upper and its left border, as far as it is known. */
const here = new Int32Array(32);
/** What the block above shows at its lower border, and the block to the left at its right border. */
const across = new Int32Array(32);
/** What this block shows at its lower and its right border. */
const onward = new Int32Array(32);

/** By place in the list: the size of a step, and of an eighth of a step in the unit of the arrays. */
const steps = new Int32Array(64);
const units = new Int32Array(64);

/** The arrays; exported as they are they would be slow here, see coder.js. */
export function views() {
  return { here, across, onward };
}

/** @param {Uint16Array | undefined} quantisation in listed order */
export function useSteps(quantisation) {
  for (let z = 0; z < 64; z++) {
    steps[z] = quantisation?.[z] || 1;
    units[z] = UNIT * steps[z];
  }
}

/**
 * A coefficient is known now.
 * @param {number} z its place in the list
 * @param {number} value
 */
export function show(z, value) {
  let amplitude = Math.imul(value, steps[z]);
  if (amplitude > LARGEST) amplitude = LARGEST;
  else if (amplitude < -LARGEST) amplitude = -LARGEST;
  const row = NATURAL[z] >> 3;
  const column = NATURAL[z] & 7;
  const downSmooth = Math.imul(amplitude, SMOOTH[row]);
  const downSteep = Math.imul(amplitude, STEEP[row]);
  const rightSmooth = Math.imul(amplitude, SMOOTH[column]);
  const rightSteep = Math.imul(amplitude, STEEP[column]);
  here[column] += downSmooth;
  here[8 + column] += downSteep;
  here[16 + row] += rightSmooth;
  here[24 + row] += rightSteep;
  // At the far border every other frequency has the other sign.
  onward[column] += row & 1 ? -downSmooth : downSmooth;
  onward[8 + column] += row & 1 ? -downSteep : downSteep;
  onward[16 + row] += column & 1 ? -rightSmooth : rightSmooth;
  onward[24 + row] += column & 1 ? -rightSteep : rightSteep;
}

/**
 * What a coefficient has to be for this view of the border to have no jump.
 * @param {number} view place in the arrays
 * @param {number} z the coefficient's place in the list
 * @returns {number} in eighths
 */
export function demanded(view, z) {
  return ((across[view] - here[view]) / units[z]) | 0;
}
