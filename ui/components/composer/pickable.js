/** One picture in the dialog that chooses some: a checkbox that looks like a tile of the library. */

import { choose } from "../choosing/choosing_texts.js";
import { placeholder } from "../grid/placeholder.js";
import { icon } from "../icons.js";
import { aspectOf } from "../picture_links.js";
import { shownPicture } from "../shown_picture.js";
import { made } from "../made.js";

const NARROWEST = 0.6; // width by height: narrower ones are shown smaller, so that the ring has room beside them
const WIDEST = 3;

/**
 * @param {import("../picture_links.js").Picture} picture
 * @param {boolean} isChosen
 * @returns {HTMLElement} its input knows the picture as `kPicture`
 */
export function pickable(picture, isChosen) {
  const label = made("label", "k-pickable");
  label.style.setProperty("--k-aspect", String(Math.min(WIDEST, Math.max(NARROWEST, aspectOf(picture)))));
  label.title = picture.name;
  const input = document.createElement("input");
  Object.assign(input, { type: "checkbox", className: "k-pickable-input", checked: isChosen, tabIndex: -1 });
  input.ariaLabel = choose(picture.name);
  input.kPicture = picture;
  const ring = made("span", "k-tile-ring-drawn");
  ring.append(icon("check"));
  const parts = picture.placeholder ? [placeholder(picture.placeholder)] : [];
  if (picture.renditions.length) {
    const { element, image } = shownPicture(picture, { className: "k-pickable-picture", sizes: "220px" });
    Object.assign(image, { loading: "lazy", decoding: "async", alt: "" });
    parts.push(element);
  }
  label.append(input, ...parts, ring);
  return label;
}
