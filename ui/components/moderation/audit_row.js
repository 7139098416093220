/** One entry of the audit: its number, who did what, when and why. */

import { ago } from "../feed/ago.js";
import { made, pressable } from "../made.js";
import { AUDIT, DESK, actionText, letInText, thingText } from "../moderation_texts.js";
import { showToast } from "../toast.js";

/**
 * @param {{number: number, time: string, actor: import("../feed/person.js").User | null, actor_ref: string | null,
 *   action: string, target: {kind: string, id: string | null, ref: string, user: import("../feed/person.js").User | null},
 *   reason: string, hash: string}} entry
 * @param {import("./desk_parts.js").Act} act
 * @returns {HTMLLIElement}
 */
export function auditRow({ number, time, actor, actor_ref: reference, action, target, reason, hash }, act) {
  const who = actor?.display_name ?? (reference === null ? AUDIT.kamra : DESK.somebodyGone);
  const whom = target.user?.display_name ?? thingText(target.kind);
  const words = made("p", "", made("strong", "", who), ` ${actionText(action)} ${whom}`);
  const facts = made("p", "k-fact k-soft", ago(time), ` · ${target.ref.slice(-12)}`);
  facts.title = hash;
  const why = reason ? [made("p", "k-desk-quote", reason)] : [];
  const back = action === "suspend" && target.user ? [lettingIn(target.user, act)] : [];
  const what = made("div", "", words, ...why, facts, ...back);
  return made("li", "k-desk-entry", made("span", "k-fact k-soft", String(number)), what);
}

/** Doing so twice changes nothing. */
function lettingIn({ id, display_name: name }, act) {
  const path = `/moderation/users/${id}/unsuspend`;
  return pressable("k-link", letInText(name), () => act(path, DESK.isIn).catch(({ detail }) => showToast(detail)));
}
