/** What is said where people look after each other: part of the browser's half of the text catalogue. */

export const REPORT = {
  label: "What is the matter?",
  help: "Those who moderate this Kamra read it. Nobody else learns that you wrote.",
  send: "Report",
  close: "Close",
  sent: "Thank you. Those who moderate this Kamra will look at it.",
};

const REPORTED = { user: (name) => `Report ${name}`, post: (name) => `Report the post by ${name}`, comment: (name) => `Report the comment by ${name}` };

/** @param {"user" | "post" | "comment"} kind @param {string} name whose it is */
export const reportHeading = (kind, name) => REPORTED[kind](name);

export const DESK = {
  heading: "Moderation",
  takeDown: "Take down",
  dismiss: "Dismiss",
  resolve: "Resolve",
  restore: "Restore",
  uphold: "Uphold",
  reject: "Reject",
  whyTakeDown: "Why? Who wrote it reads this and may appeal.",
  whySuspend: "Why? They read this when they try to sign in.",
  howLong: "For how long?",
  taken: "Taken down.",
  dismissed: "Dismissed.",
  resolved: "Resolved.",
  restored: "There again.",
  upheld: "Upheld. They are told.",
  rejected: "Rejected. They are told.",
  isIn: "They may sign in again.",
  gone: "It is gone already.",
  somebodyGone: "Somebody who has left",
  reported: "reported",
  appeals: "appeals",
};

/** Where the page has which list; the addresses are those of `ui/pages/moderation.py`. */
export const PLACES = [
  { part: "reports", word: "Reports", href: "/moderation" },
  { part: "appeals", word: "Appeals", href: "/moderation/appeals" },
  { part: "taken-down", word: "Taken down", href: "/moderation/taken-down" },
  { part: "audit", word: "History", href: "/moderation/audit" },
];

export const NOTHING = {
  reports: { headline: "Nothing to look at.", sentence: "Reports from people here arrive on this page." },
  appeals: { headline: "Nothing to look at.", sentence: "Who thinks a decision was wrong asks here for another look." },
  "taken-down": { headline: "Nothing to look at.", sentence: "What was taken down can be restored here for 30 days." },
  audit: { headline: "Nothing to look at.", sentence: "Everything moderators do is written down here." },
};

/** Days somebody is shut out, null until it is undone. */
export const SUSPENSIONS = [
  { days: 1, word: "1 day" },
  { days: 7, word: "7 days" },
  { days: 30, word: "30 days" },
  { days: null, word: "Until it is undone" },
];

/** @param {string} name */
export const suspendText = (name) => `Suspend ${name}`;
/** @param {string} name */
export const letInText = (name) => `Let ${name} in again`;
/** @param {string} name */
export const suspendedText = (name) => `${name} is suspended.`;

const THINGS = { user: (name) => name, post: (name) => `a post by ${name}`, comment: (name) => `a comment by ${name}` };
const PLAIN = { user: "somebody", post: "a post", comment: "a comment" };

/** @param {string} kind @param {string} [name] whose it is, if they are still here */
export const thingText = (kind, name) => (name ? THINGS[kind](name) : PLAIN[kind] ?? kind);

/** @param {string} reason */
export const takenDownFor = (reason) => `Taken down: ${reason}`;

const ACTIONS = {
  take_down: "took down",
  restore: "restored",
  purge: "removed for good",
  suspend: "suspended",
  unsuspend: "let in again",
  resolve_flag: "resolved a report of",
  dismiss_flag: "dismissed a report of",
  uphold_appeal: "upheld an appeal about",
  reject_appeal: "rejected an appeal about",
};

/** @param {string} action as the audit names it */
export const actionText = (action) => ACTIONS[action] ?? action;

export const AUDIT = { kamra: "Kamra", checking: "Checking the chain …" };

/** @param {{valid: boolean, length: number, first_bad: number | null}} verdict */
export function chainText({ valid, length, first_bad: bad }) {
  const entries = `${length.toLocaleString("en")} ${length === 1 ? "entry" : "entries"}`;
  if (valid) return `The chain holds: ${entries}.`;
  return `The chain is broken: entry ${bad} is missing or not as it was written. Tell the person who runs this Kamra.`;
}
