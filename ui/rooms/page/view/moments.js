/** When a room ends, in words: how long still, on which day, and exactly. */

const WEEKDAY = new Intl.DateTimeFormat("en-GB", { weekday: "long" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const [MINUTE, HOUR, DAYS] = [60_000, 3_600_000, 86_400_000];
const NEARLY = 10 * MINUTE; // a room that was just opened for three days is gone in three days, not in two
const LAST = 24 * HOUR; // from here on hours are told, and the words are lit

/** @param {number} moment milliseconds @returns {string} such as "Saturday"; "today" on its own day */
export function weekday(moment) {
  return new Date(moment).toDateString() === new Date().toDateString() ? "today" : WEEKDAY.format(moment);
}

/** @param {number} moment milliseconds @returns {string} such as "28 November at 14:30" */
export function dayAndTime(moment) {
  return `${DAY.format(moment)} at ${TIME.format(moment)}`;
}

/** @param {number} moment milliseconds @returns {string} such as "Saturday 28 November, 14:30" */
export function exactly(moment) {
  return `${WEEKDAY.format(moment)} ${DAY.format(moment)}, ${TIME.format(moment)}`;
}

/** @param {number} moment milliseconds @returns {string} such as "gone in 6 days" */
export function goneIn(moment, now = Date.now()) {
  const left = Math.max(0, moment - now);
  if (left >= 2 * LAST - NEARLY) return `gone in ${Math.floor((left + NEARLY) / DAYS)} days`;
  if (left >= 2 * HOUR) return `gone in ${Math.floor((left + NEARLY) / HOUR)} hours`;
  const minutes = Math.max(1, Math.floor(left / MINUTE));
  return `gone in ${minutes === 1 ? "1 minute" : `${minutes} minutes`}`;
}

/** @param {number} moment milliseconds @returns {boolean} whether it ends within a day */
export function isLastDay(moment, now = Date.now()) {
  return moment - now < LAST;
}
