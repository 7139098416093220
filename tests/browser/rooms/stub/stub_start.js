/** The room page over an engine that only remembers what it was asked; the test says what it shows. */

import { openView } from "ROOM_PAGE/view/room_view.js";

const DAY = 86_400_000;
const SHAPES = [[1.5, 1], [1.33, 1], [0.75, 1], [1.78, 1], [1, 1], [2.4, 1]];
const NOTHING = { kind: "quiet", done: 0, total: 0, speed: null, secondsLeft: null, name: "", mayClose: true };

const calls = [];
const refusals = {};
const answers = { located: 0, qr: [[true, false, true], [false, true, false], [true, true, false]] };
const NAMES = ["enter", "password", "located", "add", "preview", "save", "saveToLibrary", "pick", "note", "remove"];
NAMES.push("cancel", "retry", "setName", "shorten", "undoShorten", "setKeep", "close", "agreeToKeep", "qr");

const does = {
  preview: (id) => `/pictures/${Number(id.slice(1)) % 8}?larger`,
  pick: (id, on) => change(id, { picks: on ? [{ name: "Mara", self: true }] : [] }),
  note: (id, text) => id && change(id, { notes: [...find(id).notes, { by: "Mara", text }] }),
  remove: (ids) => room.show({ frames: room.state.frames.filter((one) => !ids.includes(one.id)) }),
  setName: (name) => room.show({ myName: name }),
};
const actions = { handed: async () => ({ chosen: [], missing: 0 }) };
for (const name of NAMES) {
  actions[name] = async (...given) => {
    calls.push([name, ...given.map(plain)]);
    if (refusals[name]) throw Object.assign(new Error(refusals[name]), { code: refusals[name] });
    return does[name]?.(...given) ?? answers[name];
  };
}

/** Files do not come out of the page; their names do. */
function plain(value) {
  return Array.isArray(value) ? value.map((one) => (one.file instanceof File ? { path: one.path, bytes: one.file.size } : one)) : value;
}

/** A frame as it is before anything happens to it. */
function frame(number, changes = {}) {
  const [wide, high] = SHAPES[(number * 7) % SHAPES.length];
  const name = `IMG_${2000 + number}.jpg`;
  return {
    number,
    id: `f${number}`,
    name,
    path: name,
    mime: "image/jpeg",
    bytes: 2_000_000,
    width: wide * 3000,
    height: high * 3000,
    takenAt: "2026-06-02T10:20:30Z",
    thumb: `/pictures/${number % 8}`,
    preview: "known",
    by: "Anna",
    mine: false,
    sign: "waiting",
    progress: 0,
    speed: null,
    secondsLeft: null,
    way: null,
    trouble: null,
    picks: [],
    notes: [],
    receivedBy: [],
    saysWhere: false,
    savings: null,
    ...changes,
  };
}

const EMPTY = {
  phase: "open",
  title: "Lisbon, the long weekend",
  link: "https://photos.example.org/r#1.VGhpcyBpcyBub3QgYSBrZXksIGJ1dCBpdCBsb29rcyBsaWtl",
  expiresAt: Date.now() + 6.5 * DAY,
  latestExpiry: Date.now() + 6.5 * DAY,
  keep: "always",
  isOwner: false,
  hasAccount: false,
  myName: "",
  people: [{ peer: "01", name: "Mara", self: true }, { peer: "02", name: "Anna", self: false }],
  frames: [],
  notes: [],
  foot: NOTHING,
  troubles: [],
  saving: { step: "save", next: 0 },
  bytesStored: 0,
  limits: { room: 5_000_000_000, file: 2_000_000_000 },
};

const view = openView(document.querySelector("main"), actions);
const room = {
  state: EMPTY,
  calls,
  refusals,
  answers,
  frame,
  frames: (count, changes = () => ({})) => Array.from({ length: count }, (_, at) => frame(at + 1, changes(at + 1))),
  show(changes) {
    room.state = { ...room.state, ...changes };
    view.show(room.state);
  },
  reset(changes = {}) {
    calls.length = 0;
    for (const name of Object.keys(refusals)) delete refusals[name];
    answers.located = 0;
    for (const open of document.querySelectorAll("dialog[open]")) open.close();
    view.show({ ...EMPTY, phase: "opening" }); // so that nothing of one test is left for the next
    room.state = EMPTY;
    room.show({ ...changes });
  },
  foot: (kind, changes = {}) => ({ ...NOTHING, kind, ...changes }),
};
const find = (id) => room.state.frames.find((one) => one.id === id);
const change = (id, changes) =>
  room.show({ frames: room.state.frames.map((one) => (one.id === id ? { ...one, ...changes } : one)) });

window.room = room;
view.show({ ...EMPTY, phase: "opening" });
