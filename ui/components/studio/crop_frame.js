/** The frame around the part that is cut out: dragged by hand, moved and resized by the arrow keys. */

import { CROP } from "../studio_texts.js";
import { aspectOfShape, movedPart, resizedPart } from "./crop_part.js";
import { made, pressable } from "../made.js";

const STEP = 0.01; // of the longer side, for a press of an arrow key
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const CORNERS = ["nw", "ne", "sw", "se"];

export class CropFrame {
  element = made("div", "k-crop");
  /** @type {HTMLButtonElement} stands among the stage's tools */
  done;
  #frame = made("div", "k-crop-frame");
  #calls;
  #size = { width: 1, height: 1 };
  #part = { x: 0, y: 0, width: 1, height: 1 };
  #shape = "free";
  #scale = 1;

  /** @param {{changed: (part: import("./settings.js").Crop) => void, done: () => void}} calls */
  constructor(calls) {
    this.#calls = calls;
    const frame = this.#frame;
    frame.tabIndex = 0;
    frame.setAttribute("role", "application"); // the arrow keys are its own
    frame.ariaLabel = CROP.frame;
    frame.append(...CORNERS.map((corner) => handle(corner)), made("p", "k-crop-size k-fact"));
    frame.addEventListener("keydown", (event) => this.#pressed(event));
    frame.addEventListener("pointerdown", (event) => this.#grasped(event));
    this.done = pressable("k-button k-button--main k-crop-done", CROP.done, calls.done);
    this.element.append(frame);
  }

  /**
   * @param {{width: number, height: number}} size of the upright, turned picture
   * @param {import("./settings.js").Crop} part
   * @param {string} shape
   */
  show(size, part, shape) {
    this.#size = size;
    this.#part = part;
    this.#shape = shape;
    this.#draw();
  }

  /** Lie over the picture. @param {{left: number, top: number, width: number, height: number}} box */
  place({ left, top, width, height }) {
    Object.assign(this.element.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    this.#scale = width / this.#size.width;
    this.#draw();
  }

  focus() {
    this.#frame.focus({ preventScroll: true });
  }

  #to(part) {
    this.#part = part;
    this.#draw();
    this.#calls.changed(part);
  }

  #draw() {
    const { x, y, width, height } = this.#part;
    const percent = (value, all) => `${(100 * value) / all}%`;
    const { width: w, height: h } = this.#size;
    Object.assign(this.#frame.style, {
      left: percent(x, w),
      top: percent(y, h),
      width: percent(width, w),
      height: percent(height, h),
    });
    this.#frame.setAttribute("aria-description", CROP.amount(this.#part));
    this.#frame.lastElementChild.textContent = `${width} × ${height}`;
  }

  #pressed(event) {
    if (event.key === "Enter" || event.key === "Escape") return this.#calls.done();
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const step = Math.max(1, Math.round(Math.max(this.#size.width, this.#size.height) * STEP));
    const [x, y] = [arrow[0] * step, arrow[1] * step];
    if (!event.shiftKey) return this.#to(movedPart(this.#part, x, y, this.#size));
    const { x: left, y: top, width, height } = this.#part;
    const aspect = aspectOfShape(this.#shape);
    const [dx, dy] = aspect ? [x + y * aspect, y + x / aspect] : [x, y];
    const to = { x: left + width + dx, y: top + height + dy };
    this.#to(resizedPart(this.#part, { left: false, top: false }, to, this.#size, aspect));
  }

  #grasped(event) {
    if (event.button > 0) return;
    event.preventDefault();
    this.focus();
    const corner = event.target.dataset?.corner;
    const over = new AbortController();
    const { signal } = over;
    const began = { x: event.clientX, y: event.clientY, part: this.#part };
    const moved = (next) => {
      const [x, y] = [(next.clientX - began.x) / this.#scale, (next.clientY - began.y) / this.#scale];
      if (corner) this.#to(this.#cornerTo(began.part, corner, x, y));
      else this.#to(movedPart(began.part, x, y, this.#size));
    };
    this.#frame.setPointerCapture(event.pointerId);
    this.#frame.addEventListener("pointermove", moved, { signal });
    for (const end of ["pointerup", "pointercancel"]) this.#frame.addEventListener(end, () => over.abort(), { signal });
  }

  #cornerTo(part, corner, x, y) {
    const [top, left] = [corner[0] === "n", corner[1] === "w"];
    const to = { x: (left ? part.x : part.x + part.width) + x, y: (top ? part.y : part.y + part.height) + y };
    return resizedPart(part, { left, top }, to, this.#size, aspectOfShape(this.#shape));
  }
}

function handle(corner) {
  const one = made("span", `k-crop-corner k-crop-${corner}`);
  one.dataset.corner = corner;
  return one;
}
