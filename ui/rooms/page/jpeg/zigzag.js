/** The order in which a JPEG lists the 64 coefficients of a block: rising frequency, in diagonals. */

/** Place in the list → place in the block, row × 8 + column. */
export const NATURAL = new Uint8Array(64);

/** Place in the block → place in the list. */
export const LISTED = new Uint8Array(64);

for (let diagonal = 0, listed = 0; diagonal < 15; diagonal++) {
  const first = Math.max(0, diagonal - 7);
  const last = Math.min(7, diagonal);
  for (let step = first; step <= last; step++, listed++) {
    const row = diagonal % 2 ? step : diagonal - step;
    NATURAL[listed] = row * 8 + (diagonal - row);
    LISTED[NATURAL[listed]] = listed;
  }
}
