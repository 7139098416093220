/** The pictures of a post: one stands alone, more of them share a frame. */

import { undescribed } from "../feed_texts.js";
import { carousel } from "./carousel.js";
import { made } from "../made.js";
import { fillBox, pictureBox } from "./post_picture.js";

/**
 * @param {import("./post_list.js").Card} card
 * @param {{at: number, moved: (at: number) => void, onBroken: () => void, onDouble: () => void}} how
 *   `onDouble` when one is pressed or tapped twice
 * @returns {{element: HTMLElement, place: HTMLElement | null, near: () => void,
 *   renew: (card: import("./post_list.js").Card) => void}}
 *   `near` is to be called once it stands near the window: only then are pictures fetched
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
  const words = undescribed(author.display_name, 1, 1);
  let isNear = false;
  const fill = (isRenewed) => isNear && fillBox(element, picture, { words, onBroken, isRenewed });
  return {
    element,
    place: null,
    near: () => {
      isNear = true;
      fill(false);
    },
    renew: (newer) => {
      [picture] = newer.media;
      fill(true);
    },
  };
}
