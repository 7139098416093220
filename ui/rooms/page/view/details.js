/** The panel of one frame: its facts, its notes, and what one can do with it alone. */

import { made, pressable } from "../../../components/made.js";
import { DETAILS } from "../panel_words.js";
import { numbered } from "../words.js";
import { openDialog } from "./dialog.js";
import { factsOf } from "./facts.js";
import { Notes } from "./notes.js";

/**
 * What the panel can ask for.
 * @typedef {{save: (ids: string[]) => void, library: (ids: string[]) => void, favourite: (id: string) => void,
 *   remove: (ids: string[]) => void, cancel: (id: string) => void, retry: (id: string) => void,
 *   note: (id: string, text: string) => Promise<void>, named: () => Promise<boolean>}} FrameCalls
 */

export class Details {
  #known = made("div");
  #actions = made("div", "k-buttons");
  #notes;
  #dialog;
  #id;
  #does;
  #frame = null;

  /**
   * @param {import("../state.js").Frame} frame
   * @param {FrameCalls} does
   * @param {() => void} closed
   */
  constructor(frame, does, closed) {
    this.#id = frame.id;
    this.#does = does;
    this.#notes = new Notes(DETAILS.notes, { write: (text) => does.note(frame.id, text), named: does.named });
    const name = made("p", "k-details-name", frame.name);
    const content = [name, this.#known, this.#actions, this.#notes.element];
    this.#dialog = openDialog(numbered(frame.number), content, { className: "k-details", closed });
  }

  close() {
    this.#dialog.close();
  }

  /** @param {import("../state.js").RoomState} state @param {import("../state.js").Frame[]} frames */
  show({ isOwner, hasAccount, expiresAt }, frames) {
    const frame = frames.find(({ id }) => id === this.#id);
    if (!frame) return this.#dialog.close();
    if (frame === this.#frame) return;
    this.#frame = frame;
    this.#known.replaceChildren(factsOf(frame, expiresAt));
    this.#notes.show(frame.notes);
    const wanted = buttonsOf(frame, { isOwner, hasAccount });
    const words = wanted.map(({ word }) => word).join();
    if (words === this.#actions.dataset.words) return; // a button under a finger stays
    this.#actions.dataset.words = words;
    this.#actions.replaceChildren(...wanted.map(({ word, call }) => pressable("k-button", word, () => call(this.#does))));
  }
}

function buttonsOf(frame, { isOwner, hasAccount }) {
  const { id, mine, sign, picks } = frame;
  const isPicked = picks.some(({ self }) => self);
  return [
    sign === "trouble" && { word: DETAILS.retry, call: (does) => does.retry(id) },
    sign === "coming" && { word: DETAILS.cancel, call: (does) => does.cancel(id) },
    !mine && { word: DETAILS.save, call: (does) => does.save([id]) },
    { word: isPicked ? DETAILS.notFavourite : DETAILS.favourite, call: (does) => does.favourite(id) },
    hasAccount && !mine && frame.mime.startsWith("image/") && { word: DETAILS.library, call: (does) => does.library([id]) },
    (mine || isOwner) && { word: DETAILS.remove, call: (does) => does.remove([id]) },
  ].filter(Boolean);
}
