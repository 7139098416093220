/** What has to be said above the frames: troubles that concern more than one file, and browsers that cannot save. */

import { icon } from "../../../components/icons.js";
import { made, pressable } from "../../../components/made.js";
import { CHOOSE_AGAIN, CLOSE, IN_APP, NOTICES } from "../words.js";
import { inAppBrowser } from "./in_app_browser.js";

export class Notices {
  element = made("div", "k-room-notices");
  #choose;
  #shown = "";
  #read = new Set();
  /** @type {(() => void) | null} */
  #again = null;

  /** @param {{choose: () => void}} does */
  constructor({ choose }) {
    this.#choose = choose;
  }

  /** @param {import("../state.js").RoomState} state */
  show(state) {
    const said = state.troubles.map((trouble) => ({ kind: trouble.kind, text: NOTICES[trouble.kind](trouble, state) }));
    const left = said.filter(({ text }) => !this.#read.has(text));
    const key = JSON.stringify(left);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#again = () => this.show(state);
    this.element.replaceChildren(...inApp(), ...left.map((one) => this.#notice(one)));
  }

  #notice({ kind, text }) {
    const words = made("p", "", text);
    words.role = "alert";
    const notice = made("div", "k-notice", icon("trouble"), words);
    if (kind === "reloaded") notice.append(pressable("k-button", CHOOSE_AGAIN, this.#choose));
    const close = pressable("k-notice-close", "", () => {
      this.#read.add(text);
      this.#again?.();
    });
    close.ariaLabel = CLOSE;
    close.append(icon("close"));
    notice.append(close);
    return notice;
  }
}

function inApp() {
  const kind = inAppBrowser(navigator.userAgent);
  if (!kind) return [];
  const [before, way, after] = IN_APP[kind];
  return [made("div", "k-notice", icon("info"), made("p", "", before, made("em", "", way), after))];
}
