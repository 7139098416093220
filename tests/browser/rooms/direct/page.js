// What a test of direct transfers has in each of its pages: a peer of a room, its files, and a log of what happened.
// `signalOut(to, text)` is exposed by the test; it calls `signalIn(from, text)` in the other page.
window.events = [];
window.stats = { served: 0, arrived: 0, again: 0, mostWaiting: 0 }; // bytes, but for `again`, which are chunks
window.files = new Map();

window.fileOf = (size, seed) => {
  const bytes = new Uint8Array(size);
  const words = new Uint32Array(bytes.buffer, 0, size >> 2);
  for (let at = 0, x = seed + 1; at < words.length; at += 1) words[at] = x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
  return bytes;
};

window.join = async (me, { secret: told, plain = false, rtc = {} }) => {
  window.keys = await secret.roomKeys(secret.parseLink(told).secret);
  const signals = new signalling.Signals(keys, me);
  let turn = Promise.resolve();
  window.signalIn = (from, text) =>
    (turn = turn.then(async () => {
      const signal = plain ? JSON.parse(text) : await signals.open(from, text);
      if (signal) room.received(from, signal);
    }));
  window.room = new direct.Direct({
    keys, me, rtc,
    send: async (to, signal) =>
      signalOut(to, plain ? JSON.stringify(signal) : await signals.seal(to, signal.connection, signal)),
    sealedRange: async (id, first, end) => {
      const { described: object, isFalse } = files.get(id);
      const sealed = await described.sealRange(object, first, end);
      if (isFalse) for (const chunk of sealed) chunk[0] ^= 1;
      stats.served += sealed.reduce((sum, { length }) => sum + length, 0);
      return sealed;
    },
    arrived: keep,
    happened: (event) => events.push({ ...event, error: event.error && String(event.error) }),
  });
};

window.connections = [];
window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(...given) {
    super(...given);
    connections.push(this);
  }
};

// Wherever a channel is: the most that ever waited in it, in any page of a test.
const send = RTCDataChannel.prototype.send;
RTCDataChannel.prototype.send = function (data) {
  send.call(this, data);
  stats.mostWaiting = Math.max(stats.mostWaiting, this.bufferedAmount);
};

window.offer = async (size, seed) => {
  const it = await described.describe(keys, new Blob([fileOf(size, seed)]));
  files.set(it.objectId, { described: it });
  const all = new bitmap.Bitmap(objects.chunkCount(size));
  for (let index = 0; index < all.count; index += 1) all.add(index);
  room.hold(it.objectId, all);
  return { id: it.objectId, root: bytes.hex(it.root), size };
};

window.want = async ({ id, root, size }, known = "") => {
  const key = await objects.objectKey(keys, bytes.fromHex(root), size);
  const held = new bitmap.Bitmap(objects.chunkCount(size), known);
  files.set(id, { key, size, held, bytes: new Uint8Array(size), seen: new Set() });
  room.fetch(id, held);
};

const keep = async (id, index, sealed) => {
  const file = files.get(id);
  const chunk = await objects.openChunk(file.key, index, objects.isLastChunk(index, file.size), sealed);
  if (file.seen.has(index)) stats.again += 1;
  file.seen.add(index);
  file.bytes.set(chunk, index * objects.CHUNK);
  await window.keptOne?.(index);
  stats.arrived += sealed.length;
};

window.digest = async (data) => bytes.hex(new Uint8Array(await crypto.subtle.digest("SHA-256", data)));

const PATIENCE = 20_000; // ms

window.until = async (isSo) => {
  for (const began = performance.now(); !isSo(); await new Promise((resolve) => setTimeout(resolve, 10))) {
    if (performance.now() - began > PATIENCE) throw new Error(`${isSo} is not so: ${JSON.stringify([stats, events])}`);
  }
};

window.happening = async (type, match = {}) => {
  const isIt = (event) => event.type === type && Object.entries(match).every(([name, value]) => event[name] === value);
  await until(() => events.some(isIt));
  return events.find(isIt);
};
