/** How large the values may be that the model codes. */

/** Of coefficients; those of a sound picture of 8 bits need no more. */
export const MOST_BITS = 11;
export const LARGEST = (1 << MOST_BITS) - 1;
