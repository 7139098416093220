/** How far a choice of many reaches: from one picture to another, or over all that the library shows. */

/** @typedef {import("../picture_links.js").Picture} Picture */
/** @typedef {import("../library/picture_list.js").PictureList} PictureList */

/**
 * Those between two pictures, both included, in the order of the list.
 * @param {PictureList} list
 * @param {string} one
 * @param {string} other
 * @returns {Promise<readonly Picture[]>} none when one of them is not in the list any more
 */
export async function rangeBetween(list, one, other) {
  return list.places.between(one, other);
}

/**
 * All that the library shows, those that are not here yet included; with a search, all that fit.
 * @param {PictureList} list
 * @param {AbortSignal} signal ends it
 * @returns {AsyncGenerator<readonly Picture[]>} more and more of them
 * @throws {import("../api.js").Problem}
 */
export async function* everyPicture(list, signal) {
  yield* list.places.every(signal);
}
