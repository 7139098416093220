/** The room page as one sees it: a door while there is no room to show, and the contact sheet from then on. */

import { made } from "../../../components/made.js";
import { door } from "./doors.js";
import { HEAD } from "../words.js";
import { RoomSheet } from "./room_sheet.js";

const KAMRA = "Kamra";
const WITH_SHEET = new Set(["open", "lost"]);

/**
 * @param {HTMLElement} host
 * @param {import("../state.js").Actions} actions
 * @returns {import("../state.js").View}
 */
export function openView(host, actions) {
  /** @type {RoomSheet | null} */
  let sheet = null;
  let shown = "";
  return {
    show(state) {
      document.title = `${state.title || HEAD.untitled} · ${KAMRA}`;
      if (WITH_SHEET.has(state.phase)) {
        if (!sheet) {
          sheet = new RoomSheet(actions);
          host.replaceChildren(sheet.element);
        }
        shown = "";
        sheet.show(state);
        return;
      }
      sheet?.dispose();
      sheet = null;
      const key = JSON.stringify([state.phase, state.refused ?? "", state.overAt ?? 0, state.retryAfter ?? 0]);
      if (key === shown) return; // what somebody is typing stays
      const typed = host.querySelector("input")?.value ?? "";
      shown = key;
      host.replaceChildren(made("div", "k-plain-main", door(state, actions, typed)));
      host.querySelector("input")?.focus({ preventScroll: true });
    },
  };
}
