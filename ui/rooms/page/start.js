/** Begins the room page: what moves the bytes, and what one sees. */

import { Engine } from "./engine/engine.js";
import { openView } from "./view/room_view.js";

const engine = new Engine();
const view = openView(document.querySelector("main"), engine.actions);
engine.begin((state) => view.show(state));
