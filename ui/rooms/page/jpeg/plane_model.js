/** Codes the blocks of a band of one component, row after row: inner coefficients, edges, mean. */

const { forgetBlends } = await import("./blend.js");
const { LEFT, useSteps, views } = await import("./borders.js");
const { lookAround } = await import("./neighbours.js");
const { NATURAL } = await import("./zigzag.js");

const role = new URL(import.meta.url).search;
const { encoding } = await import(`./coder.js${role}`);
const { edge } = await import(`./edge.js${role}`);
const { innerCount, innerValues } = await import(`./inner.js${role}`);
const { mean } = await import(`./mean.js${role}`);
const { across, here, onward } = views();

/**
 * @param {Int16Array} plane the coefficients in listed order, block after block, and a block of zeros behind them
 * @param {number} stride blocks in a row
 * @param {number} rows
 * @param {Uint16Array | undefined} quantisation
 * @param {number} kind 0 for brightness and what is like it, 1 for colour
 */
export function codePlane(plane, stride, rows, quantisation, kind) {
  const zeros = (stride * rows) << 6;
  // Of the row above, replaced from the left by those of this row.
  const inner = new Uint8Array(stride);
  const upper = new Uint8Array(stride);
  const lefts = new Uint8Array(stride);
  const misses = new Int32Array(stride);
  const lower = new Int32Array(stride << 4);
  useSteps(quantisation);
  forgetBlends();
  for (let row = 0, place = 0; row < rows; row++) {
    let corner = 0;
    for (let column = 0; column < stride; column++, place += 64) {
      const above = row > 0;
      const beside = column > 0;
      const from = beside ? column - 1 : column;
      lookAround(place, row, column, stride, zeros);
      meet(lower, column);
      const aboveCount = above ? inner[column] : inner[from];
      const leftCount = beside ? inner[column - 1] : aboveCount;
      const cornerCount = above && beside ? corner : (leftCount + aboveCount + 1) >> 1;
      const given = encoding ? notZero(plane, place) : 0;
      const count = innerCount(given, kind, leftCount, aboveCount, cornerCount);
      const sum = innerValues(plane, place, count, kind);
      const upperUsual = ((above ? upper[column] : upper[from]) + upper[from] + 1) >> 1;
      const leftUsual = ((above ? lefts[column] : lefts[from]) + lefts[from] + 1) >> 1;
      upper[column] = edge(plane, place, kind, 0, above, count, sum, upperUsual, 0);
      lefts[column] = edge(plane, place, kind, 1, beside, count, sum, leftUsual, upper[column] ? 1 : 0);
      const missed = (above ? misses[column] : 0) + (beside ? misses[column - 1] : 0);
      misses[column] = mean(plane, place, kind, above, beside, count, missed);
      part(lower, column);
      corner = inner[column];
      inner[column] = count;
    }
  }
}

/**
 * Begin a block: take over what the block to the left and the one above show.
 * @param {Int32Array} lower
 * @param {number} column
 */
function meet(lower, column) {
  for (let n = 0; n < LEFT; n++) {
    across[n] = lower[(column << 4) + n];
    across[LEFT + n] = onward[LEFT + n];
  }
  here.fill(0);
  onward.fill(0);
}

/**
 * End a block: keep what it shows to the one below.
 * @param {Int32Array} lower
 * @param {number} column
 */
function part(lower, column) {
  for (let n = 0; n < LEFT; n++) lower[(column << 4) + n] = onward[n];
}

/**
 * @param {Int16Array} plane
 * @param {number} place
 * @returns {number} how many inner coefficients are not zero
 */
function notZero(plane, place) {
  let count = 0;
  for (let z = 4; z < 64; z++) if (plane[place + z] && NATURAL[z] > 7 && NATURAL[z] & 7) count++;
  return count;
}
