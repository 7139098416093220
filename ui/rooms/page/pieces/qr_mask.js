/** Which of the eight patterns a QR code is laid over with: the one that leaves least of what cameras stumble over. */

/** Whether a module changes, by column and row. @type {((x: number, y: number) => boolean)[]} ISO/IEC 18004 table 10 */
export const MASKS = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

const RUN = /0{5,}|1{5,}/g;
const LIKE_A_FINDER = /(?=00001011101|10111010000)/g;

/** @param {boolean[][]} modules @returns {number} the penalty of ISO/IEC 18004 section 7.8.3: the less the better */
export function penalty(modules) {
  const rows = modules.map(asText);
  const columns = modules.map((_, x) => asText(modules.map((row) => row[x])));
  const lines = [...rows, ...columns].reduce((sum, line) => sum + lineCost(line), 0);
  const dark = rows.join("").split("1").length - 1;
  const off = Math.abs(dark / modules.length ** 2 - 0.5);
  return lines + 3 * squares(rows) + 10 * Math.floor(off * 20);
}

const asText = (line) => line.map(Number).join("");

function lineCost(line) {
  const runs = (line.match(RUN) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
  return runs + 40 * (line.match(LIKE_A_FINDER) ?? []).length;
}

/** Two by two of one colour. */
function squares(rows) {
  let count = 0;
  for (let y = 1; y < rows.length; y += 1) {
    for (let x = 1; x < rows.length; x += 1) {
      const one = rows[y][x];
      if (one === rows[y][x - 1] && one === rows[y - 1][x] && one === rows[y - 1][x - 1]) count += 1;
    }
  }
  return count;
}
