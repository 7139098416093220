/** What a page keeps in its tab for the page after it: of one person, gone when they sign out or somebody else is here. */

const SHELVES = "k-shelf/";

const mine = `${SHELVES}${document.querySelector("[data-k-person]")?.dataset.kPerson ?? ""}/`;

/** @param {string} name @returns {any} what this person kept under the name, or null */
export function kept(name) {
  try {
    return JSON.parse(sessionStorage.getItem(mine + name) ?? "null");
  } catch {
    return null; // a browser that keeps nothing
  }
}

/** @param {string} name @param {unknown} value as JSON takes it */
export function keep(name, value) {
  const text = JSON.stringify(value);
  try {
    if (sessionStorage.getItem(mine + name) !== text) sessionStorage.setItem(mine + name, text);
  } catch {
    // it keeps nothing: what hangs on it lives as long as the page
  }
}

/** To be called when the page goes because somebody signs out. */
export function forgetAll() {
  forget(() => true);
}

/** To be called by every page of somebody: a session may have ended without being signed out. */
export function forgetOthers() {
  forget((key) => !key.startsWith(mine));
}

function forget(isMeant) {
  try {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(SHELVES));
    for (const key of keys.filter(isMeant)) sessionStorage.removeItem(key);
  } catch {
    // nothing is there
  }
}
