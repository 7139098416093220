/** Shutting somebody out, asked in place: why, and for how long. */

import { api } from "../api.js";
import { made } from "../made.js";
import { DESK, SUSPENSIONS, suspendText, suspendedText } from "../moderation_texts.js";
import { showToast } from "../toast.js";
import { wordsForm } from "./words_form.js";

const MOST = 500; // characters, as `domain/moderation/target.py`
const DAY = 86_400_000; // milliseconds

/**
 * @param {import("../feed/person.js").User} user
 * @returns {import("./desk_item.js").Choice}
 */
export function suspending({ id, display_name: name }) {
  return {
    word: suspendText(name),
    ask: (away) => {
      const chosen = made("select", "k-input", ...SUSPENSIONS.map(({ word }, at) => new Option(word, String(at))));
      const length = made("label", "k-field", made("span", "k-field-label", DESK.howLong), chosen);
      return wordsForm({
        label: DESK.whySuspend,
        word: suspendText(name),
        most: MOST,
        more: [length],
        away,
        send: async (reason) => {
          const { days } = SUSPENSIONS[Number(chosen.value)];
          const until = days === null ? null : new Date(Date.now() + days * DAY).toISOString();
          await api("POST", `/moderation/users/${id}/suspend`, { reason, until });
          showToast(suspendedText(name), { undo: () => letIn(id) });
          away();
        },
      });
    },
  };
}

async function letIn(id) {
  try {
    await api("POST", `/moderation/users/${id}/unsuspend`);
    showToast(DESK.isIn);
  } catch ({ detail }) {
    showToast(detail);
  }
}
