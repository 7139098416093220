/** The menu behind ···: more ways to add, the library, and what only the room's owner may. */

import { icon } from "../../../components/icons.js";
import { below } from "../../../components/library/menu.js";
import { made, pressable } from "../../../components/made.js";
import { OWNER } from "../panel_words.js";
import { ADD, HEAD } from "../words.js";

/**
 * @param {HTMLElement} button under which it opens
 * @param {import("../state.js").RoomState} state
 * @param {{add: () => void, folder: () => void, library: (() => void) | null, owner: () => void, close: () => void}} does
 */
export function openMore(button, { isOwner }, does) {
  const panel = made("div", "k-menu");
  panel.popover = "auto";
  panel.role = "group";
  panel.ariaLabel = HEAD.more;
  const item = (sign, word, call) => {
    const press = pressable("k-menu-item", "", () => {
      panel.hidePopover();
      call();
    });
    press.append(icon(sign), word);
    panel.append(press);
  };
  item("plus", ADD.files, does.add);
  item("library", ADD.folder, does.folder);
  if (does.library) item("picture", HEAD.library, does.library);
  if (isOwner) {
    item("settings", OWNER.heading, does.owner);
    item("trash", OWNER.close, does.close);
  }
  panel.addEventListener("toggle", ({ newState }) => newState === "closed" && panel.remove());
  button.after(panel);
  panel.showPopover({ source: button });
  below(button, panel, { isAtEnd: true });
  panel.querySelector("button").focus();
}
