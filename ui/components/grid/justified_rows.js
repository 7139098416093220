/** Where each picture stands: rows filled to both edges at nearly the same height, nothing cropped. */

const PANORAMA = 3;
const MOST_GROWN = 1.6; // a row cut short by a panorama fills the width if it need not be taller than this × aim
const NARROWEST = 0.4; // a strip taller than that stands on well in a tile of this shape

/**
 * @typedef {{left: number, top: number, width: number, height: number, row: number}} Place in CSS pixels
 * @typedef {{first: number, last: number, top: number, height: number}} Row
 * @param {number[]} aspects width divided by height of each picture
 * @param {{width: number, aim: number, gap: number}} room in CSS pixels; `aim` is the height wished for
 * @returns {{places: Place[], rows: Row[], height: number}}
 */
export function justifiedRows(aspects, { width, aim, gap }) {
  const places = [];
  const rows = [];
  let top = 0;
  for (const row of rowsOf(aspects.map((one) => Math.max(one, NARROWEST)), { width, aim, gap })) {
    const height = Math.round(row.height);
    rows.push({ first: places.length, last: places.length + row.aspects.length - 1, top, height });
    let left = 0;
    for (const [index, aspect] of row.aspects.entries()) {
      const right = left + aspect * row.height;
      // Rounding each edge rather than each width keeps the gaps equal and the last edge on the edge.
      const [from, to] = [Math.round(left), Math.round(right)];
      places.push({ left: from + index * gap, top, width: to - from, height, row: rows.length - 1 });
      left = right;
    }
    top += height + gap;
  }
  return { places, rows, height: Math.max(0, top - gap) };
}

function* rowsOf(aspects, { width, aim, gap }) {
  let row = [];
  let sum = 0;
  const fitted = (count, total) => (width - gap * (count - 1)) / total;
  const asItIs = () => ({ aspects: row, height: Math.min(aim, fitted(row.length, sum)) });
  const start = (aspect) => {
    row = aspect === undefined ? [] : [aspect];
    sum = aspect ?? 0;
  };
  for (const aspect of aspects) {
    if (aspect > PANORAMA) {
      const filled = fitted(row.length, sum);
      if (row.length) yield filled > aim * MOST_GROWN ? asItIs() : { aspects: row, height: filled };
      yield { aspects: [aspect], height: Math.min(width / aspect, aim * 2) };
      start();
      continue;
    }
    const without = row.length ? fitted(row.length, sum) : Infinity;
    const withIt = fitted(row.length + 1, sum + aspect);
    if (withIt > aim) {
      row.push(aspect);
      sum += aspect;
    } else if (aim - withIt <= without - aim) {
      yield { aspects: [...row, aspect], height: withIt };
      start();
    } else {
      yield { aspects: row, height: without };
      start(aspect);
    }
  }
  if (row.length) yield asItIs();
}

/**
 * The pictures of all rows that touch a stretch of the page.
 * @param {Row[]} rows
 * @param {number} from
 * @param {number} to
 * @returns {{first: number, last: number}} indexes of pictures; `last` is before `first` when there are none
 */
export function picturesBetween(rows, from, to) {
  const firstRow = firstThat(rows, (row) => row.top + row.height >= from);
  const pastRow = firstThat(rows, (row) => row.top > to);
  if (firstRow >= pastRow) return { first: 0, last: -1 };
  return { first: rows[firstRow].first, last: rows[pastRow - 1].last };
}

function firstThat(rows, holds) {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(rows[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
