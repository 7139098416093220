/** What one can do with the picture in the viewer. */

import { icon } from "../../../components/icons.js";
import { made, pressable } from "../../../components/made.js";
import { bytesText } from "../../../components/picture_facts.js";
import { DETAILS } from "../panel_words.js";

/**
 * @param {HTMLElement} foot
 * @param {import("../state.js").Frame} frame
 * @param {import("../state.js").RoomState} state
 * @param {import("./details.js").FrameCalls} does
 */
export function footActions(foot, frame, { isOwner, hasAccount }, does) {
  const { id, mine, picks, mime, bytes } = frame;
  const isPicked = picks.some(({ self }) => self);
  const wanted = [
    { sign: "heart", word: isPicked ? DETAILS.notFavourite : DETAILS.favourite, call: () => does.favourite(id), isPressed: isPicked },
    !mine && { sign: "download", word: `${DETAILS.save} · ${bytesText(bytes)}`, call: () => does.save([id]) },
    !mine && hasAccount && mime.startsWith("image/") && { sign: "picture", word: DETAILS.library, call: () => does.library([id]) },
    (mine || isOwner) && { sign: "trash", word: DETAILS.remove, call: () => does.remove([id]) },
  ].filter(Boolean);
  const key = JSON.stringify([id, wanted.map(({ word }) => word)]);
  if (foot.dataset.shown === key) return; // a button that has the focus keeps it
  foot.dataset.shown = key;
  const focused = [...foot.querySelectorAll("button")].indexOf(document.activeElement);
  const buttons = wanted.map(({ sign, word, call, isPressed }) => {
    const button = pressable("k-flat k-action", "", call);
    button.append(icon(sign), made("span", "", word));
    button.title = word;
    if (isPressed) button.dataset.on = "";
    return button;
  });
  foot.replaceChildren(made("div", "k-actions", ...buttons));
  buttons[focused]?.focus();
}
