/** Which sentence stands at the foot of the room, from how things are. */

const LAST_HOURS = 24 * 3_600_000; // ms

/**
 * How things are. Counts are files.
 * @typedef {object} Facts
 * @property {boolean} isLost there is no connection to the server
 * @property {{total: number, done: number, part: number, from: string | null, fromName: string, hasSource: boolean,
 *   senderName: string, speed: number | null, secondsLeft: number | null, isLasting: boolean} | null} getting what
 *   somebody saves here; `from` is a peer, the store, or null while nothing comes
 * @property {{total: number, preparing: number, kept: number, received: number, safe: number, part: number,
 *   unkeepable: number, isReloaded: boolean, secondsLeft: number | null}} sending this device's own files; `safe` are
 *   those that the store or somebody has
 * @property {{name: string, speed: number | null, secondsLeft: number | null, done: number} | null} serving a peer who
 *   takes files from here
 * @property {boolean} isSomebodyHere
 * @property {string} otherName
 * @property {"always" | "ask" | "never"} keep as things stand; "always" also when somebody agreed
 * @property {number} expiresAt ms
 * @property {number} unsaved files of others that are here and not saved
 * @property {number} others files of others that are not saved
 */

/** @param {Facts} facts @param {number} [now] ms @returns {import("../state.js").Foot} */
export function footLine(facts, now = Date.now()) {
  const { getting, sending, isLost } = facts;
  const isSending = sending.total + sending.preparing > 0 && sending.safe < sending.total + sending.preparing;
  const mayClose = !isSending && !getting;
  if (isLost && !mayClose) return line("interrupted", { mayClose: false });
  if (getting) return gettingLine(getting, isSending);
  if (sending.isReloaded) return line("reloaded", { mayClose: true });
  if (isSending || facts.serving) return sendingLine(facts, isSending);
  if (sending.total > 0) return sentLine(facts);
  if (facts.unsaved > 0) return line("received", { total: facts.unsaved });
  if (facts.others > 0 && facts.expiresAt - now < LAST_HOURS) return line("last-hours");
  return line("quiet");
}

function gettingLine({ total, done, part, from, fromName, senderName, hasSource, speed, secondsLeft, isLasting }, isSending) {
  const figures = { total, done, part, speed, secondsLeft, mayClose: isLasting && !isSending };
  if (!hasSource) return line("sender-left", { ...figures, name: senderName });
  if (from === "store") return line("receiving-kept", { ...figures, name: senderName });
  return line("receiving-direct", { ...figures, name: fromName || senderName });
}

function sendingLine({ sending, serving, isSomebodyHere, otherName, keep }, isSending) {
  const { total, preparing, kept, unkeepable, part, secondsLeft } = sending;
  const all = total + preparing;
  if (serving) return line("direct", { ...serving, total: all, mayClose: !isSending });
  if (unkeepable > 0 && sending.safe + unkeepable >= all) {
    return line("room-full", { done: all - unkeepable, total: all, mayClose: false });
  }
  if (keep === "always") return line("nobody-keeping", { done: kept, total: all, part, secondsLeft, mayClose: false });
  if (isSomebodyHere) return line("direct", { name: otherName, done: sending.received, total: all, mayClose: false });
  return line(keep === "ask" ? "ask-keep" : "nobody-direct-only", { total: all, mayClose: false });
}

function sentLine({ sending: { total, kept, received }, otherName }) {
  if (kept >= total) return line("kept", { total, done: kept });
  return received >= total ? line("done-direct", { total, done: total, name: otherName }) : line("quiet");
}

const line = (kind, changes = {}) =>
  Object.freeze({ kind, done: 0, total: 0, speed: null, secondsLeft: null, name: "", mayClose: true, ...changes });
