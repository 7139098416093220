/** The tables of the logistic domain, from integers alone so that every engine and language has the same ones. */

/** ln(p / (1 − p)) × 256 goes from −2047 to 2047. */
export const MOST_STRETCHED = 2047;

/** Stretched value + 2048 → probability × 65536, which is never 0 or 1. */
export const SQUASHED = new Int32Array(4096);

/** Probability × 4096 → stretched value. */
export const STRETCHED = new Int32Array(4096);

/** How many times a context was met → by how much of the difference it moves: 8192 ÷ (times + 1.6). */
export const RATES = new Int32Array(1024);

// e^(1/256) in 60 binary digits after the point, to the power of one more in each round.
const ONE = 1n << 60n;
const STEP = 1157433911791679357n;
let power = ONE;
for (let x = 0; x <= 2048; x++) {
  const p = Number((65536n * power) / (power + ONE));
  if (x < 2048) SQUASHED[2048 + x] = Math.min(p, 65536 - 24);
  SQUASHED[2048 - x] = Math.max(65536 - p, 24);
  power = (power * STEP) >> 60n;
}
for (let p = 0, x = -2047; p < 4096; p++) {
  while (x < MOST_STRETCHED && SQUASHED[2048 + x] < p * 16 + 8) x++;
  STRETCHED[p] = x;
}
for (let times = 0; times < 1024; times++) RATES[times] = Math.floor(81920 / (10 * times + 16));
