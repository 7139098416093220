/** Where the arrow keys lead from a picture in justified rows. */

/**
 * @param {string} key as of KeyboardEvent
 * @param {number} index of the picture one is at
 * @param {{places: import("./justified_rows.js").Place[], rows: import("./justified_rows.js").Row[]}} layout
 * @returns {number | null} the picture to go to; null when the key means nothing here
 */
export function arrowTarget(key, index, { places, rows }) {
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, index - 1);
    case "ArrowRight":
      return Math.min(places.length - 1, index + 1);
    case "ArrowUp":
      return nearestIn(rows[places[index].row - 1], index, places);
    case "ArrowDown":
      return nearestIn(rows[places[index].row + 1], index, places);
    case "Home":
      return 0;
    case "End":
      return places.length - 1;
    default:
      return null;
  }
}

function nearestIn(row, index, places) {
  if (!row) return index;
  const middle = (place) => place.left + place.width / 2;
  const distance = (at) => Math.abs(middle(places[at]) - middle(places[index]));
  let best = row.first;
  for (let at = row.first + 1; at <= row.last; at++) if (distance(at) < distance(best)) best = at;
  return best;
}
