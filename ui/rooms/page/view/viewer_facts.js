/** The viewer's column of facts and notes. */

import { icon } from "../../../components/icons.js";
import { made, pressable } from "../../../components/made.js";
import { VIEWER as SHARED } from "../../../components/picture_texts.js";
import { DETAILS } from "../panel_words.js";
import { factsOf } from "./facts.js";
import { Notes } from "./notes.js";

/**
 * @param {import("./details.js").FrameCalls} calls
 * @param {() => void} close
 */
export function factsColumn(calls, close) {
  /** @type {import("../state.js").Frame | null} */
  let shown = null;
  const button = pressable("k-flat k-viewer-button", "", close);
  button.ariaLabel = SHARED.closeFacts;
  button.append(icon("close"));
  const known = made("div");
  const notes = new Notes(DETAILS.notes, { write: (text) => calls.note(shown.id, text), named: calls.named });
  const head = made("div", "k-viewer-facts-head", made("h3", "k-title", SHARED.facts), button);
  const element = made("aside", "k-viewer-facts", head, known, notes.element);
  element.ariaLabel = SHARED.facts;
  return {
    element,
    /** @param {import("../state.js").Frame} frame @param {import("../state.js").RoomState} state */
    show(frame, { expiresAt }) {
      if (frame === shown) return;
      shown = frame;
      known.replaceChildren(factsOf(frame, expiresAt));
      notes.show(frame.notes);
    },
  };
}
