/** The words of what stands where there is no room to show: a wanted link, a password, a room that is over. */

import { dayAndTime } from "./view/moments.js";

export const DOORS = {
  join: { headline: "Rooms", sentence: "Somebody sent you a room link? Paste it here.", label: "Room link", go: "Open the room" },
  password: {
    headline: "This room has a password.",
    sentence: "Whoever sent you the link can tell you.",
    label: "Password",
    go: "Open the room",
  },
  opening: "Opening the room …",
  over: (overAt) =>
    `This room is over. Its pictures were deleted on ${dayAndTime(overAt)} and cannot be brought back. ` +
    "Ask for a new link if you still need them.",
  overUnknown: "This room is over. Its pictures were deleted and cannot be brought back. Ask for a new link if you still need them.",
  overHeadline: "It is all gone.",
  unknownHeadline: "No room here.",
  cutHeadline: "A piece is missing.",
  limitedHeadline: "Wait a moment.",
  limited(seconds) {
    const minutes = Math.max(1, Math.ceil(seconds / 60));
    return `Too many tries. Go on in ${minutes === 1 ? "1 minute" : `${minutes} minutes`}.`;
  },
  insecureHeadline: "Not over http.",
  insecure:
    "You are on an unsecured address (http). Library, feed and studio work. Rooms and installing on a phone do not, " +
    "because browsers switch off encryption there.",
  insecureLink: "Get a secure address",
  insecureAfter: " – about ten minutes.",
};
