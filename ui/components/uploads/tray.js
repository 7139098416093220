/** The tray at the foot of the page while pictures are being added: one line, one bar, and the list behind it. */

import { UPLOADS } from "../picture_texts.js";
import { Pace } from "./pace.js";
import { TrayButtons } from "./tray_buttons.js";
import { showRows } from "./tray_rows.js";
import { countsOf, endedText, goingText } from "./tray_words.js";
import { percentOf } from "./upload.js";

const GOES_AWAY = 5000;
const BEAT = 1000; // the time left is told anew also while no byte moves

export class Tray {
  #queue;
  #unfinished;
  #makingText;
  #element = part("section", "k-tray");
  #line = part("p", "k-tray-line");
  #said = part("p", "k-unseen");
  #bar = part("div", "k-tray-bar");
  #list = part("ul", "k-tray-list");
  #buttons;
  #pace = new Pace();
  #told = "";
  #trouble = 0;
  #frame = 0;
  #timer = 0;

  /**
   * @param {import("./upload_queue.js").UploadQueue} queue
   * @param {import("./unfinished.js").UnfinishedUploads} unfinished
   * @param {() => void} choose opens the picker
   * @param {(done: number, all: number) => string} [makingText] what is said while the server reads them
   */
  constructor(queue, unfinished, choose, makingText = UPLOADS.making) {
    this.#queue = queue;
    this.#unfinished = unfinished;
    this.#makingText = makingText;
    this.#buttons = new TrayButtons(queue, {
      choose,
      giveUp: () => this.#giveUp(),
      list: () => this.#toggleList(),
      away: () => this.#away(),
    });
    Object.assign(this.#element, { ariaLabel: UPLOADS.region, hidden: true });
    this.#said.setAttribute("role", "status");
    this.#bar.setAttribute("role", "progressbar");
    this.#bar.ariaLabel = UPLOADS.region;
    this.#bar.append(part("span", ""));
    this.#list.setAttribute("role", "list");
    Object.assign(this.#list, { hidden: true, tabIndex: 0 }); // a long one is scrolled by keys too
    const buttons = part("div", "k-tray-buttons");
    buttons.append(...this.#buttons.elements);
    const head = part("div", "k-tray-head");
    head.append(this.#line, this.#said, buttons);
    this.#element.append(this.#bar, head, this.#list);
    document.body.append(this.#element);
  }

  /** Show what the queue does, at most once a frame. */
  refresh() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  dispose() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#element.remove();
  }

  #draw() {
    const { uploads, halt, isBusy, isPaused } = this.#queue;
    const missing = this.#unfinished.missing(uploads);
    const counts = countsOf(uploads);
    const isIdle = Boolean(halt) || isPaused;
    this.#element.hidden = uploads.length - counts.cancelled + missing.length === 0;
    this.#element.toggleAttribute("data-busy", isBusy);
    this.#element.toggleAttribute("data-halted", isIdle && isBusy);
    if (isBusy && !isIdle) this.#pace.mark(this.#queue.moved);
    else this.#pace.rest();
    this.#line.textContent = isBusy
      ? goingText(counts, this.#queue, this.#pace)
      : endedText(counts, missing.length, this.#makingText);
    this.#drawBar(counts, isBusy);
    this.#drawList(counts, missing);
    this.#tell(isIdle || !isBusy);
    clearTimeout(this.#timer);
    const isOver = !isBusy && !counts.making && !this.#trouble;
    if (isOver) this.#timer = setTimeout(() => this.#away(), GOES_AWAY);
    else if (isBusy && !isIdle) this.#timer = setTimeout(() => this.refresh(), BEAT);
  }

  #drawBar({ bytes, sent }, isBusy) {
    this.#bar.hidden = !isBusy;
    const percent = percentOf(sent, bytes);
    this.#bar.setAttribute("aria-valuenow", String(percent));
    this.#bar.firstElementChild.style.width = `${percent}%`;
  }

  #drawList({ failed, unread }, missing) {
    const { uploads, isBusy } = this.#queue;
    const trouble = failed + unread + missing.length;
    // It says why, or which to choose again; whoever closes it has read it.
    if (!isBusy && trouble > this.#trouble) this.#list.hidden = false;
    if (!isBusy || !trouble) this.#trouble = trouble;
    const all = [...uploads, ...missing];
    const isListOpen = !this.#list.hidden;
    this.#buttons.show(this.#queue, { rows: all.length, missing: missing.length, trouble, isListOpen });
    if (isListOpen) showRows(this.#list, all, this.#queue);
  }

  /** Read out what stands still or is over; numbers that run would never come to an end. */
  #tell(isNews) {
    const news = isNews ? this.#line.textContent : "";
    if (news && news !== this.#told) this.#said.textContent = news;
    this.#told = news;
  }

  #toggleList() {
    this.#list.hidden = !this.#list.hidden;
    this.refresh();
  }

  #giveUp() {
    this.#unfinished.giveUp(this.#queue.uploads);
    this.#away();
  }

  #away() {
    this.#list.hidden = true;
    this.#queue.clear();
  }
}

function part(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
