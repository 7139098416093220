/** The studio with several pictures on the table: one recipe for all, each one's figures, and one file in the end. */

import { bytesText } from "../picture_facts.js";
import { BATCH } from "../studio_texts.js";
import { made, pressable } from "../made.js";
import { goOnFrom, passFocus } from "./passed_focus.js";
import { PictureRow } from "./picture_row.js";
import { recipeOf } from "./settings.js";
import { SettingsForm } from "./settings_form.js";
import { unlike, zipOf } from "./zip.js";

const AT_ONCE = 2;

export class SeveralPictures {
  element = made("div", "k-studio-several");
  #form;
  /** @type {PictureRow[]} */
  #rows = [];
  #list = made("ul", "k-several-list");
  #title = made("h2", "k-title");
  #line = made("p", "k-several-line");
  #make;
  #stop;
  #save;
  #keep;
  /** @type {{doing: "make" | "keep", stop: AbortController} | null} */
  #running = null;
  #wasStopped = false;
  #over = new AbortController();

  /**
   * @param {import("./chosen_picture.js").ChosenPicture[]} pictures
   * @param {{codecs: import("./format_controls.js").Codec[], add: () => void, clear: () => void}} options
   */
  constructor(pictures, { codecs, add, clear }) {
    this.#form = new SettingsForm(codecs, { changed: () => this.#draw() });
    this.#make = pressable("k-button k-button--main", "", () => this.#makeAll());
    this.#stop = pressable("k-button", BATCH.stop, () => this.#running?.stop.abort());
    this.#save = pressable("k-button k-button--main", "", () => this.#saveAll());
    this.#keep = pressable("k-button", "", () => this.#keepAll());
    this.#line.setAttribute("role", "status");
    this.#list.setAttribute("role", "list");
    const head = made("div", "k-several-head");
    const links = made("div", "k-buttons");
    links.append(pressable("k-link", BATCH.add, add), pressable("k-link", BATCH.clear, clear));
    head.append(this.#title, links);
    const foot = made("div", "k-several-foot");
    const buttons = made("div", "k-buttons");
    buttons.append(this.#make, this.#stop, this.#save, this.#keep);
    foot.append(this.#line, buttons);
    const left = made("div", "k-several-left");
    left.append(head, this.#list, foot);
    const right = made("div", "k-studio-right");
    right.append(this.#form.element);
    this.element.append(left, right);
    this.add(pictures);
    window.addEventListener("beforeunload", (event) => this.#running && event.preventDefault(), {
      signal: this.#over.signal,
    });
  }

  /** @param {import("./chosen_picture.js").ChosenPicture[]} pictures */
  add(pictures) {
    for (const picture of pictures) {
      const row = new PictureRow(picture, {
        changed: () => this.#draw(),
        remove: () => this.#remove(row),
        tryWidth: (width) => this.#makeOne(row, width),
      });
      this.#rows.push(row);
      this.#list.append(row.element);
    }
    this.#draw();
  }

  dispose() {
    this.#over.abort();
    this.#running?.stop.abort();
    for (const row of this.#rows) row.dispose();
  }

  get #recipe() {
    return recipeOf(this.#form.settings);
  }

  /** The rows whose copy is what is asked for now. */
  get #ready() {
    const recipe = this.#recipe;
    return this.#rows.filter((row) => row.isFor(recipe));
  }

  /** Whether all that lack could be made, each with fewer pixels. */
  get #isTooWide() {
    const recipe = this.#recipe;
    return this.#rows.every((row) => row.isFor(recipe) || row.widthToTry);
  }

  #makeAll() {
    const recipe = this.#recipe;
    const narrower = this.#isTooWide;
    const lacking = this.#rows.filter((row) => !row.isFor(recipe));
    const widths = new Map(lacking.map((row) => [row, narrower ? row.widthToTry : undefined]));
    return this.#each("make", lacking, (row, signal) => row.make(recipe, signal, widths.get(row)));
  }

  #makeOne(row, width) {
    const recipe = this.#recipe;
    return this.#each("make", [row], (one, signal) => one.make(recipe, signal, width));
  }

  #keepAll() {
    const lacking = this.#ready.filter((row) => !row.isKept);
    return this.#each("keep", lacking, (row, signal) => row.keep(signal));
  }

  async #each(doing, waiting, work) {
    const stop = new AbortController();
    this.#running = { doing, stop };
    for (const row of waiting) row.wait(doing);
    this.#draw();
    const one = async () => {
      for (let row = waiting.shift(); row && !stop.signal.aborted; row = waiting.shift()) {
        if (this.#rows.includes(row)) await work(row, stop.signal);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    for (const row of this.#rows) row.rest();
    this.#running = null;
    this.#wasStopped = stop.signal.aborted;
    this.#draw();
  }

  /** Have reading begin here. */
  focus() {
    goOnFrom(this.#title);
  }

  #remove(row) {
    row.dispose();
    this.focus();
    this.#rows = this.#rows.filter((one) => one !== row);
    this.#draw();
  }

  #draw() {
    const all = this.#rows.length;
    const ready = this.#ready;
    const kept = ready.filter((row) => row.isKept).length;
    const isDone = all > 0 && ready.length === all;
    this.#title.textContent = BATCH.title(all);
    const lacking = all - ready.length;
    this.#make.textContent = this.#isTooWide ? BATCH.makeNarrower(lacking) : BATCH.make(lacking);
    const isRunning = Boolean(this.#running);
    passFocus([this.#stop, this.#make, this.#save, this.#keep], () => {
      this.#make.hidden = isRunning || !lacking;
      this.#stop.hidden = !isRunning;
      this.#save.hidden = isRunning || !ready.length;
      this.#keep.hidden = isRunning || !ready.length || kept === ready.length;
    });
    this.#save.classList.toggle("k-button--main", isDone);
    this.#save.textContent = BATCH.zip(ready.length, bytesText(sum(ready, "result")));
    this.#keep.textContent = BATCH.keep(ready.length - kept, all);
    this.element.toggleAttribute("data-running", isRunning);
    this.#line.textContent = this.#sentence(ready, kept, all);
  }

  #sentence(ready, kept, all) {
    const count = ready.length;
    if (this.#running) return this.#running.doing === "keep" ? BATCH.keeping(kept, count) : BATCH.running(count, all);
    const isTroubled = this.#rows.some(({ trouble }) => trouble);
    if (kept && kept === all) return BATCH.keptAll(all);
    if (kept && isTroubled && !this.#wasStopped) return BATCH.keptSome(kept, all);
    if (count === all && !kept) return BATCH.done(all, bytesText(sum(ready, "picture")), bytesText(sum(ready, "result")));
    if (isTroubled) return BATCH.some(count, all);
    if (!count) return BATCH.lead;
    const sentence = kept ? BATCH.keeping(kept, all) : BATCH.running(count, all);
    return this.#wasStopped ? `${BATCH.stopped} ${sentence}` : sentence;
  }

  async #saveAll() {
    const ready = this.#ready;
    const names = unlike(ready.map(({ result }) => result.name));
    const zip = await zipOf(ready.map(({ result }, at) => ({ name: names[at], blob: result.blob })));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(zip);
    link.download = BATCH.zipName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser has begun to write it by then
  }
}

/** @param {PictureRow[]} rows @param {"picture" | "result"} of what the bytes are counted of */
function sum(rows, of) {
  return rows.reduce((bytes, row) => bytes + row[of].bytes, 0);
}
