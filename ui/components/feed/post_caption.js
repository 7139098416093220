/** What its author wrote under the pictures; a long one is folded in the feed. */

import { POST } from "../feed_texts.js";
import { made, pressable } from "../made.js";
import { nameLink } from "./person.js";
import { richText } from "./rich_text.js";

const LONG = 400; // characters
const LINES = 6;

/**
 * @param {import("./post_list.js").Card} card
 * @param {{isWhole: boolean, unfolded: () => void}} options
 * @returns {HTMLElement | null} nothing where nothing is written
 */
export function postCaption({ author, caption, mentions }, { isWhole, unfolded }) {
  if (!caption) return null;
  const text = made("p", "k-post-caption", nameLink(author, "k-post-name"), " ", richText(caption, mentions));
  const isLong = caption.length > LONG || caption.split("\n").length > LINES;
  if (isWhole || !isLong) return text;
  text.classList.add("k-folded");
  const block = made("div", "", text);
  const more = pressable("k-link k-post-unfold", POST.more, () => {
    unfolded();
    text.classList.remove("k-folded");
    text.tabIndex = -1;
    text.focus({ preventScroll: true });
    more.remove();
  });
  block.append(more);
  return block;
}
