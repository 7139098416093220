/** The sentences the browser says on its own, without asking the server: the browser's half of the text catalogue. */

export const OFFLINE = "No connection. What you have already loaded stays. Kamra goes on by itself.";
export const UNKNOWN = "Something went wrong here, not with your picture. Try again in a moment.";
export const UNDO = "Undo";
export const CLOSE = "Close";
export const SHOW_PASSWORD = "Show";
export const HIDE_PASSWORD = "Hide";
export const CANCEL = "Cancel";
export const AGAIN = "Try again";
export const MORE_FAILED = "What comes next did not come.";
