/** One picture of a post: its exact box with the placeholder, then the picture itself, whole. */

import { placeholder } from "../grid/placeholder.js";
import { aspectOf, ladder, linkIsOver, srcset } from "../picture_links.js";
import { onlyPlain, shownPicture } from "../shown_picture.js";
import { made } from "../made.js";

const COLUMN = 640; // CSS pixels, as `--k-text-width`
const MOST_HEIGHT = 80; // hundredths of the window

/** @typedef {import("./post_list.js").PostPicture} PostPicture */

/**
 * The box alone, which `fillBox` fills: a picture is fetched only when it is near the window.
 * @param {PostPicture} picture
 * @returns {HTMLElement}
 */
export function pictureBox(picture) {
  const box = made("div", "k-post-picture");
  box.style.setProperty("--k-shape", String(aspectOf(picture)));
  box.style.setProperty("--k-most", `${picture.width ?? COLUMN}px`);
  if (picture.placeholder) box.append(placeholder(picture.placeholder));
  return box;
}

/**
 * Show the picture, or ask for newer links when these have run out.
 * @param {HTMLElement} box of the picture
 * @param {PostPicture} picture
 * @param {{words: string, onBroken: () => void, isRenewed?: boolean}} how `words` for a picture that nobody described;
 *   `onBroken` when it does not load; `isRenewed` when its links have just come, whatever this device's clock says
 */
export function fillBox(box, picture, { words, onBroken, isRenewed = false }) {
  if (!picture.renditions.length) return;
  const image = box.querySelector("img");
  if (image) {
    if (isRenewed) renew(image, picture, words);
    return;
  }
  if (!isRenewed && linkIsOver(picture.renditions[0].url)) onBroken();
  else show(box, picture, { words, onBroken });
}

function show(box, picture, { words, onBroken }) {
  const sizes = `min(${COLUMN}px, 100vw, ${Math.round(MOST_HEIGHT * aspectOf(picture))}vh)`;
  const options = { className: "k-post-image", sizes, onBroken };
  const { element, image } = shownPicture({ ...picture, name: words }, options);
  image.decoding = "async";
  image.addEventListener("load", () => image.classList.add("k-loaded"), { once: true });
  if (image.complete && image.naturalWidth) image.classList.add("k-loaded", "k-at-once");
  box.append(element);
}

/** One that is there or on its way stays, so that nothing flashes. */
function renew(image, picture, words) {
  image.alt = picture.alt || words;
  if (!image.complete || image.naturalWidth) return;
  onlyPlain(image);
  image.addEventListener("load", () => image.classList.add("k-loaded"), { once: true });
  image.srcset = srcset(picture);
  image.src = ladder(picture).at(-1).url;
}
