/** One picture of a post: its exact box with the placeholder, then the picture itself, whole. */

import { placeholder } from "../grid/placeholder.js";
import { aspectOf, ladder } from "../picture_links.js";
import { onlyPlain, shownPicture } from "../shown_picture.js";
import { made } from "./made.js";

export const COLUMN = 640; // CSS pixels, as `--k-text-width`
export const MOST_HEIGHT = 80; // hundredths of the window

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
 * @param {HTMLElement} box of the picture
 * @param {PostPicture} picture
 * @param {{words: string, onBroken: () => void}} how `words` for a picture that nobody described
 */
export function fillBox(box, picture, { words, onBroken }) {
  if (box.querySelector("img") || !picture.renditions.length) return;
  const sizes = `min(${COLUMN}px, 100vw, ${Math.round(MOST_HEIGHT * aspectOf(picture))}vh)`;
  const options = { className: "k-post-image", sizes, onBroken };
  const { element, image } = shownPicture({ ...picture, name: words }, options);
  image.decoding = "async";
  image.addEventListener("load", () => image.classList.add("k-loaded"), { once: true });
  if (image.complete && image.naturalWidth) image.classList.add("k-loaded", "k-at-once");
  box.append(element);
}

/** Give a picture that did not load its newer links. @param {HTMLElement} box @param {PostPicture} picture */
export function renewBox(box, picture) {
  const image = box.querySelector("img");
  if (!image || (image.complete && image.naturalWidth)) return;
  onlyPlain(image);
  image.addEventListener("load", () => image.classList.add("k-loaded"), { once: true });
  image.srcset = ladder(picture).map(({ url, width }) => `${url} ${width}w`).join(", ");
  image.src = ladder(picture).at(-1).url;
}
