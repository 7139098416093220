/** One entry of the audit: its number, who did what, when and why. */

import { ago } from "../feed/ago.js";
import { made } from "../feed/made.js";
import { AUDIT, DESK, actionText, thingText } from "../moderation_texts.js";

/**
 * @param {{number: number, time: string, actor: import("../feed/person.js").User | null, actor_ref: string | null,
 *   action: string, target: {kind: string, id: string | null, ref: string}, reason: string, hash: string}} entry
 * @returns {HTMLLIElement}
 */
export function auditRow({ number, time, actor, actor_ref: reference, action, target, reason, hash }) {
  const who = actor?.display_name ?? (reference === null ? AUDIT.kamra : DESK.somebodyGone);
  const words = made("p", "", made("strong", "", who), ` ${actionText(action)} ${thingText(target.kind)}`);
  const facts = made("p", "k-fact k-soft", ago(time), ` · ${target.ref.slice(-12)}`);
  facts.title = hash;
  const why = reason ? [made("p", "k-desk-quote", reason)] : [];
  return made("li", "k-desk-entry", made("span", "k-fact k-soft", String(number)), made("div", "", words, ...why, facts));
}
