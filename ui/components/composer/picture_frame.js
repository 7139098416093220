/** One picture of the post: itself, its place, what is said about it, and the ways to move it and to take it out. */

import { ALT, MOST_ALT, PICTURES } from "../composer_texts.js";
import { icon } from "../icons.js";
import { isBeingMade } from "../picture_links.js";
import { COULD_NOT_BE_READ, GETTING_READY } from "../picture_texts.js";
import { shownPicture } from "../shown_picture.js";
import { made, pressable } from "../made.js";

const WIDTH = "176px"; // `composer.css`

export class PictureFrame {
  element = made("li", "k-frame");
  #image = made("div", "k-frame-picture");
  #place = made("span", "k-frame-place k-fact");
  #which = made("span", "k-unseen");
  #alt = document.createElement("textarea");
  #earlier;
  #later;
  #remove;
  #shown = "";
  #calls;

  /**
   * @param {{describe: (words: string) => void, move: (by: number) => void, remove: () => void, broken: () => void,
   *   isFixed: boolean}} calls `isFixed`: the pictures of a post that exists stay as they are
   */
  constructor(calls) {
    this.#calls = calls;
    this.#image.dataset.drag = "mouse";
    Object.assign(this.#alt, { className: "k-input k-frame-alt", rows: 2, maxLength: MOST_ALT });
    this.#alt.addEventListener("input", () => calls.describe(this.#alt.value));
    const words = made("label", "k-field");
    const label = made("span", "k-small k-soft", ALT.label);
    label.append(this.#which);
    words.append(label, this.#alt);
    this.#earlier = signed("left", PICTURES.earlier, () => calls.move(-1));
    this.#later = signed("right", PICTURES.later, () => calls.move(1));
    for (const button of [this.#earlier, this.#later]) button.classList.add("k-frame-moves");
    this.#remove = signed("close", PICTURES.remove, calls.remove);
    const grip = made("span", "k-flat k-frame-moves k-frame-grip");
    grip.title = PICTURES.drag;
    grip.dataset.drag = "all";
    grip.setAttribute("aria-hidden", "true"); // the buttons beside it do the same
    grip.append(icon("grip"));
    const does = made("div", "k-frame-does");
    does.append(this.#place, ...(calls.isFixed ? [] : [grip, this.#earlier, this.#later, this.#remove]));
    const side = made("div", "k-frame-words");
    side.append(does, words);
    this.element.append(this.#image, side);
  }

  /**
   * @param {import("../picture_links.js").Picture} picture as it is known now
   * @param {{at: number, count: number, alt: string}} place `at` is 0 for the first
   */
  show(picture, { at, count, alt }) {
    this.element.dataset.id = picture.id;
    const which = PICTURES.place(at + 1, count);
    this.element.ariaLabel = `${which}: ${picture.name}`;
    this.#which.textContent = ` ${which}`;
    for (const button of [this.#earlier, this.#later, this.#remove]) button.ariaLabel = `${button.title}: ${which}`;
    this.#place.textContent = `${at + 1} / ${count}`;
    this.#earlier.ariaDisabled = String(at === 0); // not `disabled`, which would take the focus from whoever pressed it
    this.#later.ariaDisabled = String(at === count - 1);
    if (document.activeElement !== this.#alt && this.#alt.value !== alt) this.#alt.value = alt;
    this.#showImage(picture);
  }

  /** Have reading go on here. */
  focus() {
    this.#remove.focus();
  }

  #showImage(picture) {
    const key = `${picture.status} ${picture.renditions[0]?.url ?? ""}`;
    if (key === this.#shown) return;
    this.#shown = key;
    this.element.dataset.status = picture.status;
    this.#image.replaceChildren(...this.#content(picture));
  }

  #content(picture) {
    if (picture.status === "failed") return [icon("trouble"), made("span", "", `${COULD_NOT_BE_READ}.`)];
    const line = isBeingMade(picture) ? [made("span", "k-frame-working")] : [];
    if (!picture.renditions.length) return [made("span", "k-small k-soft", GETTING_READY), ...line];
    const { element, image } = shownPicture(picture, { className: "", sizes: WIDTH, onBroken: this.#calls.broken });
    image.alt = ""; // its description stands beside it
    return [element, ...line];
  }
}

function signed(sign, label, onPress) {
  const button = pressable("k-flat", "", onPress);
  button.title = label;
  button.append(icon(sign));
  return button;
}
