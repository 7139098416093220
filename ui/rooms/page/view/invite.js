/** The panel with the room's link: copy, share sheet, QR code, and what one should know before sending it. */

import { icon } from "../../../components/icons.js";
import { made, pressable } from "../../../components/made.js";
import { INVITE } from "../panel_words.js";
import { openDialog } from "./dialog.js";
import { qrDrawing } from "./qr_drawing.js";
import { reachText } from "./reach.js";
import { orSay } from "./refused.js";

/**
 * @param {{link: string, title: string, expiresAt: number | null}} room as `RoomState` has it
 * @param {Pick<import("../state.js").Actions, "qr">} actions
 * @param {{heading?: string, news?: string, next?: Node[]}} [more] `news` is said before all else, `next` stands after *Close*
 */
export function openInvite({ link, title, expiresAt }, actions, { heading = INVITE.heading, news = "", next = [] } = {}) {
  const field = Object.assign(made("input", "k-input k-fact"), { value: link, readOnly: true, spellcheck: false });
  field.id = "k-invite-link";
  field.addEventListener("focus", () => field.select());
  const label = made("label", "k-field-label", INVITE.link);
  label.htmlFor = field.id;
  const copy = pressable("k-button k-button--main", INVITE.copy, () => copyLink(link, copy, field));
  const buttons = made("div", "k-buttons", copy);
  if (navigator.share) {
    buttons.append(pressable("k-button", INVITE.share, () => orSay(navigator.share({ title, url: link }))));
  }
  const code = made("div", "k-invite-code");
  const draw = pressable("k-button", INVITE.qr, async () => {
    draw.disabled = true;
    const isDrawn = await orSay(actions.qr(link).then((modules) => code.replaceChildren(qrDrawing(modules))));
    draw.hidden = isDrawn;
    draw.disabled = false;
  });
  buttons.append(draw);
  const warnings = [news, reachText(link)].filter(Boolean);
  const told = warnings.map((text) => made("p", "k-notice", icon("trouble"), made("span", "", text)));
  const said = expiresAt ? [made("p", "k-soft", INVITE.open(expiresAt))] : [];
  openDialog(heading, [...told, made("div", "k-field", label, field), buttons, code, ...said], {
    className: "k-invite",
    actions: next,
  });
  copy.focus();
}

/**
 * @param {string} link
 * @param {HTMLElement} button says that it is copied
 * @param {HTMLInputElement} [field] from which it is copied where the clipboard is closed to pages
 */
export async function copyLink(link, button, field) {
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    field?.select();
    if (!field || !document.execCommand("copy")) return;
  }
  button.textContent = INVITE.copied;
  button.ariaLive = "polite";
  setTimeout(() => (button.textContent = INVITE.copy), 4000);
}
