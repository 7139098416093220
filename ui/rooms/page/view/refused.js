/** Why something that was asked for did not happen, said where somebody looks. */

import { showToast } from "../../../components/toast.js";
import { REFUSALS, UNKNOWN } from "../words.js";

/** @param {Error & {code?: string}} error @returns {string} "" when nothing needs to be said */
export function refusalText(error) {
  if (error?.name === "AbortError") return ""; // somebody closed the picker or the share sheet
  return REFUSALS[error?.code ?? ""] ?? error?.detail ?? UNKNOWN;
}

/** Say why it did not happen, when it does not. @param {Promise<unknown>} asked @returns {Promise<boolean>} whether it did */
export async function orSay(asked) {
  try {
    await asked;
    return true;
  } catch (error) {
    const text = refusalText(error);
    if (text) showToast(text);
    if (!error?.code && text) console.warn(error); // no sentence says what it was
    return false;
  }
}
