/** Writing a post, or changing one: pictures, what is said about them, a caption, who sees it, and off it goes. */

import { COMPOSER, PICTURES } from "../composer_texts.js";
import { icon } from "../icons.js";
import { sayOnNextPage } from "../next_page.js";
import { made } from "../studio/made.js";
import { captionField } from "./caption_field.js";
import { PictureFrames } from "./picture_frames.js";
import { PostPictures } from "./post_pictures.js";
import { sendPost, whyNot } from "./send_post.js";
import { waysToAdd } from "./ways_to_add.js";
import { whoSees } from "./who_sees.js";

/**
 * @param {HTMLElement} host
 * @param {{pictures: import("../picture_links.js").Picture[], hasPublicPages: boolean, maxBytes: number,
 *   post: {id: string, caption: string, visibility: string} | null}} first `post` is the one to change
 * @returns {{dispose: () => void}}
 */
export function mountComposer(host, { pictures: chosen, post, hasPublicPages, maxBytes }) {
  const over = new AbortController();
  const { signal } = over;
  const pictures = new PostPictures(chosen);
  const caption = captionField(post?.caption ?? "", signal);
  const who = whoSees({ value: post?.visibility ?? "followers", hasPublicPages });
  const ways = post ? null : waysToAdd(pictures, maxBytes);
  const frames = new PictureFrames(pictures, { isFixed: Boolean(post), leave: () => ways?.focus() });
  const trouble = made("p", "k-field-said");
  trouble.setAttribute("role", "alert");
  const press = made("button", "k-button k-button--main", post ? COMPOSER.save : COMPOSER.post);
  press.type = "submit";

  let isSent = false;
  const isWritten = () =>
    caption.value.trim() !== (post?.caption ?? "") ||
    pictures.rewritten.length > 0 ||
    (post !== null && who.value !== post.visibility);
  const say = (sentence) => {
    const words = made("span", "k-field-trouble");
    words.append(icon("trouble"), sentence);
    trouble.replaceChildren(...(sentence ? [words] : []));
  };
  const busy = (isBusy) => {
    press.ariaDisabled = String(isBusy); // not `disabled`, which would take the focus from whoever pressed it
    if (post) press.textContent = isBusy ? COMPOSER.saving : COMPOSER.save;
    else press.textContent = isBusy ? COMPOSER.posting : COMPOSER.post;
  };
  const send = async () => {
    if (press.ariaDisabled === "true") return;
    const why = whyNot({ pictures, caption, isComing: ways?.isBusy ?? false });
    say(why);
    if (why) return;
    busy(true);
    try {
      const { id } = await sendPost({ pictures, caption: caption.value, visibility: who.value, post });
      isSent = true;
      sayOnNextPage(post ? COMPOSER.saved : COMPOSER.posted);
      location.replace(post ? `/p/${id}` : "/"); // nobody wants to come back to a form that is sent
    } catch (problem) {
      say(problem.errors?.[0]?.message ?? problem.detail);
      busy(false);
    }
  };

  const form = made("form", "k-form k-composer");
  form.noValidate = true;
  const shown = made("section", "k-composer-pictures");
  shown.ariaLabel = PICTURES.title;
  shown.append(frames.element, ...(ways ? [ways.element] : []));
  form.append(shown, caption.element, who.element);
  const foot = made("div", "k-composer-foot");
  const buttons = made("div", "k-buttons");
  buttons.append(press);
  foot.append(made("p", "k-small k-soft", COMPOSER.private), trouble, buttons);
  form.append(foot);
  form.addEventListener("submit", (event) => (event.preventDefault(), send()));
  window.addEventListener("beforeunload", (event) => !isSent && isWritten() && event.preventDefault(), { signal });
  host.append(made("h1", "k-title", post ? COMPOSER.change : COMPOSER.write), form);
  return {
    dispose: () => {
      over.abort();
      frames.dispose();
      ways?.dispose();
    },
  };
}
