/** What is known of one frame, as a list of facts. */

import { icon } from "../../../components/icons.js";
import { made } from "../../../components/made.js";
import { bytesText, dayText, kindText, pixelsText } from "../../../components/picture_facts.js";
import { DETAILS } from "../panel_words.js";
import { EDGE, TROUBLES, UNKNOWN, listOf, percentText, speedText } from "../words.js";

/**
 * @param {import("../state.js").Frame} frame
 * @param {number | null} expiresAt
 * @returns {HTMLElement}
 */
export function factsOf(frame, expiresAt) {
  const part = made("div", "k-viewer-known");
  if (frame.sign === "trouble") {
    const why = TROUBLES[frame.trouble] ?? UNKNOWN;
    part.append(made("p", "k-room-why k-alarm", icon("trouble"), made("span", "", why)));
  }
  if (frame.saysWhere) part.append(made("p", "k-viewer-location k-small", icon("place"), DETAILS.location));
  const list = made("dl", "k-facts");
  for (const [label, text] of pairs(frame, expiresAt)) {
    if (text) list.append(made("dt", "", label), made("dd", "", text));
  }
  part.append(list);
  if (frame.savings) part.append(made("p", "k-small k-soft", DETAILS.smaller(frame.savings.from, frame.savings.to)));
  return part;
}

function pairs(frame, expiresAt) {
  const folder = frame.path.slice(0, Math.max(0, frame.path.lastIndexOf("/")));
  const picks = frame.picks.map(({ name, self }) => (self ? DETAILS.you : name));
  return [
    [DETAILS.now, nowText(frame, expiresAt)],
    [DETAILS.has, frame.mine ? listOf(frame.receivedBy) || DETAILS.nobody : listOf(frame.receivedBy)],
    [DETAILS.pixels, pixelsText(frame)],
    [DETAILS.bytes, bytesText(frame.bytes)],
    [DETAILS.kind, frame.mime ? kindText(frame.mime) : ""],
    [DETAILS.taken, frame.takenAt ? dayText(frame.takenAt, { asWritten: true }) : ""],
    [DETAILS.by, frame.mine ? "" : frame.by],
    [DETAILS.path, folder],
    [DETAILS.favourites, listOf(picks)],
  ];
}

function nowText(frame, expiresAt) {
  const parts = [EDGE[frame.sign][1]];
  if (frame.sign === "coming") {
    parts.push(percentText(frame.progress));
    if (frame.speed) parts.push(speedText(frame.speed));
    if (frame.secondsLeft !== null) parts.push(DETAILS.left(frame.secondsLeft));
  }
  if (frame.way === "direct" && frame.sign === "coming") parts.push(frame.mine ? DETAILS.direct : DETAILS.directTo);
  if (frame.way === "kept" && expiresAt) parts.push(DETAILS.kept(expiresAt));
  return parts.filter(Boolean).join(", ");
}
