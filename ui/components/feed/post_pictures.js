/** The pictures of a post: one stands alone, more of them share a frame. */

import { undescribed } from "../feed_texts.js";
import { carousel } from "./carousel.js";
import { made } from "./made.js";
import { fillBox, pictureBox } from "./post_picture.js";

/**
 * @param {import("./post_list.js").Card} card
 * @param {{at: number, moved: (at: number) => void, onBroken: () => void, onDouble: () => void}} how
 *   `onDouble` when one is pressed or tapped twice
 * @returns {{element: HTMLElement, place: HTMLElement | null, renew: (card: import("./post_list.js").Card) => void,
 *   settle: () => void}}
 */
export function postPictures(card, { onDouble, ...how }) {
  const pictures = card.media.length > 1 ? carousel(card, how) : single(card, how);
  const element = made("div", "k-post-pictures", pictures.element);
  element.addEventListener("dblclick", ({ target }) => {
    if (!target.closest("button")) onDouble();
  });
  return { ...pictures, element };
}

function single({ media: [picture], author }, { onBroken }) {
  const element = pictureBox(picture);
  const how = { words: undescribed(author.display_name, 1, 1), onBroken };
  fillBox(element, picture, how);
  const renew = (newer) => fillBox(element, newer.media[0], { ...how, isRenewed: true });
  return { element, place: null, renew, settle: () => {} };
}
