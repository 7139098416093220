/** One picture on its way to the server: announce it, send what is missing of it, say that it is all there. */

import { api, offline, problemOf } from "../api.js";
import { pictureType } from "./accepted_files.js";
import { sendPiece } from "./piece.js";

const PIECE = 8 * 2 ** 20; // the most that is sent twice when nothing at all was kept of a cut request

/**
 * @typedef {{upload_id: string, media_id: string, upload_url: string, headers?: Record<string, string>,
 *   received?: number}} Ticket a place at the server; `received` bytes of the file are there
 * @typedef {{file: File, sha256: string, ticket: Ticket | null, signal: AbortSignal, isDraft?: boolean,
 *   announced: (ticket: Ticket) => void, starts: (offset: number) => void, progress: (sent: number) => void}} Sending
 *   `ticket` is that of an earlier try; a draft is not in the library; `starts` is told from where the bytes go on, `progress` how far they are
 */

/**
 * @param {Sending} sending
 * @returns {Promise<Ticket>}
 * @throws {import("../api.js").Problem}, the browser's AbortError, and `NotReadableError` when the device gives nothing
 */
export async function sendFile(sending) {
  const { file, sha256, signal, announced, isDraft: draft } = sending;
  let { ticket } = sending;
  let offset = ticket && (await heldOf(ticket, signal));
  if (offset === null) {
    const wish = { content_type: pictureType(file), bytes: file.size, filename: file.name, sha256, draft };
    ticket = await api("POST", "/media/upload", wish, { signal });
    announced(ticket);
    offset = ticket.received ?? 0;
  }
  while (offset < file.size) offset = await sendNext(sending, ticket, offset);
  await api("POST", `/media/upload/${ticket.upload_id}/complete`, undefined, { signal });
  return ticket;
}

/**
 * How many bytes of an upload the server holds.
 * @param {Ticket} ticket
 * @param {AbortSignal} [signal]
 * @returns {Promise<number | null>} null when its place is gone
 */
export async function heldOf({ upload_url: url }, signal) {
  const asked = fetch(url, { method: "HEAD", credentials: "same-origin", cache: "no-store", signal });
  const answer = await asked.catch((error) => {
    throw error.name === "AbortError" ? error : offline();
  });
  if (answer.status === 404 || answer.status === 410) return null;
  if (!answer.ok) throw await problemOf(answer);
  return Number(answer.headers.get("Upload-Offset"));
}

/** Free a place at the server. @param {Ticket} ticket @throws {import("../api.js").Problem} */
export async function giveUp({ upload_id: id }) {
  await api("DELETE", `/media/upload/${id}`);
}

/** @returns {Promise<number>} the new offset, which is the server's own wherever it says one */
async function sendNext({ file, signal, starts, progress }, { upload_url: url, headers }, offset) {
  starts(offset);
  const end = Math.min(offset + PIECE, file.size);
  const isWhole = offset === 0 && end === file.size;
  const piece = { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" };
  try {
    const answer = await sendPiece({
      method: isWhole ? "PUT" : "PATCH",
      url,
      headers: isWhole ? { ...headers } : piece,
      body: await file.slice(offset, end).arrayBuffer(), // so that an unreadable file is told from a lost line
      signal,
      progress: (sent) => progress(offset + sent),
    });
    return answer.offset ?? end;
  } catch (problem) {
    return offsetAfter(problem, offset, file.size);
  }
}

/** Where to go on after a refusal that says what the server holds; anything else is thrown on. */
function offsetAfter(problem, offset, size) {
  if (problem.code === "upload_finished") return size; // an earlier try brought them all and its answer was lost
  if (problem.status !== 409 || (problem.offset ?? offset) === offset) throw problem;
  return problem.offset;
}

/**
 * The picture of the library that has exactly these bytes already.
 * @param {string} sha256
 * @param {AbortSignal} signal
 * @returns {Promise<string | null>} its id
 */
export async function idInLibrary(sha256, signal) {
  const { items } = await api("GET", `/media?limit=1&sha256=${sha256}`, undefined, { signal });
  return items[0]?.id ?? null;
}
