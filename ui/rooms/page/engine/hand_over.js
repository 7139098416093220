/**
 * Pictures that another page of Kamra hands to a room: laid down there, and taken up by the room page once it is inside.
 * Originals of the library are named by their ids, and fetched by the room page itself as who is signed in.
 */

import { api } from "../../../components/api.js";
import { inStore } from "./database.js";

const LASTS = 3_600_000; // ms; what nobody took up until then is not wanted any more
const AT_ONCE = 3;

/** Stands for a room that is only about to be opened. */
export const NEW_ROOM = "new";

/** @typedef {{mediaId: string} | {name: string, blob: Blob}} Handed one picture of the library, or a file that is here */

/**
 * Lay them down; what lay there before is let go of.
 * @param {string} roomId or `NEW_ROOM`
 * @param {Handed[]} pictures
 * @throws {DOMException} where the browser keeps nothing
 */
export async function put(roomId, pictures) {
  await inStore("handed", "readwrite", (store) => store.clear());
  await inStore("handed", "readwrite", (store) => store.put({ roomId, at: Date.now(), pictures }));
}

/** @param {string} roomId @returns {Promise<number>} how many lie there for it */
export const waiting = async (roomId) => (await lying(roomId)).length;

/** The room that they wait for is open now. @param {string} roomId */
export async function moveTo(roomId) {
  await put(roomId, await lying(NEW_ROOM));
}

/** Nobody wants them any more. */
export const letGo = () => inStore("handed", "readwrite", (store) => store.clear());

/**
 * What lies there for this room, once.
 * @param {string} roomId
 * @param {(count: number) => void} [begins] told how many come from the library, if any do
 * @returns {Promise<{chosen: import("../state.js").Chosen[], missing: number}>} `missing` could not be fetched
 */
export async function take(roomId, begins = () => {}) {
  const pictures = await lying(roomId);
  if (!pictures.length) return { chosen: [], missing: 0 };
  const away = pictures.filter((one) => "mediaId" in one).length;
  if (away) begins(away);
  const files = new Array(pictures.length).fill(null);
  const left = pictures.entries(); // shared by those who fetch
  const fetching = async () => {
    for (const [at, picture] of left) files[at] = await fileOf(picture).catch(() => null);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetching));
  await letGo(); // not sooner: a reload in between begins again
  const chosen = files.filter(Boolean).map((file) => ({ file, path: file.name }));
  return { chosen, missing: pictures.length - chosen.length };
}

/** @returns {Promise<Handed[]>} none where the browser keeps nothing */
async function lying(roomId) {
  const record = await inStore("handed", "readonly", (store) => store.get(roomId)).catch(() => null);
  return record && Date.now() - record.at < LASTS ? record.pictures : [];
}

/** @param {Handed} picture @returns {Promise<File>} */
async function fileOf(picture) {
  if (!("mediaId" in picture)) return new File([picture.blob], picture.name, { type: picture.blob.type });
  const { name, original_url: url } = await api("GET", `/media/${picture.mediaId}`);
  const answer = await fetch(url, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`no original: ${answer.status}`);
  const blob = await answer.blob();
  return new File([blob], name, { type: blob.type });
}
