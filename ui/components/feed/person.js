/** Somebody in a line: their picture, or the first letter of their name, and the name that leads to them. */

import { made } from "../made.js";

/** @typedef {{id: string, handle: string, display_name: string, avatar: {url: string} | null}} User as the API gives it */

/** @param {User} user @returns {HTMLElement} a decoration beside the name */
export function avatar({ avatar: picture, display_name: name }) {
  if (!picture) {
    const letter = made("span", "k-avatar", [...name][0]?.toUpperCase() ?? "");
    letter.ariaHidden = "true";
    return letter;
  }
  const image = made("img", "k-avatar");
  Object.assign(image, { alt: "", width: 32, height: 32, src: picture.url });
  return image;
}

/** @param {User} user @param {string} className @returns {HTMLAnchorElement} */
export function nameLink(user, className) {
  const link = made("a", className, user.display_name);
  link.href = `/@${user.handle}`;
  return link;
}
