/** What pictures are made smaller for, and what each of these asks of the copy. */

/** @typedef {import("./settings.js").Settings} Settings */

const MEGABYTE = 1_000_000;
const EMAIL_SIDE = 2560; // as many pixels as the largest usual screens show
const WEBSITE_SIDE = 1600;
const MESSENGER_SIDE = 2048; // what messengers let through without making it smaller themselves
const OPENS_EVERYWHERE = /jpeg|heic/;

/** @type {Record<string, (asked: {megabytes: number, webFormat: string, contentType: string}) => Partial<Settings>>} */
const ASKS = {
  email: () => ({ format: "jpeg", goal: "bytes", targetBytes: 2 * MEGABYTE, ...inside(EMAIL_SIDE) }),
  form: ({ megabytes }) => ({ format: "jpeg", goal: "bytes", targetBytes: Math.round(megabytes * MEGABYTE) }),
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
 * @param {{megabytes: number, webFormat: string, contentType: string}} asked
 * @returns {Settings}
 */
export function settingsFor(purpose, settings, asked) {
  return { ...settings, ...NOTHING_ASKED, ...ASKS[purpose](asked) };
}

function inside(side) {
  return { width: side, height: side };
}

/** JPEG stays JPEG, which opens everywhere; what has transparency or moves keeps both in WebP. */
function lightest(contentType) {
  return OPENS_EVERYWHERE.test(contentType) ? "jpeg" : "webp";
}
