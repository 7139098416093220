/** What pictures are made smaller for, and what each of these asks of the copy. */

/**
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {{megabytes: number, webFormat: string, contentType?: string, bytes?: number}} Asked what else was chosen,
 *   and what is known of the original; of several, nothing
 */

const MEGABYTE = 1_000_000;
const EMAIL_SIDE = 2560; // as many pixels as the largest usual screens show
const WEBSITE_SIDE = 1600;
const MESSENGER_SIDE = 2048; // what messengers let through without making it smaller themselves
const OPENS_EVERYWHERE = /jpeg|heic/;

/** @type {Record<string, (asked: Asked) => Partial<Settings>>} */
const ASKS = {
  email: ({ bytes }) => ({ format: "jpeg", goal: "bytes", targetBytes: under(2, bytes), ...inside(EMAIL_SIDE) }),
  form: ({ megabytes, bytes }) => ({ format: "jpeg", goal: "bytes", targetBytes: under(megabytes, bytes) }),
  website: ({ webFormat }) => ({ format: webFormat, goal: "quality", ...inside(WEBSITE_SIDE) }),
  messenger: () => ({ format: "jpeg", goal: "quality", ...inside(MESSENGER_SIDE) }),
  same: ({ contentType }) => ({ format: lightest(contentType), goal: "similarity", minSimilarity: 0.97 }),
};

export const PURPOSES = Object.keys(ASKS);

const NOTHING_ASKED = { width: null, height: null, enlarge: false, quality: null, options: {} };

/** Fields that a purpose decides; whoever changes one of them by hand has left the purpose. */
export const DECIDED = ["format", "goal", "quality", "targetBytes", "minSimilarity", "width", "height", "options"];

/**
 * The settings for a purpose; how the picture is turned, cut and lit stays.
 * @param {string} purpose one of `PURPOSES`
 * @param {Settings} settings
 * @param {Asked} asked
 * @returns {Settings}
 */
export function settingsFor(purpose, settings, asked) {
  return { ...settings, ...NOTHING_ASKED, ...ASKS[purpose](asked) };
}

function inside(side) {
  return { width: side, height: side };
}

/** A copy is never meant to have more bytes than its original. */
function under(megabytes, bytes = Infinity) {
  return Math.min(Math.round(megabytes * MEGABYTE), bytes);
}

/** JPEG stays JPEG, which opens everywhere; what has transparency or moves keeps both in WebP. */
function lightest(contentType) {
  if (!contentType) return null;
  return OPENS_EVERYWHERE.test(contentType) ? "jpeg" : "webp";
}
