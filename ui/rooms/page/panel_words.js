/** The words of what opens over the contact sheet: the invitation, a frame's details, the owner's panel, the viewer. */

import { bytesText, countText } from "../../components/picture_facts.js";
import { aboutText } from "../../components/uploads/pace.js";
import { exactly, weekday } from "./view/moments.js";

export const INVITE = {
  heading: "Invite",
  open: (expiresAt) =>
    `Open until ${exactly(expiresAt)}. Anyone with this link can see and add pictures, so send it only to them. ` +
    "The key is in the link: if it is lost, nobody can get in, not even we.",
  link: "Room link",
  copy: "Copy link",
  copied: "Copied",
  share: "Share",
  qr: "QR code",
  qrAlt: "QR code of the room link",
  network: (host) => `This link begins with ${host}, so it only works in your home network.`,
  computer: (host) => `This link begins with ${host}, so it only works on this computer.`,
};

export const OWNER = {
  heading: "This room",
  howLong: "Gone in",
  days: (days) => countText(days, "day", "days"),
  shortened: (expiresAt) => `Open until ${exactly(expiresAt)}.`,
  longest: (expiresAt) => `as long as it may: ${exactly(expiresAt)}`,
  keepHeading: "When somebody is away:",
  keep: "Keep the pictures here, locked, until they come. The server holds them but cannot open them.",
  nothing: "Keep nothing. You must both have the room open at the same time.",
  nothingNow: "What was kept here is removed.",
  close: "Close the room",
  stored: (bytes) => `${bytesText(bytes)} kept here`,
};

export const DETAILS = {
  pixels: "Size in pixels",
  bytes: "Size",
  kind: "Kind",
  taken: "Taken",
  by: "From",
  path: "Folder",
  now: "Now",
  has: "Who has it",
  nobody: "Nobody yet",
  favourites: "Favourite of",
  you: "you",
  location: "Says where it was taken",
  smaller: (from, to) => `Travels as ${bytesText(to)} instead of ${bytesText(from)}; it arrives exactly as it was.`,
  favourite: "Favourite",
  notFavourite: "Not a favourite",
  save: "Save",
  library: "Save to my library",
  remove: "Remove",
  cancel: "Stop",
  retry: "Try again",
  notes: "Notes",
  direct: "from your device to theirs, not through the server",
  directTo: "from their device to yours, not through the server",
  kept: (expiresAt) => `locked on the server until ${weekday(expiresAt)}, for those who come later`,
  left: (seconds) => aboutText(seconds),
};

export const VIEWER = {
  nothing: "There is no picture of this file. Save it to open it.",
};

/** Keys of the room's viewer that the library's has not, or that do something else there. */
export const KEYS = [
  ["F", "Favourite, or not any more"],
  ["Delete", "Remove"],
];
