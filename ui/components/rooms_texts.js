/** The sentences of My rooms and of sending something to one: part of the browser's half of the text catalogue. */

import { bytesText, countText } from "./picture_facts.js";

export const ROOMS = {
  title: "Rooms",
  open: "Open a room",
  list: "Rooms that are open",
  untitled: "A room",
  link: "Link",
  goIn: "Go to the room",
  close: "Close the room",
  elsewhere: "Opened on another device. Use the link you sent, or open it there. From here you can only close it.",
};

export const NO_ROOMS = {
  headline: "No rooms open.",
  sentence: "A room hands over originals. You send a link; after at most 7 days it is all gone.",
};

/**
 * @param {{bytes_stored: number, people_inside: number, keep: string}} room
 * @param {boolean} [hasPassword]
 * @returns {string} such as "96 MB kept · 2 people inside"
 */
export function roomFacts({ bytes_stored: bytes, people_inside: inside, keep }, hasPassword = false) {
  const kept = bytes ? `${bytesText(bytes)} kept` : keep === "never" ? "keeps nothing" : "nothing kept";
  const people = inside ? `${countText(inside, "person", "people")} inside` : "nobody inside";
  return [kept, people, ...(hasPassword ? ["with a password"] : [])].join(" · ");
}

export const OPENING = {
  heading: "Open a room",
  title: "What is it called?",
  titleHelp: "Only people with the link can read this.",
  days: "How long?",
  password: "Password",
  optional: "optional",
  passwordHelp: "Tell them in another way than the link.",
  go: "Open the room",
  goAndSend: "Open the room and send",
  broken: "That did not work. Try again in a moment.",
};

export const OPENED = {
  heading: "The room is open.",
  forgotten: "This browser keeps nothing for later. Copy the link now: it is the only way into the room.",
  untold: "The room is open, but what it is called did not reach it.",
};

export const SENDING = {
  heading: "Send",
  lead: (count) => `${count === 1 ? "The original goes" : `${count.toLocaleString("en")} originals go`} into a room, exactly as ${count === 1 ? "it is" : "they are"}.`,
  fresh: "A new room",
  waiting: (count) => `${count === 1 ? "It goes" : `${countText(count, "picture", "pictures")} go`} in as soon as the room is open.`,
  failed: "They could not be taken along. Try again in a moment.",
};
