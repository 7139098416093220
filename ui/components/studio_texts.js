/** The sentences of the studio: part of the browser's half of the text catalogue. */

export const STUDIO = "Studio";

export const EMPTY = {
  headline: "Make a picture smaller.",
  sentence: "Choose, drop or paste one. You see it before anything leaves this device.",
  button: "Choose a picture",
};

export const PICTURE = {
  other: "Choose another",
  /** @param {string} kind such as `HEIC` */
  notShown: (kind) => `This browser does not show ${kind}. You will see the picture once it has been sent.`,
  damaged: "This browser cannot open it. Kamra may know why, once you choose something.",
};

export const WAY = {
  here:
    "Nothing has left this device yet. With your first choice your picture goes to the server, once; " +
    "it is deleted there after an hour unless you keep something.",
  inLibrary: "Your original stays exactly as it is.",
  draft: "Your picture is on the server for an hour. Keep the smaller copy and both stay.",
  checking: "Looking whether your library has it already.",
  /** @param {string} part such as `1.2 of 4.7 MB` */
  sending: (part) =>
    `Your picture goes to the server now, once: ${part}. It is deleted there after an hour unless you keep something.`,
  short: (percent) => `sending ${percent} %`,
  reading: "Your picture is on the server. It is being opened.",
  bar: "Sent so far",
  cancel: "Cancel",
  cancelled: "Cancelled. Nothing was kept on the server.",
  broken: "Some of your picture has reached the server. Unless the rest follows, it is deleted there within a day.",
  refused: "Your picture has reached the server, which cannot use it. It is deleted there after an hour.",
  making: "Making the smaller copy.",
  unreadable: (name) => `${name} could not be read from your device. Choose it again.`,
};

export const STAGE = {
  label: "Original and result",
  original: "Original",
  result: "Result",
  compare: "Compare",
  /** @param {number} percent of the width that shows the original */
  amount: (percent) => `original ${percent} percent`,
  actual: "Actual size",
  ground: "Ground",
  sideways: "Side by side",
};

export const PURPOSE = {
  legend: "What is it for?",
  email: ["E-mail", "Under 2 MB."],
  form: ["Web form", "A JPEG under the size it asks for."],
  website: ["Website", "Up to 1600 pixels."],
  messenger: ["Messenger", "A JPEG up to 2048 pixels."],
  same: ["As small as it still looks the same", "All its pixels."],
  megabytes: "Under how many MB",
  webFormat: "Format",
};

export const MORE = {
  title: "More",
  format: "Format",
  formatOwn: (kind) => `As it is (${kind})`,
  formatsOwn: "As they are",
  goal: "What counts",
  goals: { quality: "Quality", bytes: "Size", similarity: "Likeness" },
  quality: "Quality",
  bytes: "Under how many kB",
  similarity: "At least this like the original",
  size: "Pixels",
  width: "Width",
  height: "Height",
  sizeHelp: "It fits inside and keeps its shape.",
  tryWidth: (pixels) => `Try ${pixels} pixels`,
  enlarge: "Enlarge it if it is smaller",
  turn: "Turn",
  turnLeft: "Turn left",
  turnRight: "Turn right",
  crop: "Cut out",
  shapes: { whole: "All", free: "Free", "1:1": "1 : 1", "4:5": "4 : 5", "35:45": "35 × 45" },
  light: "Light and colour",
  adjust: { light: "Light", contrast: "Contrast", colour: "Colour", warmth: "Warmth" },
  monochrome: "Black and white",
  reset: "As it was",
  metadata: "What the camera wrote",
  metadataOf: {
    none: "Leave it all out",
    copyright: "Keep who made it",
    all: "Keep everything, the place too",
  },
};

export const CROP = {
  frame: "Part to cut out. Arrow keys move it, with Shift they change its size.",
  done: "Done",
  change: "Change the part",
  /** @param {{x: number, y: number, width: number, height: number}} part */
  amount: ({ x, y, width, height }) => `${width} × ${height} pixels, ${x} from the left, ${y} from the top`,
};

export const RESULT = {
  region: "What it costs",
  larger: "This came out larger than the original, so the original is the better choice.",
  /** @param {number} count @param {string} kind such as `JPEG` */
  still: (count, kind) => `${kind} does not move: this is the first of ${count} pictures. WebP, under More, keeps them all.`,
  likeness: [
    [0.98, "You will not see a difference."],
    [0.95, "Fine detail is a little softer."],
    [0.9, "Softer. Fine for a small picture."],
    [-1, "Visibly changed."],
  ],
  download: "Download",
  keep: "Keep",
  send: "Send",
  kept: "Kept",
  keptDraft: "Kept, with its original, in your library.",
  keptBeside: "Kept beside its original.",
  again: "Try again",
};

export const KEPT = {
  title: "Kept copies",
  download: "Download this copy",
  delete: "Delete this copy",
};

export const BATCH = {
  title: (count) => (count === 1 ? "1 picture" : `${count} pictures`),
  add: "Add more",
  clear: "Start over",
  lead: "Choose what they are for, then make them all smaller with one press.",
  make: (count) => `Make ${count} smaller`,
  makeNarrower: (count) => `Make ${count} with fewer pixels`,
  stop: "Stop",
  running: (done, all) => `${done} of ${all} are smaller.`,
  done: (all, before, after) => `All ${all} are smaller: ${before} became ${after}.`,
  some: (done, all) => `${done} of ${all} are smaller; the others say why not.`,
  stopped: "Stopped.",
  zip: (count, size) => `${count === 1 ? "Save 1" : `Save all ${count}`} · ${size}`,
  keep: (count, all) => (count === all && all > 1 ? `Keep all ${count}` : `Keep ${count}`),
  keeping: (done, all) => `${done} of ${all} are kept.`,
  keptAll: (all) =>
    all === 1 ? "It is kept beside its original, in your library." : `All ${all} are kept beside their originals, in your library.`,
  keptSome: (done, all) => `${done} of ${all} are kept; the others say why not.`,
  zipName: "Smaller pictures.zip",
  remove: (name) => `Take ${name} off the list`,
  states: {
    here: "",
    checking: "checking",
    reading: "getting ready",
    there: "making it smaller",
    waiting: "next",
    keeping: "being kept",
    kept: "Kept",
  },
  sending: (percent) => `sending ${percent} %`,
  larger: "Larger than the original, which is the better choice.",
};
