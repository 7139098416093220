/** What systems leave in folders, which nobody means to add. */

const LEFT_BEHIND = /^(\.|thumbs\.db$|desktop\.ini$|__macosx$)/i;

/** @param {string} name of a file or folder */
export function isLeftBehind(name) {
  return LEFT_BEHIND.test(name);
}
