/** The viewer's elements: stage, bars, arrows, and what stands where a picture cannot be shown. */

import { icon } from "../icons.js";
import { isBeingMade } from "../picture_links.js";
import { COULD_NOT_BE_READ, GETTING_READY, TRY_AGAIN, VIEWER } from "../picture_texts.js";

/**
 * @param {HTMLElement} stage
 * @param {{close: () => void, step: (by: number) => void, facts: () => void, keys: () => void, zoom: () => void,
 *   ground: () => void}} calls
 */
export function viewerParts(stage, calls) {
  const dialog = document.createElement("dialog");
  dialog.className = "k-viewer";
  dialog.tabIndex = -1; // takes the focus itself, so that no button looks chosen when it opens
  const title = made("h2", "k-viewer-title");
  title.id = "k-viewer-title";
  dialog.setAttribute("aria-labelledby", title.id);
  const buttons = {
    zoom: button("1:1", VIEWER.oneToOne, calls.zoom),
    ground: button(icon("ground"), VIEWER.ground, calls.ground),
    facts: button(icon("info"), VIEWER.facts, calls.facts),
    keys: button("?", VIEWER.keys, calls.keys),
    close: button(icon("close"), VIEWER.close, calls.close),
    previous: button(icon("left"), VIEWER.previous, () => calls.step(-1)),
    next: button(icon("right"), VIEWER.next, () => calls.step(1)),
  };
  buttons.keys.classList.add("k-viewer-on-desks");
  buttons.previous.classList.add("k-viewer-previous", "k-viewer-control");
  buttons.next.classList.add("k-viewer-next", "k-viewer-control");
  const top = made("div", "k-viewer-top k-viewer-control");
  const place = made("span", "k-viewer-place k-fact");
  top.append(title, place, buttons.zoom, buttons.ground, buttons.facts, buttons.keys, buttons.close);
  const foot = made("div", "k-viewer-foot k-viewer-control");
  const message = made("div", "k-viewer-message");
  message.setAttribute("role", "status");
  const body = made("div", "k-viewer-body");
  body.append(stage, message, buttons.previous, buttons.next, top, foot);
  dialog.append(body);
  return { dialog, body, title, place, foot, message, buttons };
}

/**
 * What to say where no picture can be shown.
 * @param {import("../picture_links.js").Picture} picture
 * @param {() => void} onRetry
 * @returns {Node[]}
 */
export function insteadOf(picture, onRetry) {
  if (picture.renditions.length) return [];
  if (isBeingMade(picture)) return [words(GETTING_READY)];
  const again = made("button", "k-button");
  again.type = "button";
  again.textContent = TRY_AGAIN;
  again.addEventListener("click", onRetry);
  const sign = icon("trouble");
  sign.classList.add("k-alarm");
  const what = words(`${COULD_NOT_BE_READ}.`);
  what.className = "k-alarm";
  return [sign, what, ...(picture.reason ? [words(picture.reason)] : []), again];
}

/** @param {Node | string} sign its word stands beside it where there is room, and is its name everywhere */
function button(sign, label, onPress) {
  const press = made("button", "k-flat k-viewer-button");
  press.type = "button";
  press.title = label;
  const drawn = made("span", "k-viewer-sign");
  drawn.setAttribute("aria-hidden", "true");
  drawn.append(sign);
  const word = made("span", "k-viewer-word");
  word.textContent = label;
  press.append(drawn, word);
  press.addEventListener("click", onPress);
  return press;
}

function words(text) {
  const line = made("p", "");
  line.textContent = text;
  return line;
}

function made(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
