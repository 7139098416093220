/** One post of a grid: its first picture, a sign where there are more, and under it whose it is and from when. */

import { agoText } from "../feed/ago.js";
import { made } from "../feed/made.js";
import { placeholder } from "../grid/placeholder.js";
import { icon } from "../icons.js";
import { several, tileName } from "../people_texts.js";
import { keptPicture } from "../shown_picture.js";

/**
 * @param {import("./post_in_grid.js").GridPost} post
 * @param {HTMLElement | null} [before] the tile that showed it until now
 * @returns {HTMLElement} a list item that holds a link; the grid gives it its place
 */
export function postTile(post, before = null) {
  const link = made("a", "k-tile-link");
  link.href = `/p/${post.id}`;
  link.draggable = false;
  link.ariaLabel = tileName(post);
  if (post.placeholder) link.append(placeholder(post.placeholder));
  const kept = keptPicture(before?.querySelector("img"), post);
  if (kept) link.append(kept);
  if (post.pictures > 1) link.append(manySign(post.pictures));
  const line = made("div", "k-tile-facts");
  line.ariaHidden = "true";
  const item = made("div", "k-tile", link, line);
  item.setAttribute("role", "listitem");
  item.dataset.id = post.id;
  for (const near of ["pointerenter", "focusin"]) item.addEventListener(near, () => writeFacts(line, post));
  return item;
}

function manySign(count) {
  const sign = made("span", "k-tile-many", icon("copy"), made("span", "k-fact", String(count)));
  sign.title = several(count);
  return sign;
}

/** Shown on hover and focus, and not written before; the link already says it, so this is for the eye. */
function writeFacts(line, { author, created_at }) {
  line.replaceChildren(
    made("span", "k-tile-facts-name", author.display_name),
    made("span", "k-tile-facts-numbers", agoText(new Date(created_at))),
  );
}
