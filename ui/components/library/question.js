/** Which pictures the library shows, in which order: as the page's address says it and as the API is asked. */

/** @typedef {{q: string, tag: string, sort: string, order: string}} Question `q` are words to search for */

export const SORTS = ["taken", "created", "name", "bytes"];
const FIRST_SORT = "taken";

/** The order a sort begins with: names from A, everything else from the newest or largest. @param {string} sort */
export function naturalOrder(sort) {
  return sort === "name" ? "asc" : "desc";
}

/** What an address asks for; what it does not say, or says wrongly, is as usual. @param {string} search @returns {Question} */
export function questionOf(search) {
  const said = new URLSearchParams(search);
  const sort = SORTS.includes(said.get("sort")) ? said.get("sort") : FIRST_SORT;
  const order = ["asc", "desc"].includes(said.get("order")) ? said.get("order") : naturalOrder(sort);
  return { q: said.get("q") ?? "", tag: said.get("tag") ?? "", sort, order };
}

/** The part of the address behind its path: empty, or from the question mark on. @param {Question} question */
export function searchOf({ q, tag, sort, order }) {
  const said = new URLSearchParams();
  if (q) said.set("q", q);
  if (tag) said.set("tag", tag);
  if (sort !== FIRST_SORT) said.set("sort", sort);
  if (order !== naturalOrder(sort)) said.set("order", order);
  return said.size ? `?${said}` : "";
}

/** What the API is asked, without page or month. @param {Question} question @returns {Record<string, string>} */
export function askedOf({ q, tag, sort, order }) {
  return { ...(q && { q }), ...(tag && { tag }), sort, order };
}

/** @param {Question} one @param {Question} other */
export function isSame(one, other) {
  return searchOf(one) === searchOf(other);
}

/** Whether some pictures are left out. @param {Question} question */
export function isFiltered({ q, tag }) {
  return Boolean(q || tag);
}

/** Whether the pictures stand in months: all of them, by the time they were taken. @param {Question} question */
export function hasMonths(question) {
  return question.sort === "taken" && !isFiltered(question);
}
