/** Every word the room page says by itself; what opens over it has its own in `panel_words.js`. */

import { bytesText, countText } from "../../components/picture_facts.js";
import { aboutText } from "../../components/uploads/pace.js";
import { exactly, goneIn, weekday } from "./view/moments.js";

export { CANCEL, CLOSE, UNDO } from "../../components/texts.js";

const LEAVE_OPEN = "Please leave this page open.";
const MAY_CLOSE = "You can close this page.";
const NOT_LOST = "Nothing is lost if you close this page.";

/** @param {string} name @returns {string} whom a sentence is about who has not said their name */
const whom = (name) => name || "somebody";
const Whom = (name) => name || "Somebody";
const all = (total) => (total === 1 ? "the one picture" : `all ${total.toLocaleString("en")}`);
const All = (total) => (total === 1 ? "The picture" : `All ${total.toLocaleString("en")}`);
const areOrIs = (total) => (total === 1 ? "is" : "are");
const countOf = ({ done, total }) => `${done.toLocaleString("en")} of ${total.toLocaleString("en")}`;

/** "7 of 20, 4.1 MB/s, about 3 minutes", of which the last two are left out while unknown. */
function pace(foot, { withSpeed = true } = {}) {
  const speed = withSpeed && foot.speed ? [speedText(foot.speed)] : [];
  const time = foot.secondsLeft === null ? [] : [aboutText(foot.secondsLeft)];
  return [countOf(foot), ...speed, ...time].join(", ");
}

/**
 * The line at the foot: what is happening, how long, and whether one may close the page.
 * @type {Record<string, (foot: import("./state.js").Foot, state: import("./state.js").RoomState) => string[]>}
 *   the sentence, and what of it is to be read first of all
 */
export const FOOT = {
  "nobody-keeping": (foot) => [`Keeping your pictures for when they come: ${pace(foot, { withSpeed: false })}. ${LEAVE_OPEN}`],
  kept: ({ total }, { expiresAt }) => [`${All(total)} ${areOrIs(total)} kept until ${weekday(expiresAt)}.`, MAY_CLOSE],
  direct: (foot) => [`Going straight to ${whom(foot.name)}: ${pace(foot)}. ${LEAVE_OPEN}`],
  "nobody-direct-only": () => [
    "Nobody is here yet, and this room keeps nothing. Leave this page open until they come.",
  ],
  "done-direct": ({ name, total }) => [`${Whom(name)} has ${all(total)}. ${MAY_CLOSE}`],
  "room-full": (foot, { limits }) => [roomFull(foot, limits)],
  reloaded: () => [RELOADED],
  "receiving-direct": (foot) => [`Coming straight from ${whom(foot.name)}: ${pace(foot)}.${notLost(foot)}`],
  "receiving-kept": (foot) => [
    `Coming from the server, where ${foot.name ? `${foot.name}'s` : "the"} pictures are kept: ${pace(foot)}.${notLost(foot)}`,
  ],
  received: ({ total }, { expiresAt }) => [
    `${All(total)} ${areOrIs(total)} here. Save ${total === 1 ? "it" : "them"} before ${weekday(expiresAt)}.`,
  ],
  interrupted: () => ["Connection lost. Going on as soon as it is back; nothing is lost."],
  "sender-left": (foot) => [
    `${Whom(foot.name)} has left. ${countOf(foot)} are here; the others come when they open the room again.`,
  ],
  "last-hours": (_, { expiresAt }) => [`${capital(goneIn(expiresAt))}. Save what you want to keep.`],
  quiet: () => [`Nothing is on its way. ${MAY_CLOSE}`],
  "ask-keep": (_, { expiresAt }) => [
    `Nobody is here. Keep your pictures here, locked, until ${weekday(expiresAt)}? The server holds them but cannot open them.`,
  ],
};
export const KEEP_LOCKED = "Keep locked";
const notLost = ({ mayClose }) => (mayClose ? ` ${NOT_LOST}` : "");

const RELOADED =
  "The page was reloaded and your browser let go of the files. Choose the same ones again; what has arrived is not sent twice.";
const roomFull = ({ done, total }, { room }) =>
  `This room can keep ${bytesText(room)}; ${countOf({ done, total })} fit. ` +
  `The other ${(total - done).toLocaleString("en")} go direct while you are both here.`;

/** What concerns more than one file. @type {Record<string, (trouble: import("./state.js").Trouble, state: import("./state.js").RoomState) => string>} */
export const NOTICES = {
  tampering: () =>
    "This connection could not prove that it belongs to your room, so nothing was sent. Try another network, or a new link.",
  "lists-differ": ({ name }) =>
    `You and ${whom(name)} see different pictures. The server may be hiding some; ask ${name || "them"} what they see.`,
  "file-changed": ({ name }) => `${name} changed while it was being sent. Add it again to send the new one.`,
  "room-full": ({ fits, total }, { limits }) => roomFull({ done: fits, total }, limits),
  reloaded: () => RELOADED,
  "no-space": () => "This device has no space left for the pictures. Save some, or free some space; the rest waits.",
};
export const CHOOSE_AGAIN = "Choose files";

/** Why a file stands with `!`. */
export const TROUBLES = {
  "file-changed": "It changed while it was being sent. Add it again to send the new one.",
  "not-whole": "What came is not what was sent, so it was thrown away. Try again.",
  "cannot-read": "This browser could not read the file. Choose it again.",
  "no-space": "This device has no space left for it.",
  "too-large-to-keep": "It is larger than this room can keep, so it goes direct while you are both here.",
  "nobody-has-it": "Nobody who is here has it. It comes when its sender opens the room again.",
};

/** Why something that was asked for did not happen. */
export const REFUSALS = {
  password_wrong: "That is not the password.",
  link_cut: "The end of this link is missing. Ask for it again and open it whole, or paste it here.",
  link_unknown: "There is no room behind this link.",
  not_a_link: "That is no room link. It begins with an address and ends with a long key.",
  room_full: "This room can keep no more.",
  offline: "No connection. What you have already loaded stays. Kamra goes on by itself.",
  cannot_save: "This browser cannot save pictures from here. Open the link in another one.",
  cancelled: "",
};
export const UNKNOWN = "Something went wrong here, not with your picture. Try again in a moment.";

export const EDGE = {
  waiting: ["○", "small picture only"],
  coming: ["◔", "on its way"],
  here: ["●", "original is here"],
  saved: ["✓", "saved"],
  trouble: ["!", "trouble"],
};
export const receivedSign = ["✓", "somebody has it"];
export const numberText = (number) => String(number).padStart(2, "0");
export const percentText = (part) => `${Math.floor(part * 100)} %`;
export const speedText = (speed) => `${bytesText(speed)}/s`;

/** How a frame is read out. @param {import("./state.js").Frame} frame */
export function readOut(frame) {
  const sign = frame.sign === "coming" ? `on its way, ${Math.floor(frame.progress * 100)} percent` : EDGE[frame.sign][1];
  const has = frame.receivedBy.length ? [`${listOf(frame.receivedBy)} ${frame.receivedBy.length > 1 ? "have" : "has"} it`] : [];
  const picks = frame.picks.length ? [favouriteOf(frame.picks)] : [];
  return [`${frame.number}, ${frame.name}`, has.length ? has[0] : sign, ...picks].join(", ");
}

/** @param {{name: string, self: boolean}[]} picks */
export const favouriteOf = (picks) => `a favourite of ${listOf(picks.map(({ name, self }) => (self ? "you" : name || "somebody")))}`;

/** "Anna, Ben and you" @param {string[]} names */
export function listOf(names) {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** "all 24 · 96 MB" @param {number} count @param {number} bytes @param {boolean} isRest whether some are saved already */
function howMany(count, bytes, isRest) {
  const which = count === 1 ? "it" : `${isRest ? "the other" : "all"} ${count.toLocaleString("en")}`;
  return `${which} · ${bytesText(bytes)}`;
}

export const HEAD = {
  invite: "Invite",
  add: "Add files",
  more: "More",
  untitled: "A room",
  thumbs: "Contact sheet",
  files: (frames) =>
    countText(frames.length, ...(frames.every(({ mime }) => mime.startsWith("image/")) ? ["picture", "pictures"] : ["file", "files"])),
  people(people) {
    const others = people.filter(({ self }) => !self);
    const named = others.map(({ name }) => name).filter(Boolean);
    const rest = others.length - named.length;
    const unnamed = rest ? [named.length ? countText(rest, "other", "others") : countText(rest, "visitor", "visitors")] : [];
    return others.length ? listOf([...named, ...unnamed, "you"]) : "only you";
  },
  gone: goneIn,
  exactly: (expiresAt) => exactly(expiresAt),
  forYou: (name, files) => `${Whom(name)} has put ${files} here for you.`,
  save: (...wanted) => `Save ${howMany(...wanted)}`,
  get: (...wanted) => `Get ${howMany(...wanted)}`,
  photos: "Save to Photos",
  nextPhotos: (count) => `Save the next ${count}`,
  library: "Save to my library",
  inLibrary: "In your library.",
};

export const EMPTY = {
  first: {
    headline: "An empty sheet.",
    sentence: "Drop pictures, folders, any files. Then send the link.",
    choose: "Choose files",
    copy: "Copy link",
  },
  guest: {
    headline: "Nothing here yet.",
    sentence: "Pictures appear here as they come. You can add your own too.",
    choose: "Choose files",
  },
};

export const IN_APP = {
  ios: ["This app's own browser cannot save pictures. Press ··· and choose ", "Open in Safari", "."],
  other: ["This app's own browser cannot save pictures. Press ··· and choose ", "Open in browser", "."],
};

export const ADD = {
  letGo: "Let go to add",
  files: "Choose files",
  folder: "Choose a folder",
  heading: "Before they go",
  nameHeading: "Who is it from?",
  name: "Your name, so they know who it is from.",
  located: (count) =>
    count === 1 ? "One of these says where it was taken." : `${count.toLocaleString("en")} of these say where they were taken.`,
  asTheyAre: "Send as they are",
  remove: "Remove the location",
  go: "Add them",
  nameGo: "Go on",
};

export const HANDED = {
  coming: (count) => (count === 1 ? "Your picture is being fetched." : `Your ${count.toLocaleString("en")} pictures are being fetched.`),
  missing: (count) => `${count === 1 ? "One picture" : `${count.toLocaleString("en")} pictures`} could not be fetched. Send again what is not here.`,
};

export const TO_LIBRARY = {
  begun: "On the way into your library.",
  partly: (count, all, why) =>
    all === 1 ? why : `${count.toLocaleString("en")} of ${all.toLocaleString("en")} are in your library. ${why}`,
};

export const CHOSEN = {
  region: "Chosen pictures",
  clear: "Choose none",
  choose: (number) => `Choose ${number}`,
  line: (count, bytes) => `${count.toLocaleString("en")} chosen · ${bytesText(bytes)}`,
  save: "Save",
  favourite: "Favourite",
  remove: "Remove",
};

/** What a frame is called. @param {number} number */
export const numbered = (number) => `Number ${number}`;
export const NOTE = { write: "Write a note", send: "Send" };
export const REMOVED = "Deleted.";
export const CLOSING = "The room closes, and everything in it goes.";
export const ROOM_NOTES = "Notes about this room";

const capital = (text) => text[0].toUpperCase() + text.slice(1);
