/** What stands where there is no room to show: a field for the link, one for the password, or why there is none. */

import { made } from "../../../components/made.js";
import { DOORS } from "../door_words.js";
import { REFUSALS } from "../words.js";
import { askForm } from "./ask_form.js";

/**
 * @param {import("../state.js").RoomState} state
 * @param {import("../state.js").Actions} actions
 * @param {string} typed what stood in the field before
 * @returns {HTMLElement}
 */
export function door(state, actions, typed) {
  const doors = {
    join: () => joining(DOORS.join.headline, DOORS.join.sentence),
    cut: () => joining(DOORS.cutHeadline, REFUSALS.link_cut),
    unknown: () => joining(DOORS.unknownHeadline, REFUSALS.link_unknown),
    password: () =>
      said(DOORS.password.headline, DOORS.password.sentence, askForm({
        label: DOORS.password.label,
        word: DOORS.password.go,
        type: "password",
        refused: state.refused,
        typed,
        send: actions.password,
      })),
    opening: () => made("h1", "k-lead k-soft", DOORS.opening),
    over: () => joining(DOORS.overHeadline, state.overAt ? DOORS.over(state.overAt) : DOORS.overUnknown),
    limited: () => said(DOORS.limitedHeadline, DOORS.limited(state.retryAfter ?? 60)),
    insecure: () => said(DOORS.insecureHeadline, insecure()),
  };
  const joining = (headline, sentence) =>
    said(headline, sentence, askForm({
      label: DOORS.join.label,
      word: DOORS.join.go,
      type: "url",
      refused: state.refused,
      typed,
      send: actions.enter,
    }));
  return doors[state.phase]();
}

function said(headline, sentence, ...more) {
  const words = made("p", "k-lead", sentence);
  words.role = "status";
  return made("div", "k-form", made("h1", "k-name", headline), words, ...more);
}

function insecure() {
  const link = made("a", "", DOORS.insecureLink);
  link.href = "/help#https";
  return made("span", "", `${DOORS.insecure} `, link, DOORS.insecureAfter);
}
