/** One post of a grid: its first picture, signs where there are more or nobody else sees it, and under it whose it is. */

import { agoText } from "../feed/ago.js";
import { made } from "../made.js";
import { placeholder } from "../grid/placeholder.js";
import { icon } from "../icons.js";
import { ONLY_YOU, several, tileName } from "../people_texts.js";
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
  const signs = signsOf(post);
  if (signs.length) link.append(made("span", "k-tile-signs", ...signs));
  const line = made("div", "k-tile-facts");
  line.ariaHidden = "true";
  const item = made("div", "k-tile", link, line);
  item.setAttribute("role", "listitem");
  item.dataset.id = post.id;
  for (const near of ["pointerenter", "focusin"]) item.addEventListener(near, () => writeFacts(line, post));
  return item;
}

function signsOf({ pictures, visibility }) {
  const signs = [];
  if (visibility === "me") signs.push(sign(ONLY_YOU, icon("lock")));
  if (pictures > 1) signs.push(sign(several(pictures), icon("copy"), made("span", "k-fact", String(pictures))));
  return signs;
}

function sign(title, ...content) {
  const element = made("span", "k-tile-sign", ...content);
  element.title = title;
  return element;
}

/** Shown on hover and focus, and not written before; the link already says it, so this is for the eye. */
function writeFacts(line, { author, created_at }) {
  line.replaceChildren(
    made("span", "k-tile-facts-name", author.display_name),
    made("span", "k-tile-facts-numbers", agoText(new Date(created_at))),
  );
}
