/** The tray at the foot of the page while pictures are being added: one line, one bar, and the list behind it. */

import { icon } from "../icons.js";
import { bytesText, countText } from "../picture_facts.js";
import { UPLOADS } from "../picture_texts.js";
import { Pace, aboutText } from "./pace.js";
import { showRows } from "./tray_rows.js";

const GOES_AWAY = 5000;

export class Tray {
  #queue;
  #element;
  #line;
  #bar;
  #list;
  #said;
  #buttons;
  #pace = new Pace();
  #frame = 0;
  #timer = 0;

  /** @param {import("./upload_queue.js").UploadQueue} queue */
  constructor(queue) {
    this.#queue = queue;
    this.#element = part("section", "k-tray");
    this.#element.ariaLabel = UPLOADS.region;
    this.#element.hidden = true;
    this.#line = part("p", "k-tray-line");
    this.#said = part("p", "k-unseen");
    this.#said.setAttribute("role", "status");
    this.#bar = part("div", "k-tray-bar");
    this.#bar.setAttribute("role", "progressbar");
    this.#bar.ariaLabel = UPLOADS.region;
    this.#bar.append(part("span", ""));
    this.#list = part("ul", "k-tray-list");
    this.#list.setAttribute("role", "list");
    this.#list.tabIndex = 0; // a long one is scrolled by keys too
    this.#list.hidden = true;
    this.#buttons = {
      signIn: link(UPLOADS.signIn, "/sign-in"),
      goOn: button(UPLOADS.goOn, () => queue.goOn()),
      list: button(UPLOADS.showList, () => this.#toggleList()),
      cancel: button(UPLOADS.cancelAll, () => queue.cancelAll()),
      away: iconButton(UPLOADS.away, () => this.#away()),
    };
    const head = part("div", "k-tray-head");
    head.append(this.#line, this.#said, ...Object.values(this.#buttons));
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
    const { uploads, halt, isBusy } = this.#queue;
    clearTimeout(this.#timer);
    const counts = countsOf(uploads);
    this.#element.hidden = uploads.length - counts.cancelled === 0;
    const wasBusy = this.#element.hasAttribute("data-busy");
    this.#element.toggleAttribute("data-busy", isBusy);
    this.#element.toggleAttribute("data-halted", Boolean(halt) && isBusy);
    this.#pace.mark(counts.sent);
    this.#line.textContent = isBusy ? (halt?.sentence ?? this.#going(counts)) : ended(counts);
    this.#drawBar(counts, isBusy);
    this.#buttons.signIn.hidden = !halt?.signIn;
    this.#buttons.goOn.hidden = !halt?.goOn || !isBusy;
    this.#buttons.cancel.hidden = !isBusy;
    this.#buttons.away.hidden = isBusy;
    this.#buttons.list.hidden = uploads.length < 2 && !counts.failed;
    if (counts.failed && !isBusy) this.#showList(true);
    if (!this.#list.hidden) showRows(this.#list, uploads, this.#rowCalls());
    if (halt || wasBusy !== isBusy) this.#said.textContent = this.#line.textContent;
    if (!isBusy && !counts.failed) this.#timer = setTimeout(() => this.#away(), GOES_AWAY);
  }

  #drawBar(counts, isBusy) {
    this.#bar.hidden = !isBusy;
    const percent = counts.bytes ? Math.floor((100 * counts.sent) / counts.bytes) : 0;
    this.#bar.setAttribute("aria-valuenow", String(percent));
    this.#bar.firstElementChild.style.width = `${percent}%`;
  }

  #going({ ended: number, all, bytes, sent }) {
    const seconds = this.#pace.secondsFor(bytes - sent);
    const parts = [`${number} of ${all}`, bytesText(bytes), ...(seconds === null ? [] : [aboutText(seconds)])];
    return parts.join(" · ");
  }

  #rowCalls() {
    return { cancel: (upload) => this.#queue.cancel(upload), retry: (upload) => this.#queue.retry(upload) };
  }

  #toggleList() {
    this.#showList(this.#list.hidden);
    this.refresh();
  }

  #showList(wanted) {
    this.#list.hidden = !wanted;
    this.#buttons.list.textContent = wanted ? UPLOADS.hideList : UPLOADS.showList;
    this.#buttons.list.setAttribute("aria-expanded", String(wanted));
  }

  #away() {
    this.#showList(false);
    this.#queue.clear();
  }
}

/** Refused and failed ones are told of, but are no part of "7 of 20". */
function countsOf(uploads) {
  const counts = { all: 0, ended: 0, done: 0, twice: 0, failed: 0, cancelled: 0, bytes: 0, sent: 0 };
  for (const { state, file, sent } of uploads) {
    if (state in counts) counts[state] += 1;
    if (state === "failed" || state === "cancelled") continue;
    counts.all += 1;
    counts.bytes += file.size;
    counts.sent += state === "twice" ? file.size : sent;
    if (state === "done" || state === "twice") counts.ended += 1;
  }
  return counts;
}

function ended({ done, twice, failed }) {
  const sentences = [];
  if (done || (!twice && !failed)) sentences.push(`${countText(done, "picture", "pictures")} added.`);
  if (twice) sentences.push(twice === 1 ? UPLOADS.twice : `${countText(twice, "", "")}were already in your library.`);
  if (failed) sentences.push(`${countText(failed, "file was", "files were")} not added.`);
  return sentences.join(" ");
}

function part(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

function button(words, onPress) {
  const press = part("button", "k-button k-button--quiet");
  press.type = "button";
  press.textContent = words;
  press.addEventListener("click", onPress);
  return press;
}

function iconButton(label, onPress) {
  const press = button("", onPress);
  press.ariaLabel = label;
  press.append(icon("close"));
  return press;
}

/** In a tab of its own, because this one holds the files. */
function link(words, href) {
  const anchor = part("a", "k-button");
  Object.assign(anchor, { href, target: "_blank", textContent: words });
  return anchor;
}
