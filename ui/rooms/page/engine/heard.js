/** What an open room does with what its socket says. */

export const HELLO = "hello"; // the connection of signals that are about people themselves

/** What the socket says. @type {Record<string, (room: import("./room.js").Room, what: any) => void>} */
export const HEARD = {
  welcome: (room, { peers }) => {
    room.isLost = false;
    for (const peer of room.people.present) if (!peers.includes(peer)) room.direct.left(peer);
    room.people.are(peers);
    for (const peer of peers) room.direct.meet(peer);
    room.hello();
    room.catchUp().catch(() => {});
  },
  joined: (room, { peer }) => {
    room.people.present.add(peer);
    room.direct.meet(peer);
    room.hello([peer]);
    room.changed();
  },
  left: (room, { peer }) => {
    room.people.present.delete(peer);
    room.progress.delete(peer);
    room.direct.left(peer);
    room.changed();
  },
  entry: (room, { seq }) => seq > room.manifest.head.seq && room.catchUp().catch(() => {}),
  stored: (room, { object_id: id }) => room.getting.stored(id),
  changed: (room) => room.refresh().catch(() => {}),
  signal: (room, { from, message }) => {
    if (message.connection !== HELLO) return room.direct.received(from, message);
    room.people.called(from, message.name);
    room.people.seen(from);
    if (typeof message.was === "string") room.people.replaced(message.was);
    room.changed();
  },
  lost: (room) => {
    room.isLost = true;
    room.changed();
  },
  ended: (room) => room.ended(),
};
