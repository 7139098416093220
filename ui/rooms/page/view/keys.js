/** The list of the room viewer's keys. */

import { KEYS as SHARED } from "../../../components/picture_texts.js";
import { showKeys } from "../../../components/viewer/keys_list.js";
import { KEYS } from "../panel_words.js";

/** @param {HTMLElement} host where to show it */
export function showRoomKeys(host) {
  const own = new Set(KEYS.map(([key]) => key));
  showKeys(host, [...SHARED.filter(([key]) => !own.has(key)), ...KEYS]);
}
