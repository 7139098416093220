/** Months in words. */

const NAMES = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** @param {string} month such as `2024-06` @returns {string} such as `June 2024` */
export function monthText(month) {
  return NAMES.format(new Date(`${month}-01T00:00:00Z`));
}
