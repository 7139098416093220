/** One picture of the gallery: its placeholder, then itself, its facts under it, the ring that chooses it, how it is doing. */

import { choose } from "../choosing/choosing_texts.js";
import { icon } from "../icons.js";
import { bytesText, pixelsText } from "../picture_facts.js";
import { isBeingMade } from "../picture_links.js";
import { COULD_NOT_BE_READ, GETTING_READY, WHY } from "../picture_texts.js";
import { keptPicture, showAs, shownPicture } from "../shown_picture.js";
import { placeholderCanvas } from "./thumbhash.js";

/**
 * @param {import("../picture_links.js").Picture} picture
 * @param {{onBroken: () => void, before?: HTMLElement | null}} calls `onBroken` when the picture does not load; `before`
 *   is the tile that showed this picture until now
 * @returns {HTMLElement} a list item that holds a link; the grid gives it its place
 */
export function tile(picture, { onBroken, before = null }) {
  const item = made("div", "k-tile");
  item.setAttribute("role", "listitem");
  item.dataset.id = picture.id;
  item.dataset.status = picture.status;
  const link = made("a", "k-tile-link");
  link.href = `/m/${picture.id}`;
  link.draggable = false;
  link.append(...content(picture, onBroken, before));
  item.append(link, facts(picture), ring(picture));
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
  item.toggleAttribute("data-chosen", isChosen);
  item.querySelector(".k-tile-ring").ariaChecked = String(isChosen);
}

function content(picture, onBroken, before) {
  if (picture.status === "failed") return failed(picture);
  const parts = picture.placeholder ? [placeholder(picture.placeholder)] : [];
  const kept = keptPicture(before?.querySelector("img"), picture);
  if (kept) parts.push(kept);
  else if (picture.renditions.length) parts.push(image(picture, onBroken));
  if (isBeingMade(picture)) parts.push(...working(picture, parts.length));
  return parts;
}

function placeholder(base64) {
  const canvas = placeholderCanvas(base64);
  canvas.className = "k-tile-placeholder";
  return canvas;
}

function image(picture, onBroken) {
  // 1px until it has its place, so that the largest is never asked for by default
  const { element, image: img } = shownPicture(picture, { className: "k-tile-picture", sizes: "1px", onBroken });
  img.decoding = "async";
  img.width = picture.width;
  img.height = picture.height;
  img.addEventListener("load", () => img.classList.add("k-loaded"), { once: true });
  if (img.complete) img.classList.add("k-loaded", "k-at-once");
  return element;
}

/** The arrow keys lead from picture to picture, so Tab does not stop here: Space chooses as well. */
function ring(picture) {
  const button = made("button", "k-tile-ring");
  button.type = "button";
  button.tabIndex = -1;
  button.setAttribute("role", "checkbox");
  button.ariaChecked = "false";
  button.ariaLabel = choose(picture.name);
  const drawn = made("span", "k-tile-ring-drawn");
  drawn.append(icon("check"));
  button.append(drawn);
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

/** Shown under the tile on hover and focus; the link already says the name, so this is for the eye. */
function facts(picture) {
  const line = made("div", "k-tile-facts");
  line.setAttribute("aria-hidden", "true");
  const numbers = [pixelsText(picture), bytesText(picture.bytes)].filter(Boolean).join(" · ");
  line.append(text("span", "k-tile-facts-name", picture.name), text("span", "k-tile-facts-numbers", numbers));
  return line;
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
