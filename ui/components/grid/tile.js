/** One picture of the gallery: its placeholder, then itself, its facts under it, the ring that chooses it, how it is doing. */

import { choose } from "../choosing/choosing_texts.js";
import { icon } from "../icons.js";
import { bytesText, pixelsText } from "../picture_facts.js";
import { isBeingMade } from "../picture_links.js";
import { COULD_NOT_BE_READ, GETTING_READY, WHY } from "../picture_texts.js";
import { keptPicture, showAs, shownPicture } from "../shown_picture.js";
import { placeholder } from "./placeholder.js";

/**
 * A tile that shows its placeholder, and the picture only if an earlier tile has it already.
 * @param {import("../picture_links.js").Picture} picture
 * @param {HTMLElement | null} [before] the tile that showed this picture until now
 * @returns {HTMLElement} a list item that holds a link; the grid gives it its place
 */
export function tile(picture, before = null) {
  const item = made("div", "k-tile");
  item.setAttribute("role", "listitem");
  item.dataset.id = picture.id;
  item.dataset.status = picture.status;
  const link = made("a", "k-tile-link");
  link.href = `/m/${picture.id}`;
  link.draggable = false;
  link.append(...content(picture, before));
  const line = made("div", "k-tile-facts");
  line.setAttribute("aria-hidden", "true");
  item.append(link, line, ring(picture));
  for (const near of ["pointerenter", "focusin"]) item.addEventListener(near, () => writeFacts(line, picture));
  return item;
}

/**
 * Give it its place in the grid.
 * @param {HTMLElement} item
 * @param {import("./justified_rows.js").Place} place
 * @param {number} room the width of the grid, whose right edge its facts must not cross
 */
export function placeTile(item, { left, top, width, height }, room) {
  item.toggleAttribute("data-edge", left + width > room - 2);
  Object.assign(item.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  const image = item.querySelector("img");
  if (image) showAs(image, `${width}px`);
}

/** Show whether it is chosen. @param {HTMLElement} item @param {boolean} isChosen */
export function markTile(item, isChosen) {
  const ring = item.querySelector(".k-tile-ring");
  if (isChosen && !ring.firstElementChild.firstElementChild) ring.firstElementChild.append(icon("check"));
  item.toggleAttribute("data-chosen", isChosen);
  ring.ariaChecked = String(isChosen);
}

/**
 * Show the picture itself, if there is something to be shown that is not there yet.
 * @param {HTMLElement} item its tile
 * @param {import("../picture_links.js").Picture} picture
 * @param {{width: number, onBroken: () => void}} how how wide it is, in CSS pixels; `onBroken` when it does not load
 */
export function showPicture(item, picture, { width, onBroken }) {
  if (picture.status === "failed" || !picture.renditions.length || item.querySelector("img")) return;
  const { element, image } = shownPicture(picture, { className: "k-tile-picture", sizes: `${width}px`, onBroken });
  image.decoding = "async";
  image.width = picture.width;
  image.height = picture.height;
  image.addEventListener("load", () => image.classList.add("k-loaded"), { once: true });
  if (image.complete) image.classList.add("k-loaded", "k-at-once");
  const link = item.firstElementChild;
  link.insertBefore(element, link.querySelector(".k-tile-working, .k-tile-words"));
}

function content(picture, before) {
  if (picture.status === "failed") return failed(picture);
  const parts = picture.placeholder ? [placeholder(picture.placeholder)] : [];
  const kept = keptPicture(before?.querySelector("img"), picture);
  if (kept) parts.push(kept);
  if (isBeingMade(picture)) parts.push(...working(picture, parts.length || picture.renditions.length));
  return parts;
}

/** The arrow keys lead from picture to picture, so Tab does not stop here: Space chooses as well. */
function ring(picture) {
  const button = made("button", "k-tile-ring");
  button.type = "button";
  button.tabIndex = -1;
  button.setAttribute("role", "checkbox");
  button.ariaChecked = "false";
  button.ariaLabel = choose(picture.name);
  button.append(made("span", "k-tile-ring-drawn")); // its tick comes with the first choice
  return button;
}

function working(picture, hasPicture) {
  const line = made("span", "k-tile-working");
  if (hasPicture) return [line];
  const words = made("span", "k-tile-words");
  words.append(text("span", "k-tile-name", picture.name), text("span", "k-soft", GETTING_READY));
  return [words, line];
}

function failed(picture) {
  const words = made("span", "k-tile-words k-tile-failed");
  words.append(
    icon("trouble"),
    text("span", "k-tile-name", picture.name),
    text("span", "", COULD_NOT_BE_READ),
    text("span", "k-tile-why", WHY),
  );
  return [words];
}

/**
 * Shown under the tile on hover and focus, and not written before; the link already says the name, so this is for the eye.
 */
function writeFacts(line, picture) {
  if (line.firstElementChild) return;
  const numbers = [pixelsText(picture), bytesText(picture.bytes)].filter(Boolean).join(" · ");
  line.append(text("span", "k-tile-facts-name", picture.name), text("span", "k-tile-facts-numbers", numbers));
}

function made(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

function text(tag, className, words) {
  const element = made(tag, className);
  element.textContent = words;
  return element;
}
