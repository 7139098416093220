/** Puts numbers into few classes, finer where they are small, so that contexts are met often enough to learn. */

/**
 * @param {number} size
 * @param {number[]} borders the first number of each class but the first
 * @returns {Uint8Array} number → class
 */
function classes(size, borders) {
  return Uint8Array.from({ length: size }, (_, number) => borders.filter((border) => border <= number).length);
}

/** How many classes each of the tables below has. */
export const AMOUNTS = 12;
export const EXPECTED = 17;
export const COUNTS = 12;
export const AVERAGES = 16;

const MOST_AMOUNT = 4095;
const MOST_EXPECTED = 2047;

/** Of sums of magnitudes, in eighths. */
const AMOUNT = classes(MOST_AMOUNT + 1, [1, 3, 5, 8, 12, 18, 28, 44, 72, 128, 256]);

/** Of what a value is expected to be, in eighths. */
const EXPECTATION = classes(
  MOST_EXPECTED + 1,
  [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 23, 31, 43, 60, 90, 140],
);

/** Of how many coefficients are not zero. */
export const COUNT = classes(50, [1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 28]);

/** The same, where it is all that is known. */
export const AVERAGE = classes(50, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 18, 22, 30, 38]);

/**
 * @param {number} eighths
 * @returns {number} class of AMOUNT
 */
export function amount(eighths) {
  return AMOUNT[eighths > MOST_AMOUNT ? MOST_AMOUNT : eighths];
}

/**
 * @param {number} eighths of either sign
 * @returns {number} class of EXPECTATION
 */
export function expectation(eighths) {
  const size = eighths < 0 ? -eighths : eighths;
  return EXPECTATION[size > MOST_EXPECTED ? MOST_EXPECTED : size];
}
