/** The studio with one picture on the table: stage, figures, settings, and what is kept. */

import { actionBar, postAddress, sendCall, sendThese } from "../action_bar.js";
import { bytesText, kindText, pixelsText } from "../picture_facts.js";
import { PICTURE, RESULT, WAY } from "../studio_texts.js";
import { showToast } from "../toast.js";
import { percentOf } from "../uploads/upload.js";
import { Comparison } from "./comparison.js";
import { listenToStageKeys } from "./comparison_hands.js";
import { Cropping } from "./cropping.js";
import { putAway, withMedia } from "./chosen_picture.js";
import { Draft } from "./draft.js";
import { figures, savingText } from "./figures.js";
import { freshLink } from "./fresh_link.js";
import { KeptCopies } from "./kept_copies.js";
import { made, pressable } from "../made.js";
import { goOnFrom } from "./passed_focus.js";
import { ResultActions } from "./result_actions.js";
import { Results } from "./results.js";
import { recipeOf } from "./settings.js";
import { SettingsForm } from "./settings_form.js";
import { wayLine } from "./way_line.js";

export class OnePicture {
  element = made("div", "k-studio-one");
  #picture;
  #draft;
  #stage = new Comparison();
  #figures = figures();
  #way;
  #form;
  #actions;
  #kept = new KeptCopies(() => this.#actions.drawKept());
  #results;
  #cropping;
  #head = made("div", "k-studio-head");
  #common = made("div", "k-studio-common");
  #calls;
  #over = new AbortController();
  #isCut = false;
  /** @type {Map<string, import("./picture_place.js").Cut>} how the picture was cut, by recipe */
  #cuts = new Map();

  /**
   * @param {import("./chosen_picture.js").ChosenPicture} picture
   * @param {{codecs: import("./format_controls.js").Codec[], other: () => void,
   *   remove: (picture: import("./chosen_picture.js").ChosenPicture) => void}} options
   */
  constructor(picture, { codecs, other, remove }) {
    this.#picture = picture;
    this.#calls = { other, remove };
    this.#draft = new Draft(picture, (way) => this.#goes(way));
    this.#way = wayLine(() => this.#cancel());
    this.#form = new SettingsForm(codecs, {
      changed: (settings) => {
        if (this.#cropping.isOn && !settings.crop) this.#cropping.stop();
        this.#wanted();
      },
      cut: (shape) => this.#cropping.begin(shape, this.#form.settings, this.#picture),
    });
    this.#cropping = new Cropping(this.#stage, (crop) => this.#form.change({ crop }), () => this.#cutNow());
    this.#actions = new ResultActions({
      keep: (result) => this.#keep(result),
      isKept: (id) => this.#kept.has(id),
      again: () => this.#wanted(),
      send: ({ name, blob }) => sendThese([{ name, blob }]),
    });
    this.#results = new Results({
      media: () => this.#onServer(),
      begun: () => this.#begun(),
      came: (result) => this.#came(result),
      failed: (problem) => this.#failed(problem),
    });
    const told = made("div", "k-studio-told");
    told.append(this.#figures.element, this.#way.element, this.#actions.element);
    const left = made("div", "k-studio-left");
    left.append(this.#stage.element, told);
    const right = made("div", "k-studio-right");
    right.append(this.#head, this.#form.element, this.#kept.element, this.#common);
    this.element.append(left, right);
    this.#show();
    this.#way.show(this.#draft.way, picture);
    if (picture.media) this.#kept.show(picture.media);
    listenToStageKeys(() => this.#stage, this.#over.signal);
    window.addEventListener("online", () => this.#isCut && this.#wanted(), { signal: this.#over.signal });
  }

  dispose() {
    this.#over.abort();
    this.#results.dispose();
    this.#draft.cancel();
    this.#stage.dispose();
    this.#kept.dispose();
    putAway(this.#picture);
  }

  /** Have reading begin here. */
  focus() {
    goOnFrom(this.#stage.element);
  }

  #drawHead() {
    const { name, contentType, bytes, file, media } = this.#picture;
    const facts = [kindText(contentType), pixelsText(this.#picture), bytesText(bytes)].filter(Boolean).join(" · ");
    const words = made("div", "k-studio-name");
    words.append(made("h2", "", name), made("p", "k-fact k-soft", facts));
    this.#head.replaceChildren(words, pressable("k-link", PICTURE.other, this.#calls.other));
    this.#common.hidden = !media;
    if (!media) return; // nothing of it is on the server yet
    const original = media.draft ? undefined : media.original_url; // a draft's file is on this device
    const post = media.draft ? undefined : postAddress([media]);
    const send = file ? () => sendThese([{ name, blob: file }]) : sendCall([media]);
    const bar = actionBar({ post, send, original, delete: () => this.#calls.remove(this.#picture) });
    for (const link of bar.querySelectorAll("a[download]")) freshLink(link, async () => (await this.#draft.renewed()).original_url);
    this.#common.replaceChildren(bar);
  }

  #show() {
    const { url, file, contentType } = this.#picture;
    this.#drawHead();
    const isKnown = url || !file;
    const message = isKnown ? "" : /heic|avif/.test(contentType) ? PICTURE.notShown(kindText(contentType)) : PICTURE.damaged;
    this.#stage.showOriginal(this.#picture, message);
    this.#figures.original(this.#picture);
    this.#form.about(this.#picture);
  }

  #wanted() {
    const { settings } = this.#form;
    const recipe = recipeOf(settings);
    const { rotate, crop } = settings;
    this.#cuts.set(JSON.stringify(recipe), { rotate, crop });
    if (!this.#actions.hasResult) this.#stage.showCut(this.#cropping.isOn ? { rotate, crop: null } : { rotate, crop });
    this.#results.ask(recipe);
  }

  async #onServer() {
    const media = await this.#draft.media();
    if (!this.#picture.media) {
      this.#picture = withMedia(this.#picture, media);
      this.#show();
      this.#way.show(this.#draft.way, this.#picture);
    }
    return media;
  }

  #goes(way) {
    this.#way.show(way, this.#picture);
    this.#stage.say(way.phase === "sending" ? WAY.short(percentOf(way.sent, this.#picture.bytes)) : "");
  }

  #begun() {
    this.#isCut = false;
    this.#form.trouble(null);
    this.#figures.busy(true);
    this.#actions.busy(true);
    this.#way.making(true);
  }

  #came(result) {
    this.#figures.busy(false);
    this.#figures.result(result);
    this.#stage.say(`${bytesText(result.bytes)}  ${savingText(result.bytes, this.#picture.bytes)}`);
    this.#way.making(false);
    this.#actions.show(result);
    if (this.#cropping.isOn) return;
    this.#stage.showResult(result, this.#cuts.get(JSON.stringify(result.recipe)));
  }

  #failed(problem) {
    this.#figures.busy(false);
    this.#way.making(false);
    this.#actions.busy(false);
    if (problem.name === "AbortError") return;
    if (problem.status === 404 && this.#picture.file && this.#picture.media) return this.#sendAgain();
    this.#isCut = problem.code === "offline";
    const sentence = problem.status === undefined ? WAY.unreadable(this.#picture.name) : problem.detail;
    const isAboutChoice = problem.status === 422 || problem.status === 415;
    const told = { detail: sentence, errors: problem.errors, facts: problem.facts };
    const isSaid = isAboutChoice && this.#form.trouble(told);
    this.#actions.failed(!isAboutChoice, isSaid ? "" : sentence, this.#form.offerOf(told));
  }

  /** A draft's hour is over. */
  #sendAgain() {
    this.#picture = { ...this.#picture, media: null };
    this.#draft.forget();
    this.#wanted();
  }

  #cancel() {
    this.#results.stop();
    this.#draft.cancel();
    this.#figures.busy(false);
    this.#way.making(false);
    this.#actions.failed(true);
  }

  /** The frame is away again: the stage shows what is cut out. */
  #cutNow() {
    this.focus();
    const result = this.#actions.result;
    if (result) this.#stage.showResult(result, this.#cuts.get(JSON.stringify(result.recipe)));
    else this.#stage.showCut(this.#form.settings);
  }

  async #keep(result) {
    const { copy, media, wasDraft } = await this.#draft.keep(result.recipe);
    this.#picture = { ...this.#picture, media };
    this.#drawHead();
    await this.#kept.show(media);
    this.#kept.add(copy);
    showToast(wasDraft ? RESULT.keptDraft : RESULT.keptBeside);
    this.#way.show(this.#draft.way, this.#picture);
    return copy.id;
  }
}
