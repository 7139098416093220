/** The lists of the moderators' desk: where each comes from, and what one can do about what is in it. */

import { api } from "../api.js";
import { DESK, thingText } from "../moderation_texts.js";
import { showToast } from "../toast.js";
import { auditRow } from "./audit_row.js";
import { deskItem } from "./desk_item.js";
import { suspending } from "./suspending.js";
import { whoseIs } from "./target_view.js";
import { wordsForm } from "./words_form.js";

const MOST = 500; // characters, as `domain/moderation/target.py`

/**
 * @typedef {(path: string, said: string, body?: object) => Promise<void>} Act one call; what is `said` then
 * @typedef {{path: string, row: (item: any, act: Act) => HTMLElement, named?: (item: any) => {id: string}}} Part
 * @type {Record<string, Part>}
 */
export const PARTS = {
  reports: { path: "/moderation/flags?state=open", row: report },
  appeals: { path: "/moderation/appeals?state=open", row: appeal },
  "taken-down": { path: "/moderation/taken-down", row: takenDown },
  audit: { path: "/moderation/audit", row: auditRow, named: (entry) => ({ ...entry, id: String(entry.number) }) },
};

function report({ id, reporter, target, reason, created_at: moment }, act) {
  const answer = (verb, said) => () => act(`/moderation/flags/${id}/${verb}`, said);
  const whose = whoseIs(target);
  const choices = [
    { word: DESK.dismiss, act: answer("dismiss", DESK.dismissed) },
    { word: DESK.resolve, act: answer("resolve", DESK.resolved) },
  ];
  if (whose) choices.push(suspending(whose));
  if (whose && target.kind !== "user") {
    choices.unshift(target.taken_down ? restoring(target, act) : takingDown(target, answer("resolve", DESK.taken)));
  }
  const words = `${nameOf(reporter)} ${DESK.reported} ${thingText(target.kind, whose?.display_name)}`;
  return deskItem({ words, quote: reason, moment, target }, choices);
}

function appeal({ id, account, target, text, created_at: moment }, act) {
  const answer = (verb, said) => () => act(`/moderation/appeals/${id}/${verb}`, said);
  const words = `${nameOf(account)} ${DESK.appeals}`;
  return deskItem({ words, quote: text, moment, target }, [
    { word: DESK.uphold, act: answer("uphold", DESK.upheld) },
    { word: DESK.reject, act: answer("reject", DESK.rejected) },
  ]);
}

function takenDown({ target }, act) {
  const words = thingText(target.kind, whoseIs(target)?.display_name);
  const moment = target.taken_down.at;
  return deskItem({ words: words[0].toUpperCase() + words.slice(1), quote: null, moment, target }, [restoring(target, act)]);
}

function restoring({ kind, id }, act) {
  return { word: DESK.restore, act: () => act(`/moderation/${kind}s/${id}/restore`, DESK.restored) };
}

function takingDown({ kind, id }, resolve) {
  const send = async (reason) => {
    await api("POST", `/moderation/${kind}s/${id}/takedown`, { reason });
    await resolve().catch(({ detail }) => showToast(detail)); // it is down; somebody else may have answered the report
  };
  const form = { label: DESK.whyTakeDown, word: DESK.takeDown, most: MOST, send };
  return { word: DESK.takeDown, look: "k-button--grave", ask: (away) => wordsForm({ ...form, away }) };
}

function nameOf(user) {
  return user?.display_name ?? DESK.somebodyGone;
}
