/** The stage: the original to the left of a line, the smaller copy to its right, or both side by side. */

import { STAGE } from "../studio_texts.js";
import { listenToStageHands } from "./comparison_hands.js";
import { grip, lay, pane, tool } from "./comparison_parts.js";
import { made } from "../made.js";
import { boxIn, cutSize, layOf, reach } from "./picture_place.js";

const GROUNDS = ["black", "grey", "white"];
const MARGIN = 24; // CSS pixels around a whole picture
const PHONE = 600;
const UNCUT = { rotate: 0, crop: null };

export class Comparison {
  element = made("section", "k-stage");
  /** What lies over the picture and is told where that is: the frame of a crop. @type {((box: object) => void) | null} */
  onPlace = null;
  #view = made("div", "k-stage-view");
  #original = pane("k-stage-original");
  #result = pane("k-stage-result");
  #line = made("div", "k-stage-line");
  #range = document.createElement("input");
  #message = made("p", "k-stage-message");
  #corners = [made("span", "k-stage-corner", STAGE.original), made("span", "k-stage-corner", STAGE.result)];
  #buttons;
  #tools = made("div", "k-stage-tools");
  #fact = made("span", "k-stage-fact k-fact");
  #picture = null;
  #cut = UNCUT;
  /** @type {import("./results.js").Result | null} */
  #shown = null;
  #newest = null;
  #fullUrl = null;
  #isActual = false;
  #moved = { x: 0, y: 0 };
  #over = new AbortController();
  #size = new ResizeObserver(() => this.place());

  constructor() {
    this.element.ariaLabel = STAGE.label;
    this.element.dataset.ground = GROUNDS[0];
    Object.assign(this.#range, { type: "range", min: "0", max: "100", value: "50", className: "k-stage-range" });
    this.#range.ariaLabel = STAGE.compare;
    this.#range.addEventListener("input", () => this.place());
    this.#line.append(grip());
    this.#message.setAttribute("role", "status");
    this.#buttons = {
      sideways: tool("sideways", STAGE.sideways, () => this.toggle("sideways")),
      actual: tool("1:1", STAGE.actual, () => this.toggleActual()),
      ground: tool("ground", STAGE.ground, () => this.nextGround()),
    };
    this.#fact.setAttribute("aria-hidden", "true"); // the figures say it
    this.#tools.append(this.#fact, ...Object.values(this.#buttons));
    this.#view.append(this.#original.pane, this.#result.pane, ...this.#corners, this.#range, this.#line, this.#message);
    this.element.append(this.#view, this.#tools);
    listenToStageHands(this.#view, this, this.#over.signal);
    this.#size.observe(this.#view);
  }

  /** @param {import("./chosen_picture.js").ChosenPicture} picture */
  showOriginal(picture, message = "") {
    this.#picture = picture;
    this.#message.textContent = message;
    this.#original.image.alt = picture.media?.alt || picture.name;
    this.#fullUrl = null;
    if (picture.url) this.#original.image.src = picture.url;
    this.place();
  }

  /** How the original is turned and cut while there is no result. @param {import("./picture_place.js").Cut} cut */
  showCut(cut) {
    this.#cut = cut;
    this.place();
  }

  /** @param {import("./results.js").Result} result @param {import("./picture_place.js").Cut} cut its own */
  async showResult(result, cut) {
    const ready = new Image();
    ready.src = result.url;
    this.#newest = result;
    await ready.decode().catch(() => {}); // what cannot be shown can still be saved
    if (this.#newest !== result) return;
    this.#shown = result;
    this.#cut = cut;
    ready.alt = "";
    ready.draggable = false;
    this.#result.image.replaceWith(ready);
    this.#result.image = ready;
    this.place();
  }

  /** The result in short, for where the figures may be out of sight. @param {string} text */
  say(text) {
    this.#fact.textContent = text;
  }

  get isActual() {
    return this.#isActual;
  }

  get isSideways() {
    return this.element.hasAttribute("data-sideways");
  }

  /** @param {"sideways" | "cropping"} what @param {boolean} [isOn] */
  toggle(what, isOn) {
    this.element.toggleAttribute(`data-${what}`, isOn);
    if (what === "cropping") this.#isActual = false;
    this.#moved = { x: 0, y: 0 };
    this.place();
  }

  toggleActual() {
    this.#isActual = !this.#isActual;
    this.#moved = { x: 0, y: 0 };
    if (this.#isActual) this.#fetchAllPixels();
    this.place();
  }

  nextGround() {
    const { dataset } = this.element;
    dataset.ground = GROUNDS[(GROUNDS.indexOf(dataset.ground) + 1) % GROUNDS.length];
  }

  /** Move the line to a point of the window. @param {number} x */
  lineTo(x) {
    const { left, right } = this.#seen();
    const at = x - this.#view.getBoundingClientRect().left;
    this.#range.value = String(Math.round((100 * (at - left)) / (right - left)));
    this.place();
  }

  panBy(x, y) {
    this.#moved = { x: this.#moved.x + x, y: this.#moved.y + y };
    this.place();
  }

  /** Bring everything to where it belongs. */
  place() {
    const size = this.#pixels();
    const isCropping = this.element.hasAttribute("data-cropping");
    const both = Boolean(this.#shown) && !isCropping;
    this.element.toggleAttribute("data-both", both);
    this.element.toggleAttribute("data-moves", this.#isActual);
    this.#buttons.actual.setAttribute("aria-pressed", String(this.#isActual));
    this.#buttons.sideways.setAttribute("aria-pressed", String(this.isSideways));
    this.#original.pane.hidden = !this.#picture?.url;
    this.element.toggleAttribute("data-empty", !this.#picture?.url);
    if (!size) return;
    const box = this.#box(size);
    lay(this.#original, box, layOf(size, this.#cut, box.width));
    lay(this.#result, box, { width: `${box.width}px`, height: `${box.height}px`, transform: "" });
    this.onPlace?.(box);
    this.#placeLine(both && !this.isSideways);
  }

  /** Lay the frame of a crop over the picture. @param {import("./crop_frame.js").CropFrame} frame */
  lay(frame) {
    this.#view.append(frame.element);
    this.#tools.append(frame.done);
    this.onPlace = (box) => frame.place(box);
  }

  dispose() {
    this.#over.abort();
    this.#size.disconnect();
  }

  #box(size) {
    const { width, height } = this.#original.pane.getBoundingClientRect();
    const margin = this.#margin;
    const shape = cutSize(size, this.#cut);
    const pixels = window.devicePixelRatio;
    const own = this.#shown ?? shape;
    const actual = this.#isActual ? { width: own.width / pixels, height: own.height / pixels } : null;
    const far = actual ? reach({ width, height }, actual) : { x: 0, y: 0 };
    const held = (value, most) => Math.min(Math.max(value, -most), most);
    this.#moved = { x: held(this.#moved.x, far.x), y: held(this.#moved.y, far.y) };
    return boxIn({ width, height }, shape, { actual, margin, ...this.#moved });
  }

  /** @param {boolean} isShown whether the one ends where the other begins */
  #placeLine(isShown) {
    const percent = Number(this.#range.value);
    const { left, right } = this.#seen();
    const x = left + ((right - left) * percent) / 100;
    this.#range.setAttribute("aria-valuetext", STAGE.amount(percent));
    Object.assign(this.#range.style, { left: `${left}px`, width: `${right - left}px` });
    this.#line.style.left = `${x}px`;
    this.#result.pane.style.clipPath = isShown ? `inset(0 0 0 ${x}px)` : "";
    this.#original.pane.style.clipPath = isShown ? `inset(0 ${this.#view.clientWidth - x}px 0 0)` : "";
  }

  /** On a phone the picture goes from edge to edge, but not the frame of a crop, whose corners are to be grasped. */
  get #margin() {
    if (this.element.hasAttribute("data-cropping")) return MARGIN;
    return this.#view.clientWidth < PHONE ? 0 : MARGIN;
  }

  /** The part of the picture that is on the stage, from left to right. */
  #seen() {
    const { offsetLeft: left, offsetWidth: width } = this.#original.box;
    return { left: Math.max(0, left), right: Math.min(this.#view.clientWidth, left + width) };
  }

  #pixels() {
    const { width, height } = this.#picture ?? {};
    return width && height ? { width, height } : null;
  }

  async #fetchAllPixels() {
    const { fullUrl, url } = this.#picture;
    if (!fullUrl || fullUrl === url || this.#fullUrl === fullUrl) return;
    this.#fullUrl = fullUrl;
    const all = new Image();
    all.src = fullUrl;
    await all.decode().catch(() => {}); // then the largest smaller copy stays
    if (all.naturalWidth && this.#fullUrl === fullUrl) this.#original.image.src = fullUrl;
  }
}
