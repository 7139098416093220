/** Where one writes a comment or an answer to one. */

import { COMMENTS, replyTo } from "../feed_texts.js";
import { made, pressable } from "../made.js";

const MOST = 1000; // characters, as `domain/posts/rules.py`

/**
 * @param {{send: (body: string, replyTo: import("./post_list.js").Said | null) => Promise<void>,
 *   draft: {text: string, replyTo: import("./post_list.js").Said | null}, isOptional: boolean, away: () => void}} how
 *   `draft` outlives the form; `isOptional` when it can be closed, which `away` is told of
 * @returns {{element: HTMLFormElement, answer: (comment: import("./post_list.js").Said | null) => void}}
 */
export function commentForm({ send, draft, isOptional, away }) {
  const field = made("textarea", "k-input k-comment-field");
  Object.assign(field, { rows: 1, maxLength: MOST, value: draft.text });
  const trouble = made("p", "k-field-trouble k-alarm");
  trouble.role = "alert";
  const submit = made("button", "k-button", COMMENTS.send);
  const cancel = pressable("k-button k-button--quiet", COMMENTS.cancel, () => close());
  const element = made("form", "k-comment-form", field, trouble, made("div", "k-buttons", submit, cancel));

  const show = () => {
    field.placeholder = field.ariaLabel = draft.replyTo ? replyTo(draft.replyTo.author.display_name) : COMMENTS.write;
    submit.disabled = !field.value.trim();
    cancel.hidden = !isOptional && !draft.replyTo && !field.value;
  };
  const close = () => {
    Object.assign(draft, { text: "", replyTo: null });
    field.value = trouble.textContent = "";
    show();
    away();
  };
  field.addEventListener("input", () => {
    draft.text = field.value;
    trouble.textContent = "";
    show();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) element.requestSubmit();
    if (event.key === "Escape" && !cancel.hidden) close();
  });
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = field.value.trim();
    if (!body || field.readOnly) return;
    field.readOnly = true;
    try {
      await send(body, draft.replyTo);
      Object.assign(draft, { text: "", replyTo: null });
      field.value = "";
    } catch (problem) {
      trouble.textContent = problem.detail;
    }
    field.readOnly = false;
    show();
    field.focus();
  });
  show();
  return {
    element,
    answer: (comment) => {
      draft.replyTo = comment;
      show();
      field.focus();
    },
  };
}
