/** A picture in the page: the lightest kind this browser shows, JPEG for those that show no other. */

import { kindsOf, ladder, linkIsOver, srcset } from "./picture_links.js";

/** @typedef {import("./picture_links.js").Picture} Picture */

/**
 * @param {Picture} picture one that has smaller copies
 * @param {{className: string, sizes: string, onBroken?: () => void}} options `onBroken` when no kind of it loads
 * @returns {{element: HTMLPictureElement, image: HTMLImageElement}} `element` has no box of its own
 */
export function shownPicture(picture, { className, sizes, onBroken }) {
  const element = document.createElement("picture");
  element.className = "k-shown-picture";
  const image = new Image();
  image.className = className;
  image.alt = picture.alt || picture.name;
  image.draggable = false;
  image.addEventListener("error", () => {
    if (!onlyPlain(image)) onBroken?.();
  });
  // The other kinds stand before the image gets an address, or it would fetch that one first.
  element.append(...lighterKinds(picture, sizes), image);
  image.sizes = sizes;
  image.srcset = srcset(picture);
  image.src = ladder(picture).at(-1).url;
  return { element, image };
}

/** Say how wide it is shown, as `sizes` of HTML. @param {HTMLImageElement} image */
export function showAs(image, sizes) {
  for (const one of [...sourcesOf(image), image]) one.sizes = sizes;
}

/**
 * Leave the plain kind alone, without any lighter one beside it.
 * @param {HTMLImageElement} image
 * @returns {boolean} whether there was another
 */
export function onlyPlain(image) {
  const others = sourcesOf(image);
  for (const one of others) one.remove();
  return others.length > 0;
}

/**
 * Take over what an earlier element of the same picture shows already, so that nothing flashes. A lighter kind that has
 * come since waits for the next visit: what is there need not be fetched again.
 * @param {HTMLImageElement | null | undefined} image of the earlier element
 * @param {Picture} picture as it is known now
 * @returns {HTMLPictureElement | null} null when it shows nothing that could be kept
 */
export function keptPicture(image, picture) {
  if (!image?.complete || !image.naturalWidth || !picture.renditions.length) return null;
  image.alt = picture.alt || picture.name;
  if (linkIsOver(image.src)) {
    onlyPlain(image);
    image.srcset = srcset(picture);
    image.src = ladder(picture).at(-1).url;
  }
  return image.closest("picture");
}

function sourcesOf(image) {
  return [...(image.parentElement?.querySelectorAll("source") ?? [])];
}

function lighterKinds(picture, sizes) {
  return kindsOf(picture).map((kind) => {
    const source = document.createElement("source");
    source.type = kind;
    source.sizes = sizes;
    source.srcset = srcset(picture, kind);
    return source;
  });
}
