/** The sentences about pictures that the browser says on its own: part of the browser's half of the text catalogue. */

export const COULD_NOT_BE_READ = "Could not be read";
export const WHY = "Why?";
export const GETTING_READY = "Getting ready";
export const TRY_AGAIN = "Try again";
export const DELETED = "Deleted.";
export const SAVED = "Saved.";

export const LIBRARY = "Library";
export const SEARCH = "Search your pictures";
export const LOADING_FAILED = "The next pictures did not come.";
export const EMPTY = {
  headline: "Nothing here yet.",
  sentence: "Drop pictures anywhere on this page. The originals stay exactly as they are.",
  button: "Choose pictures",
};
/** @param {string} query */
export const emptySearch = (query) => ({
  headline: "No picture fits.",
  sentence: `No name, tag or description has “${query}” in it.`,
  button: "Clear the filter",
});

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
  waiting: "waiting",
  finishing: "nearly there",
  done: "added",
  cancelled: "cancelled",
  twice: "Already in your library.",
  noConnection: "Connection lost. Going on as soon as it is back; nothing is lost.",
  signedOut: "You have been signed out. Sign in again, then go on.",
  signIn: "Sign in",
  goOn: "Go on",
  slowDown: (seconds) => `Too many at once. Going on in ${seconds} seconds.`,
  notAPicture: (name) => `${name} is not a picture. For other files, use a room.`,
  film: "Films do not go into the library yet. A room takes any file.",
  empty: (name) => `${name} is empty.`,
  tooLarge: (name, has, may) => `${name} has ${has}; up to ${may} work.`,
  unreadable: (name) => `${name} could not be read from your device. It may have been moved.`,
};
