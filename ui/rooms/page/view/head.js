/** The head of the contact sheet: the room's title, its line of facts, and what one can do with all of it. */

import { icon } from "../../../components/icons.js";
import { made, pressable } from "../../../components/made.js";
import { bytesText } from "../../../components/picture_facts.js";
import { EMPTY, HEAD } from "../words.js";
import { isLastDay } from "./moments.js";

const ONE = 1; // a room with a single file needs no "all"

export class Head {
  element = made("header", "k-room-head");
  #title = made("h1", "k-name");
  #first = made("p", "k-room-first");
  #facts = made("p", "k-fact k-soft k-room-facts");
  #buttons = made("div", "k-buttons k-room-buttons");
  #save;
  #invite;
  #add;
  #more;
  #shown = "";

  /** @param {{save: () => void, invite: () => void, add: () => void, more: (button: HTMLElement) => void}} does */
  constructor(does) {
    this.#save = pressable("k-button k-button--main", "", does.save);
    this.#invite = pressable("k-button", HEAD.invite, does.invite);
    this.#add = pressable("k-button", HEAD.add, does.add);
    this.#more = pressable("k-flat k-room-more", "", () => does.more(this.#more));
    this.#more.ariaLabel = HEAD.more;
    this.#more.title = HEAD.more;
    this.#more.ariaHasPopup = "menu";
    this.#more.append(icon("more"));
    this.#buttons.append(this.#save, this.#invite, this.#add, this.#more);
    this.element.append(made("div", "k-room-called", this.#title, this.#first, this.#facts), this.#buttons);
  }

  /** @param {import("../state.js").RoomState} state @param {import("../state.js").Frame[]} frames */
  show(state, frames) {
    const wanted = toSave(frames);
    const isRest = wanted.length < frames.filter(({ mine }) => !mine).length;
    const first = firstLine(state, frames);
    const parts = factsOf(state, frames, { withCount: !first });
    const word = saveWord(state.saving, wanted, isRest);
    const key = JSON.stringify([state.title, parts, first, word, frames.length > 0, state.isOwner]);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#title.textContent = state.title || HEAD.untitled;
    this.#first.textContent = first;
    this.#first.hidden = !first;
    this.#facts.replaceChildren(...parts.flatMap(({ text, title, isLit }, at) => {
      const part = made("span", isLit ? "k-live" : "", text);
      if (title) part.title = title;
      return at ? [" · ", part] : [part];
    }));
    this.#save.hidden = !wanted.length;
    this.#save.textContent = word;
    // One button is the main one: saving where there is something to save, else sending the link, else adding.
    this.#invite.classList.toggle("k-button--main", !wanted.length && frames.length > 0);
    this.#add.hidden = !frames.length; // an empty sheet asks for files in its middle
  }
}

/** What the save button is about: others' files that are not saved yet. @param {import("../state.js").Frame[]} frames */
export function toSave(frames) {
  return frames.filter(({ mine, sign }) => !mine && sign !== "saved");
}

function saveWord({ step, next }, wanted, isRest) {
  if (step === "photos") return next < wanted.length ? HEAD.nextPhotos(next) : HEAD.photos;
  const bytes = wanted.reduce((sum, frame) => sum + frame.bytes, 0);
  return HEAD[step](wanted.length, bytes, isRest);
}

function firstLine({ isOwner }, frames) {
  if (isOwner || !frames.length || frames.some(({ mine }) => mine)) return "";
  const names = new Set(frames.map(({ by }) => by));
  return names.size === ONE ? HEAD.forYou([...names][0], HEAD.files(frames)) : "";
}

function factsOf({ people, expiresAt }, frames, { withCount }) {
  const facts = [];
  if (frames.length) {
    if (withCount) facts.push({ text: HEAD.files(frames) });
    facts.push({ text: bytesText(frames.reduce((sum, { bytes }) => sum + bytes, 0)) });
  }
  facts.push({ text: HEAD.people(people) });
  if (expiresAt) facts.push({ text: HEAD.gone(expiresAt), title: HEAD.exactly(expiresAt), isLit: isLastDay(expiresAt) });
  return facts;
}

/** What an empty sheet says. @param {{isOwner: boolean, choose: () => void, copy: (button: HTMLElement) => void}} options */
export function emptySheet({ isOwner, choose, copy }) {
  const words = isOwner ? EMPTY.first : EMPTY.guest;
  const buttons = made("div", "k-buttons", pressable("k-button k-button--main", words.choose, choose));
  if (words.copy) {
    const button = pressable("k-button", words.copy, () => copy(button));
    buttons.append(button);
  }
  const said = made("div", "k-empty-words", made("h2", "k-name", words.headline), made("p", "k-soft", words.sentence));
  return made("div", "k-empty", said, buttons);
}
