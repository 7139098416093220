/** The sentences about pictures that the browser says on its own: part of the browser's half of the text catalogue. */

export const COULD_NOT_BE_READ = "Could not be read";
export const WHY = "Why?";
export const GETTING_READY = "Getting ready";
export const TRY_AGAIN = "Try again";
export const DELETED = "Deleted.";
export const SAVED = "Saved.";

export const VIEWER = {
  close: "Close",
  previous: "Previous picture",
  next: "Next picture",
  facts: "Facts",
  closeFacts: "Close the facts",
  keys: "Keys",
  ground: "Ground",
  oneToOne: "Actual size",
  name: "Name",
  alt: "What the picture shows",
  altHelp: "Read aloud to people who cannot see it.",
  unsent: "No connection. This is sent as soon as it is back.",
  location: "The original says where it was taken. What others see does not.",
  taken: "Taken",
  added: "Added",
  pixels: "Pixels",
  bytes: "Original",
  kind: "Kind",
};

/** Keys of the viewer, as its list shows them. */
export const KEYS = [
  ["← →", "Previous, next picture"],
  ["Z", "Actual size, and back"],
  ["I", "Facts"],
  ["S", "Save the original"],
  ["B", "Black, grey or white ground"],
  ["Delete", "Delete"],
  ["?", "This list"],
  ["Esc", "Back to the pictures"],
];

export const UPLOADS = {
  letGo: "Let go to add",
  region: "Adding pictures",
  showList: "Show all",
  hideList: "Hide",
  cancelAll: "Cancel all",
  cancelOne: (name) => `Cancel ${name}`,
  away: "Close",
  pause: "Pause",
  goOn: "Go on",
  choose: "Choose pictures",
  giveUp: "Give up",
  states: {
    waiting: "waiting",
    hashing: "checking",
    ready: "next",
    finishing: "nearly there",
    making: "getting ready",
    done: "added",
    cancelled: "cancelled",
  },
  checking: "Checking what is here already",
  partOf: (percent, bytes) => `${percent} % of ${bytes}`,
  sentAgain: "the last part is sent again",
  pausedAt: (percent) => `Paused at ${percent} %`,
  rowPausedAt: (percent) => `paused at ${percent} %`,
  rowPaused: "paused",
  partIsHere: (percent) => `${percent} % is here`,
  notSent: "not sent yet",
  twice: "Already in your library.",
  manyTwice: (count) => `${count} were already in your library.`,
  sameAs: (name) => `The same picture as ${name}.`,
  making: (done, all) =>
    all === 1
      ? "Your picture is here. You can close this page; it is being made ready."
      : `All ${all} are here. You can close this page; ${done} of ${all} are ready.`,
  unread: (count) => `${count} could not be read.`,
  reloaded:
    "The page was reloaded and your browser let go of the files. " +
    "Choose the same ones again; what has arrived is not sent twice.",
  stillMissing: (count) => `${count} from before ${count === 1 ? "is" : "are"} still missing: choose them again.`,
  noConnection: "Connection lost. Going on as soon as it is back; nothing is lost.",
  noAnswer: "Kamra does not answer properly. Going on as soon as it does; nothing is lost.",
  signedOut: "You have been signed out. Sign in again, then go on.",
  signIn: "Sign in",
  slowDown: (seconds) => `Too many at once. Going on in ${seconds} seconds.`,
  notAPicture: (name) => `${name} is not a picture. For other files, use a room.`,
  film: "Films do not go into the library yet. A room takes any file.",
  empty: (name) => `${name} is empty.`,
  tooLarge: (name, has, may) => `${name} has ${has}; up to ${may} work.`,
  unreadable: (name) => `${name} could not be read from your device. If it was moved, add it again from its new place.`,
  changed: (name) => `${name} changed while it was being sent. Add it again to send the new one.`,
};
