/** The buttons in the tray's line, and which of them there are at the moment. */

import { icon } from "../icons.js";
import { UPLOADS } from "../picture_texts.js";
import { canPause } from "./upload.js";

export class TrayButtons {
  #shown;

  /**
   * @param {import("./upload_queue.js").UploadQueue} queue
   * @param {{choose: () => void, giveUp: () => void, list: () => void, away: () => void}} does
   */
  constructor(queue, does) {
    const goOn = () => (queue.halt?.again ? queue.goOn() : queue.resume(queue.uploads));
    this.#shown = {
      signIn: link(UPLOADS.signIn, "/sign-in"),
      goOn: button(UPLOADS.goOn, goOn),
      pause: button(UPLOADS.pause, () => queue.pause(queue.uploads)),
      choose: button(UPLOADS.choose, does.choose, "k-button"),
      list: button(UPLOADS.showList, does.list),
      giveUp: button(UPLOADS.giveUp, does.giveUp),
      cancel: button(UPLOADS.cancelAll, () => queue.cancel(queue.uploads)),
      away: iconButton(UPLOADS.away, does.away),
    };
  }

  /** @returns {HTMLElement[]} in their order */
  get elements() {
    return Object.values(this.#shown);
  }

  /**
   * @param {import("./upload_queue.js").UploadQueue} queue
   * @param {{rows: number, missing: number, trouble: number, isListOpen: boolean}} tray `trouble` are rows that say why
   */
  show({ uploads, halt, isBusy }, { rows, missing, trouble, isListOpen }) {
    const { signIn, goOn, pause, choose, list, giveUp, cancel, away } = this.#shown;
    signIn.hidden = !isBusy || !halt?.signIn;
    const canBePaused = uploads.some(canPause);
    goOn.hidden = !(isBusy && halt?.again) && (canBePaused || !uploads.some(({ state }) => state === "paused"));
    goOn.textContent = halt?.again ?? UPLOADS.goOn;
    pause.hidden = Boolean(halt?.again) || !canBePaused;
    choose.hidden = isBusy || !missing;
    giveUp.hidden = isBusy || !missing;
    cancel.hidden = !isBusy;
    away.hidden = isBusy || missing > 0;
    list.hidden = rows < 2 && !trouble && !isListOpen;
    list.textContent = isListOpen ? UPLOADS.hideList : UPLOADS.showList;
    list.setAttribute("aria-expanded", String(isListOpen));
  }
}

function button(words, onPress, className = "k-button k-button--quiet") {
  const press = document.createElement("button");
  Object.assign(press, { type: "button", className, textContent: words });
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
  const anchor = document.createElement("a");
  return Object.assign(anchor, { className: "k-button", href, target: "_blank", textContent: words });
}
