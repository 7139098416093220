/** What the line in the tray says: how far it is, how long it will take, and how it ended. */

import { bytesText, countText } from "../picture_facts.js";
import { UPLOADS } from "../picture_texts.js";
import { aboutText } from "./pace.js";
import { isSentAgain, percentOf } from "./upload.js";

const NO_PART = new Set(["failed", "cancelled"]); // they are told of, but are no part of "7 of 20"
const OVER = new Set(["making", "done", "twice", "unread"]);
const COUNTED = ["sending", "finishing", "making", "done", "twice", "unread", "failed", "cancelled"];

/**
 * @typedef {{all: number, over: number, bytes: number, sent: number, again: boolean} & Record<string, number>} Counts
 *   pictures by state as well; `over` are those that need nothing more from this page
 * @param {import("./upload.js").Upload[]} uploads
 * @returns {Counts}
 */
export function countsOf(uploads) {
  const counts = { all: 0, over: 0, bytes: 0, sent: 0, again: false };
  for (const state of COUNTED) counts[state] = 0;
  for (const upload of uploads) {
    const { state, file, sent } = upload;
    if (state in counts) counts[state] += 1;
    if (NO_PART.has(state)) continue;
    counts.all += 1;
    counts.bytes += file.size;
    counts.sent += state === "twice" ? file.size : sent;
    counts.over += OVER.has(state) ? 1 : 0;
    counts.again ||= isSentAgain(upload);
  }
  return counts;
}

/**
 * While pictures are on their way.
 * @param {Counts} counts
 * @param {import("./upload_queue.js").UploadQueue} queue
 * @param {import("./pace.js").Pace} pace
 */
export function goingText(counts, { halt, isPaused }, pace) {
  const { all, over, bytes, sent } = counts;
  if (halt && !isPaused) return halt.sentence;
  const number = all > 1 ? [`${over} of ${all}`] : [];
  if (isPaused) return [UPLOADS.pausedAt(percentOf(sent, bytes)), ...number].join(" · ");
  if (!counts.sending && !counts.finishing) return [UPLOADS.checking, ...number].join(" · ");
  const amount = all > 1 ? bytesText(bytes) : UPLOADS.partOf(percentOf(sent, bytes), bytesText(bytes));
  const seconds = pace.secondsFor(bytes - sent);
  const time = seconds === null ? [] : [aboutText(seconds)];
  return [...number, amount, ...(counts.again ? [UPLOADS.sentAgain] : time)].join(" · ");
}

/**
 * When nothing is on its way any more.
 * @param {Counts} counts
 * @param {number} missing of a page before this one
 * @param {(done: number, all: number) => string} makingText what is said while the server reads them
 */
export function endedText(counts, missing, makingText) {
  const { done, twice, failed, unread, making } = counts;
  if (making) return makingText(done + unread, making + done + unread);
  const sentences = [];
  if (done) sentences.push(`${countText(done, "picture", "pictures")} added.`);
  if (twice) sentences.push(twice === 1 ? UPLOADS.twice : UPLOADS.manyTwice(twice));
  if (unread) sentences.push(UPLOADS.unread(unread));
  if (failed) sentences.push(`${countText(failed, "file was", "files were")} not added.`);
  if (missing) sentences.push(sentences.length ? UPLOADS.stillMissing(missing) : UPLOADS.reloaded);
  return sentences.join(" ");
}
