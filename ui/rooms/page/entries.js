/** What entries of a manifest say: made for writing, and read with nothing in them believed that can be checked. */

import { fromBase64url, fromHex, hex } from "./bytes.js";
import { objectId } from "./objects.js";
import { HASH } from "./tree.js";

const ID = /^[0-9a-f]{32}$/;

/**
 * @typedef {{name?: string, path?: string, mime?: string, width?: number, height?: number, takenAt?: string,
 *   thumb?: string, preview?: import("./objects.js").ObjectName, coding?: string, originalRoot?: Uint8Array,
 *   originalSize?: number, by?: string}} Facts
 *   `path` is its folders with `/`, the name included; `thumb` a WebP of at most 24 KiB in base64url; `by` who adds it
 */

export const title = (text) => ({ type: "title", text });

/** @param {import("./objects.js").ObjectName} object @param {Facts} [facts] */
export function add(object, { takenAt, originalRoot, originalSize, preview, ...facts } = {}) {
  return {
    type: "add",
    ...nameOf(object),
    ...facts,
    taken_at: takenAt,
    preview: preview && nameOf(preview),
    original_root: originalRoot && hex(originalRoot),
    original_size: originalSize,
  };
}

export const remove = (id) => ({ type: "remove", object_id: id });
export const received = (ids, by) => ({ type: "received", object_ids: ids, by });
export const pick = (id, by, on) => ({ type: "pick", object_id: id, by, on });
export const note = (text, by, id) => ({ type: "note", text, by, object_id: id });

/**
 * The entry with the fields that are known and are what they should be.
 * @param {import("./secret.js").RoomKeys} keys
 * @param {Record<string, any>} entry
 * @returns {Promise<Record<string, any> | null>} null when it says nothing that this code knows, and for an `add`
 *   whose name does not follow from its root and size
 */
export async function understood(keys, entry) {
  const read = Object.hasOwn(READ, entry.type) && READ[entry.type];
  const content = read ? await read(entry, keys) : null;
  return content && { type: entry.type, peer: text(entry.peer), by: text(entry.by), ...content };
}

const READ = {
  title: (entry) => (text(entry.text) === undefined ? null : { text: entry.text }),
  add: async (entry, keys) => {
    const object = await objectIn(entry, keys);
    return object && { ...object, ...(await factsIn(entry, keys)) };
  },
  remove: (entry) => ofObject(entry),
  received: ({ object_ids: ids }) => (Array.isArray(ids) ? { objectIds: ids.filter(isId) } : null),
  pick: (entry) => (typeof entry.on === "boolean" && ofObject(entry) ? { ...ofObject(entry), on: entry.on } : null),
  note: (entry) => (text(entry.text) === undefined ? null : { text: entry.text, ...ofObject(entry) }),
};

async function factsIn(entry, keys) {
  return {
    name: text(entry.name),
    path: text(entry.path),
    mime: text(entry.mime),
    width: count(entry.width),
    height: count(entry.height),
    takenAt: text(entry.taken_at),
    thumb: text(entry.thumb),
    preview: (await objectIn(entry.preview, keys)) ?? undefined,
    coding: text(entry.coding),
    originalRoot: rootIn(entry.original_root) ?? undefined,
    originalSize: count(entry.original_size),
  };
}

/** @returns {Promise<import("./objects.js").ObjectName | null>} */
async function objectIn(told, keys) {
  const root = rootIn(told?.root);
  const size = count(told?.size);
  if (!root || size === undefined) return null;
  return (await objectId(keys, root, size)) === told.object_id ? { objectId: told.object_id, root, size } : null;
}

/** Written in hexadecimal as `object_id` is; the protocol's other hashes are base64url, so that is read too. */
function rootIn(told) {
  try {
    const root = told.length === 2 * HASH ? fromHex(told) : fromBase64url(told);
    return root.length === HASH ? root : null;
  } catch {
    return null;
  }
}

const nameOf = ({ objectId: id, root, size }) => ({ object_id: id, root: hex(root), size });
const isId = (id) => typeof id === "string" && ID.test(id);
const ofObject = ({ object_id: id }) => (isId(id) ? { objectId: id } : null);
const text = (told) => (typeof told === "string" ? told : undefined);
const count = (told) => (Number.isSafeInteger(told) && told >= 0 ? told : undefined);
