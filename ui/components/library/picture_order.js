/** Which of two pictures comes first in each order of the library, and the month a picture belongs to. */

/** @typedef {import("../picture_links.js").Picture} Picture */

/** When it was taken or, where the camera did not say, added: the time the library sorts by. @param {Picture} picture */
function shownAt({ taken_at: taken, created_at: created }) {
  return taken ?? created;
}

/** The month of that time, such as `2024-06`. @param {Picture} picture */
export function monthOf(picture) {
  return shownAt(picture).slice(0, 7);
}

const KEYS = {
  taken: (picture) => Date.parse(shownAt(picture)),
  created: () => 0, // ids grow with time
  bytes: ({ bytes }) => bytes,
  name: ({ name }) => name.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, ""),
};

/**
 * @param {{sort: string, order: string}} question
 * @returns {(one: Picture, other: Picture) => number} negative when `one` comes first
 */
export function comparing({ sort, order }) {
  const key = KEYS[sort];
  const sign = order === "asc" ? 1 : -1;
  return (one, other) => {
    const [a, b] = [key(one), key(other)];
    if (a !== b) return a < b ? -sign : sign;
    return one.id < other.id ? -sign : one.id > other.id ? sign : 0;
  };
}

/** Where a picture goes among others that are in order. @param {readonly Picture[]} pictures */
export function placeAmong(pictures, picture, compare) {
  let [low, high] = [0, pictures.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(pictures[middle], picture) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
