/** The form that opens a room, over the page; with pictures to send, the room is entered at once. */

import { letGo, moveTo } from "../../rooms/page/engine/hand_over.js";
import { openDialog } from "../../rooms/page/view/dialog.js";
import { made } from "../made.js";
import { OPENING, SENDING } from "../rooms_texts.js";
import { CANCEL } from "../texts.js";
import { linkTo, openOwnRoom } from "./open_own_room.js";
import { openingForm } from "./opening_form.js";

/**
 * @param {{mostDays: number, count: number, opened: (told: import("./open_own_room.js").Opened) => void}} options
 *   `count` pictures wait to be sent; without any, `opened` is told of the room
 */
export function openOpening({ mostDays, count, opened }) {
  let isOpen = false;
  const open = async (wishes) => {
    const told = await openOwnRoom(wishes);
    isOpen = true;
    if (!count) {
      dialog.close();
      return opened(told);
    }
    await moveTo(told.room.roomId);
    location.assign(linkTo(told.room));
  };
  const { form, button } = openingForm({ mostDays, word: count ? OPENING.goAndSend : OPENING.go, open });
  const waits = count ? [made("p", "k-soft", SENDING.waiting(count))] : [];
  const closed = () => {
    if (count && !isOpen) letGo().catch(() => {}); // it keeps nothing, or lets go of it within the hour
  };
  const dialog = openDialog(OPENING.heading, [...waits, form], { closeWord: CANCEL, actions: [button], closed });
}
