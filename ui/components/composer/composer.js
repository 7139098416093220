/** Writing a post, or changing one: pictures, what is said about them, a caption, who sees it, and off it goes. */

import { COMPOSER, PICTURES } from "../composer_texts.js";
import { sayOnNextPage } from "../next_page.js";
import { made } from "../made.js";
import { captionField } from "./caption_field.js";
import { PictureFrames } from "./picture_frames.js";
import { postButton } from "./post_button.js";
import { PostPictures } from "./post_pictures.js";
import { sendPost, whyNot } from "./send_post.js";
import { waysToAdd } from "./ways_to_add.js";
import { whoSees } from "./who_sees.js";
import { keepWritten, writtenBefore } from "./written_before.js";

const NEW = { id: null, caption: "", visibility: "followers" };
const TO_WRITE = { title: COMPOSER.write, word: COMPOSER.post, busyWord: COMPOSER.posting, done: COMPOSER.posted };
const TO_CHANGE = { title: COMPOSER.change, word: COMPOSER.save, busyWord: COMPOSER.saving, done: COMPOSER.saved };

/** @typedef {{id: string | null, caption: string, visibility: string}} Post */

/**
 * @param {HTMLElement} host
 * @param {{pictures: import("../picture_links.js").Picture[], hasPublicPages: boolean, maxBytes: number,
 *   post: Post | null}} first `post` is the one to change
 * @returns {{dispose: () => void}}
 */
export function mountComposer(host, { pictures: chosen, post, hasPublicPages, maxBytes }) {
  const over = new AbortController();
  const { signal } = over;
  const words = post ? TO_CHANGE : TO_WRITE;
  const was = post ?? NEW;
  const before = writtenBefore(was.id);
  const pictures = new PostPictures(chosen, before?.alts);
  const caption = captionField(before?.caption ?? was.caption, signal);
  const who = whoSees({ value: before?.visibility ?? was.visibility, hasPublicPages });
  const ways = post ? null : waysToAdd(pictures, maxBytes);
  if (!post) pictures.onChange(() => nameInAddress(pictures.pictures));
  const frames = new PictureFrames(pictures, { isFixed: Boolean(post), leave: () => ways?.focus() });
  const button = postButton(words);

  const written = () => ({ post: was.id, caption: caption.value, visibility: who.value, alts: pictures.alts });
  const isWritten = () =>
    caption.value.trim() !== was.caption || pictures.rewritten.length > 0 || (post !== null && who.value !== was.visibility);
  let isSent = false;
  const send = async () => {
    if (button.isBusy) return;
    const why = whyNot({ pictures, caption, isComing: ways?.isBusy ?? false });
    button.say(why);
    if (why) return;
    button.isBusy = true;
    try {
      const { id } = await sendPost({ pictures, caption: caption.value, visibility: who.value, post: was.id });
      isSent = true;
      keepWritten(null);
      sayOnNextPage(words.done);
      location.replace(post ? `/p/${id}` : "/"); // nobody wants to come back to a form that is sent
    } catch (problem) {
      button.say(problem.errors?.[0]?.message ?? problem.detail);
      button.isBusy = false;
    }
  };

  const shown = made("section", "k-composer-pictures");
  shown.ariaLabel = PICTURES.title;
  shown.append(frames.element, ...(ways ? [ways.element] : []));
  const form = made("form", "k-form k-composer");
  form.noValidate = true;
  form.append(shown, caption.element, who.element, button.element);
  form.addEventListener("input", () => keepWritten(written()));
  form.addEventListener("submit", (event) => (event.preventDefault(), send()));
  window.addEventListener("beforeunload", (event) => !isSent && isWritten() && event.preventDefault(), { signal });
  host.append(made("h1", "k-title", words.title), form);
  return {
    dispose: () => {
      over.abort();
      frames.dispose();
      ways?.dispose();
    },
  };
}

/** So that a page that is loaded anew has the same pictures. */
function nameInAddress(pictures) {
  const ids = pictures.map(({ id }) => id).join(",");
  history.replaceState(history.state, "", ids ? `/compose?media=${ids}` : "/compose");
}
