/** Where one asks moderators to think again about what they took down. */

import { api } from "../api.js";
import { made, pressable } from "../made.js";
import { wordsForm } from "../moderation/words_form.js";
import { APPEAL } from "../notification_texts.js";

const MOST = 1000; // characters, as `domain/moderation/appeal.py`

/**
 * @param {{kind: string, id: string, appealed: boolean}} target as the notification names it
 * @returns {HTMLElement}
 */
export function appealPart(target) {
  if (target.appealed) return made("div", "k-told-appeal", sentWords());
  const begin = pressable("k-button", APPEAL.appeal, () => {
    element.replaceChildren(form.element);
    form.focus();
  });
  const form = wordsForm({
    label: APPEAL.label,
    word: APPEAL.send,
    most: MOST,
    send: async (text) => {
      await api("POST", "/moderation/appeals", { target, text });
      const sent = sentWords();
      sent.tabIndex = -1;
      element.replaceChildren(sent);
      sent.focus();
    },
    away: () => {
      element.replaceChildren(begin);
      begin.focus();
    },
  });
  const element = made("div", "k-told-appeal", begin);
  return element;
}

function sentWords() {
  return made("p", "k-soft", APPEAL.sent);
}
