/** How long ago something was: in words that go on while the page is open, exactly in its tooltip. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WORDS_FOR_DAYS = 7; // after that the day itself says more

const SHOWN = "time[data-k-ago]";
let ticking = 0;

/**
 * @param {string} moment as the API gives it
 * @returns {HTMLTimeElement} keeps its words true by itself
 */
export function ago(moment) {
  const element = document.createElement("time");
  const then = new Date(moment);
  element.dateTime = moment;
  element.dataset.kAgo = "";
  element.title = then.toLocaleString("en", { dateStyle: "long", timeStyle: "short" });
  element.textContent = agoText(then);
  ticking ||= setInterval(tick, 30_000);
  return element;
}

/** @param {Date} then @param {Date} [now] @returns {string} such as `2 hours ago` or `12 March 2024` */
export function agoText(then, now = new Date()) {
  const seconds = Math.max(0, (now - then) / 1000);
  if (seconds < MINUTE) return "just now";
  if (seconds < HOUR) return counted(seconds / MINUTE, "minute");
  if (seconds < DAY) return counted(seconds / HOUR, "hour");
  if (seconds < WORDS_FOR_DAYS * DAY) return counted(seconds / DAY, "day");
  const year = then.getFullYear() === now.getFullYear() ? {} : { year: "numeric" };
  return then.toLocaleDateString("en-GB", { day: "numeric", month: "long", ...year });
}

function counted(amount, word) {
  const whole = Math.floor(amount);
  return `${whole} ${word}${whole === 1 ? "" : "s"} ago`;
}

function tick() {
  const shown = document.querySelectorAll(SHOWN);
  if (!shown.length) ticking = clearInterval(ticking) ?? 0;
  for (const element of shown) {
    const words = agoText(new Date(element.dateTime));
    if (element.textContent !== words) element.textContent = words;
  }
}
