/** Begins the room page: a place to paste a link where there is none, and the room where there is. */

import { openView } from "./view/room_view.js";

const view = openView(document.querySelector("main"), {});
view.show({ phase: window.isSecureContext ? "join" : "insecure" });
