/** What only the owner of a room may: end it earlier, and say whether its pictures wait for those who are away. */

import { made } from "../../../components/made.js";
import { showToast } from "../../../components/toast.js";
import { OWNER } from "../panel_words.js";
import { openDialog } from "./dialog.js";
import { orSay } from "./refused.js";

const DAY = 86_400_000;
const DAYS = [1, 3, 7];
const SAME = 60_000; // ms by which two ends may differ and be the same choice

/**
 * @param {import("../state.js").RoomState} state
 * @param {import("../state.js").Actions} actions
 */
export function openOwnerPanel(state, actions) {
  const { bytesStored } = state;
  const stored = bytesStored ? [made("p", "k-fact k-soft", OWNER.stored(bytesStored))] : [];
  openDialog(OWNER.heading, [days(state, actions), keeping(state, actions), ...stored]);
}

/** @param {import("../state.js").RoomState} state */
function days({ expiresAt, latestExpiry }, actions) {
  const now = Date.now();
  const shorter = DAYS.map((count) => ({ end: now + count * DAY, word: OWNER.days(count), isNow: false }));
  const choices = shorter.filter(({ end }) => end < expiresAt - SAME);
  choices.push({ end: expiresAt, word: OWNER.shortened(expiresAt), isNow: true });
  const part = group(OWNER.howLong);
  for (const { end, word, isNow } of choices) {
    part.append(choice("k-room-days", word, isNow, async () => {
      if (!(await orSay(actions.shorten(end)))) return;
      showToast(OWNER.shortened(end), { undo: () => orSay(actions.shorten(expiresAt)) });
    }));
  }
  if (latestExpiry && expiresAt < latestExpiry - SAME) {
    part.append(choice("k-room-days", OWNER.longest(latestExpiry), false, () => orSay(actions.undoShorten())));
  }
  return part;
}

function keeping({ keep }, actions) {
  const part = group(OWNER.keepHeading);
  part.append(
    choice("k-room-keep", OWNER.keep, keep !== "never", () => orSay(actions.setKeep("always"))),
    choice("k-room-keep", OWNER.nothing, keep === "never", async () => {
      if (await orSay(actions.setKeep("never"))) showToast(OWNER.nothingNow);
    }),
  );
  return part;
}

function group(legend) {
  return made("fieldset", "k-choices", made("legend", "k-field-label", legend));
}

function choice(name, word, isChosen, chosen) {
  const input = Object.assign(made("input"), { type: "radio", name, checked: isChosen });
  input.addEventListener("change", chosen);
  return made("label", "k-choice", input, made("span", "", word));
}
