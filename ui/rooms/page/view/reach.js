/** How far a link works, said before somebody sends one that cannot be opened elsewhere. */

import { INVITE } from "../panel_words.js";

/** @param {string} link @returns {string} a sentence where the address only works on this computer or in the home network; else "" */
export function reachText(link) {
  const host = new URL(link, location.href).hostname.replace(/^\[|\]$/g, "");
  if (host === "localhost" || host.endsWith(".localhost") || /^(127(\.\d+){3}|::1)$/.test(host)) return INVITE.computer(host);
  const isPrivate = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)[\d.]+$/.test(host) || /^f([cd]|e[89ab])[\da-f]*:/.test(host);
  return isPrivate || host.endsWith(".local") ? INVITE.network(host) : "";
}
