/** Writes chunks to disk, several at a time, and beside each object a map of those that are written. */

import { Bitmap } from "../bitmap.js";
import { joined, utf8 } from "../bytes.js";
import { CHUNK } from "../objects.js";

const AT_ONCE = 256 * 1024; // bytes that are worth a write …
const AT_LATEST = 300; // … or ms after the last chunk, because a killed tab loses what is in memory
const MAP = ".map"; // behind the object's name

/**
 * @typedef {{data: FileSystemSyncAccessHandle, map: FileSystemSyncAccessHandle, written: Bitmap,
 *   held: {index: number, chunk: Uint8Array}[], bytes: number, timer: number}} Opened
 */

/** @type {Map<string, Opened>} by the object's id */
const opened = new Map();
const tasks = { open, put, read, close, remove };

onmessage = async ({ data: { n, task, place, ...more } }) => {
  try {
    postMessage({ n, answer: await tasks[task](place, more) });
  } catch ({ name, message }) {
    postMessage({ n, failed: { name, message } });
  }
};

/** @returns {Promise<{told: string}>} the chunks that are there */
async function open(place, { count }) {
  await close(place);
  const folder = await folderOf(place);
  const name = place.at(-1);
  const data = await handleOf(folder, name);
  const map = await handleOf(folder, name + MAP).catch((error) => {
    data.close();
    throw error;
  });
  const written = bitmapIn(map, count);
  opened.set(name, { data, map, written, held: [], bytes: 0, timer: 0 });
  return { told: written.toString() };
}

function put(place, { index, chunk }) {
  const one = demanded(place);
  one.held.push({ index, chunk });
  one.bytes += chunk.length;
  clearTimeout(one.timer);
  if (one.bytes >= AT_ONCE) write(one);
  else one.timer = setTimeout(() => writeLate(one), AT_LATEST);
}

/** @returns {{bytes: Uint8Array}} */
function read(place, { from, to }) {
  const bytes = new Uint8Array(to - from);
  const length = demanded(place).data.read(bytes, { at: from });
  return { bytes: bytes.subarray(0, length) };
}

async function close(place) {
  const one = opened.get(place.at(-1));
  if (!one) return;
  opened.delete(place.at(-1));
  clearTimeout(one.timer);
  try {
    write(one);
    one.data.flush();
  } finally {
    one.data.close();
    one.map.close();
  }
}

async function remove(place) {
  await close(place).catch(() => {}); // it goes anyway
  const folder = await folderOf(place);
  for (const name of [place.at(-1) + MAP, place.at(-1)]) {
    await folder.removeEntry(name).catch(({ name: kind, message }) => {
      if (kind !== "NotFoundError") throw new DOMException(message, kind);
    });
  }
}

/** First the bytes, then that they are there. Neighbours go together. */
function write(one) {
  const held = one.held.splice(0).sort((some, other) => some.index - other.index);
  one.bytes = 0;
  for (let at = 0; at < held.length; ) {
    const run = [held[at]];
    while (held[at + run.length]?.index === run[0].index + run.length) run.push(held[at + run.length]);
    const bytes = joined(...run.map(({ chunk }) => chunk));
    const length = one.data.write(bytes, { at: run[0].index * CHUNK });
    if (length < bytes.length) throw new DOMException("", "QuotaExceededError");
    for (const { index } of run) one.written.add(index);
    at += run.length;
  }
  if (held.length > 0) one.map.write(utf8(one.written.toString()), { at: 0 });
}

/** Nobody waits for this one: what fails now is told when the next chunk comes, or at the end. */
function writeLate(one) {
  const held = [...one.held];
  try {
    write(one);
  } catch {
    one.held = held;
    one.bytes = AT_ONCE;
  }
}

function demanded(place) {
  const one = opened.get(place.at(-1));
  if (!one) throw new DOMException("not open", "InvalidStateError");
  return one;
}

function bitmapIn(map, count) {
  const bytes = new Uint8Array(map.getSize());
  map.read(bytes, { at: 0 });
  try {
    return new Bitmap(count, new TextDecoder().decode(bytes));
  } catch {
    return new Bitmap(count); // not written to its end
  }
}

async function folderOf(place) {
  let folder = await navigator.storage.getDirectory();
  for (const name of place.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
  return folder;
}

const handleOf = async (folder, name) =>
  (await folder.getFileHandle(name, { create: true })).createSyncAccessHandle();
