/** Codes how large a value is that is not zero: its number of bits as a row of yes and no, then the bits themselves. */

const role = new URL(import.meta.url).search;
const { bit, contexts, evenBit, plainBit } = await import(`./coder.js${role}`);

/** Rows of yes and no have at most so many steps, one more than values have bits. */
export const STEPS = 12;

/** Bits below the first are learnt so deep; those below are even. */
const DEPTHS = 6;
/** How far below or above the middle the expectation lies, in quarters of the distance that the bit decides. */
const NEAREST = -12;
const DISTANCES = 24;
const lowerBits = contexts(6 * STEPS * DEPTHS * DISTANCES);

/**
 * @param {number} given the magnitude when encoding, from 1
 * @param {number} a the first of STEPS contexts
 * @param {number} b another first of STEPS
 * @param {number} c and a third
 * @param {number} set the first of STEPS sets of weights
 * @param {number} kind below 6, what shares the contexts of the lower bits
 * @param {number} expected in eighths; negative where the sign came out as the other one
 * @returns {number} the magnitude
 */
export function magnitude(given, a, b, c, set, kind, expected) {
  const bits = 32 - Math.clz32(given);
  let length = 1;
  while (length < STEPS - 1 && bit(bits > length ? 1 : 0, a + length, b + length, c + length, set + length)) length++;
  let value = 1;
  let context = lowerBits + (kind * STEPS + length) * DEPTHS * DISTANCES - NEAREST;
  for (let place = length - 2, depth = 0; place >= 0; place--, depth++, context += DISTANCES) {
    const one = (given >> place) & 1;
    if (depth >= DEPTHS) {
      value = (value << 1) | evenBit(one);
      continue;
    }
    const middle = ((value << 1) | 1) << (place + 3);
    let distance = (expected - middle) >> (place + 1);
    if (distance < NEAREST) distance = NEAREST;
    else if (distance >= NEAREST + DISTANCES) distance = NEAREST + DISTANCES - 1;
    value = (value << 1) | plainBit(one, context + distance);
  }
  return value;
}
