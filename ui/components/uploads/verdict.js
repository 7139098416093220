/** What a problem means for the picture that met it, and for those behind it. */

import { TRY_AGAIN, UPLOADS } from "../picture_texts.js";

const TRIES = 3;
const FULL = new Set(["quota_full", "too_many_media"]);
const AWAY = new Set([502, 503, 504]);

/**
 * @typedef {{sentence: string, seconds?: number, signIn?: boolean, again?: string}} Halt
 *   why nothing goes on: until `seconds` are over (the usual pause when there are none), or until somebody presses
 *   `again`, after signing in where `signIn` is set
 * @typedef {{halt: Halt, isTry?: boolean} | {afresh: true} | {sentence: string, canRetry: boolean}} Verdict
 *   all wait, and `isTry` if that may not go on for ever; or this one begins anew, because its place at the server is
 *   gone; or this one fails
 */

/**
 * @param {import("../api.js").Problem | DOMException} problem
 * @param {import("./upload.js").Upload} upload
 * @returns {Verdict}
 */
export function verdictOn(problem, { file, sha256, ticket, tries }) {
  const { status, code, detail } = problem;
  if (status === undefined) return { sentence: unreadable(file, sha256), canRetry: false };
  if (status === 0) return { halt: { sentence: UPLOADS.noConnection } };
  if (status === 429) return { halt: slowDown(problem.retryAfter ?? 5) };
  if (status === 401) return { halt: { sentence: UPLOADS.signedOut, signIn: true, again: UPLOADS.goOn } };
  if (status === 507 || FULL.has(code)) return { halt: { sentence: detail, again: TRY_AGAIN } };
  if (AWAY.has(status)) return { halt: { sentence: UPLOADS.noAnswer } };
  if (code === "upload_changed") return { sentence: UPLOADS.changed(file.name), canRetry: false };
  if (ticket && tries < TRIES && (status === 404 || status === 410)) return { afresh: true };
  if (tries < TRIES && (status >= 500 || status === 409)) return { halt: { sentence: UPLOADS.noAnswer }, isTry: true };
  return { sentence: detail, canRetry: status !== 415 };
}

/** Not an answer: the device did not give the bytes. Those it gave once have changed since. */
function unreadable({ name }, sha256) {
  return sha256 ? UPLOADS.changed(name) : UPLOADS.unreadable(name);
}

function slowDown(seconds) {
  return { sentence: UPLOADS.slowDown(seconds), seconds };
}
