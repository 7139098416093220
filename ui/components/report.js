/** The dialog in which somebody reports a person, a post or a comment to those who moderate. */

import { api } from "./api.js";
import { made, pressable } from "./made.js";
import { wordsForm } from "./moderation/words_form.js";
import { REPORT, reportHeading } from "./moderation_texts.js";

const MOST = 500; // characters, as `domain/moderation/target.py`

/** @param {{kind: "user" | "post" | "comment", id: string, name: string}} what `name` is whose it is */
export function openReport({ kind, id, name }) {
  const dialog = made("dialog", "k-dialog");
  const heading = made("h2", "k-title", reportHeading(kind, name));
  heading.id = "k-report-heading";
  dialog.setAttribute("aria-labelledby", heading.id);
  const end = (sentence) => {
    const said = made("p", "", sentence);
    said.role = "status";
    const close = pressable("k-button k-button--main", REPORT.close, () => dialog.close());
    body.replaceChildren(heading, said, made("div", "k-dialog-actions", close));
    close.focus();
  };
  const form = wordsForm({
    label: REPORT.label,
    word: REPORT.send,
    most: MOST,
    send: async (reason) => {
      try {
        await api("POST", `/moderation/${kind}s/${id}/flag`, { reason });
      } catch (problem) {
        if (problem.code !== "flagged_already") throw problem;
        end(problem.detail);
        return;
      }
      end(REPORT.sent);
    },
    away: () => dialog.close(),
  });
  const body = made("div", "k-dialog-body", heading, made("p", "k-soft", REPORT.help), form.element);
  dialog.append(body);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  form.focus();
}
