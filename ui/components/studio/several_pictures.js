/** The studio with several pictures on the table: one recipe for all, each one's figures, and one file in the end. */

import { bytesText } from "../picture_facts.js";
import { BATCH } from "../studio_texts.js";
import { made, pressable } from "./made.js";
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
  /** @type {AbortController | null} */
  #running = null;
  #over = new AbortController();

  /**
   * @param {import("./chosen_picture.js").ChosenPicture[]} pictures
   * @param {{codecs: import("./format_controls.js").Codec[], add: () => void, clear: () => void}} options
   */
  constructor(pictures, { codecs, add, clear }) {
    this.#form = new SettingsForm(codecs, { changed: () => this.#draw() });
    this.#make = pressable("k-button k-button--main", "", () => this.#run());
    this.#stop = pressable("k-button", BATCH.stop, () => this.#running?.abort());
    this.#save = pressable("k-button k-button--main", "", () => this.#saveAll());
    this.#line.setAttribute("role", "status");
    this.#list.setAttribute("role", "list");
    const head = made("div", "k-several-head");
    const links = made("div", "k-buttons");
    links.append(pressable("k-link", BATCH.add, add), pressable("k-link", BATCH.clear, clear));
    head.append(this.#title, links);
    const foot = made("div", "k-several-foot");
    const buttons = made("div", "k-buttons");
    buttons.append(this.#make, this.#stop, this.#save);
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
      const row = new PictureRow(picture, { changed: () => this.#draw(), remove: () => this.#remove(row) });
      this.#rows.push(row);
      this.#list.append(row.element);
    }
    this.#draw();
  }

  dispose() {
    this.#over.abort();
    this.#running?.abort();
    for (const row of this.#rows) row.dispose();
  }

  get #recipe() {
    return recipeOf(this.#form.settings);
  }

  async #run() {
    const running = new AbortController();
    this.#running = running;
    const recipe = this.#recipe;
    const waiting = this.#rows.filter((row) => !row.isFor(recipe));
    for (const row of waiting) row.wait();
    this.#draw();
    const one = async () => {
      for (let row = waiting.shift(); row && !running.signal.aborted; row = waiting.shift()) {
        await row.make(recipe, running.signal);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    for (const row of waiting) row.rest();
    this.#running = null;
    this.#draw();
  }

  #remove(row) {
    row.dispose();
    this.#rows = this.#rows.filter((one) => one !== row);
    this.#draw();
  }

  #draw() {
    const all = this.#rows.length;
    const ready = this.#rows.filter((row) => row.isFor(this.#recipe));
    const bytes = ready.reduce((sum, { result }) => sum + result.bytes, 0);
    const before = ready.reduce((sum, { picture }) => sum + picture.bytes, 0);
    const isDone = all > 0 && ready.length === all;
    this.#title.textContent = BATCH.title(all);
    this.#make.textContent = BATCH.make(all - ready.length);
    this.#make.hidden = Boolean(this.#running) || all === ready.length;
    this.#stop.hidden = !this.#running;
    this.#save.hidden = Boolean(this.#running) || !ready.length;
    this.#save.classList.toggle("k-button--main", isDone);
    this.#save.textContent = BATCH.zip(ready.length, bytesText(bytes));
    this.#line.textContent = this.#sentence(ready.length, all, isDone && BATCH.done(all, bytesText(before), bytesText(bytes)));
  }

  #sentence(ready, all, done) {
    if (this.#running) return BATCH.running(ready, all);
    if (done) return done;
    if (this.#rows.some(({ trouble }) => trouble)) return BATCH.some(ready, all);
    return ready ? BATCH.stopped(ready, all) : BATCH.lead;
  }

  async #saveAll() {
    const ready = this.#rows.filter((row) => row.isFor(this.#recipe));
    const names = unlike(ready.map(({ result }) => result.name));
    const zip = await zipOf(ready.map(({ result }, at) => ({ name: names[at], blob: result.blob })));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(zip);
    link.download = BATCH.zipName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser has begun to write it by then
  }
}
