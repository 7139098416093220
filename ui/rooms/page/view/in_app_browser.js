/** Whether the page stands inside another app, whose browser can neither save pictures nor keep a page awake. */

const APPS = /\b(FBAN|FBAV|FB_IAB|Instagram|Line\/|MicroMessenger|Snapchat|TikTok|musical_ly|BytedanceWebview|Twitter|LinkedInApp|Pinterest)/;
const APPLE = /\b(iPhone|iPad|iPod)\b/;

/** @param {string} agent as of `navigator.userAgent` @returns {"ios" | "other" | null} null in a browser of its own */
export function inAppBrowser(agent) {
  if (!APPS.test(agent)) return null;
  return APPLE.test(agent) ? "ios" : "other";
}
