/** Many originals as one download of the browser's own, which shows how far it is and writes to the disk as it comes. */

const FRAME = "k-download";
const ADDRESS = "/api/v1/media/archive";

/** @param {string[]} ids @param {() => void} refused called when there will be no download */
export function downloadChosen(ids, refused) {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action: ADDRESS, target: FRAME, hidden: true });
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "ids", value: ids.join(",") });
  form.append(field);
  frame(refused);
  document.body.append(form);
  form.submit();
  form.remove();
}

/** What becomes a download never loads in the frame it was asked for in: what loads there is a refusal. */
function frame(refused) {
  document.querySelector(`iframe[name="${FRAME}"]`)?.remove();
  const made = document.createElement("iframe");
  Object.assign(made, { name: FRAME, hidden: true, title: "" });
  document.body.append(made);
  made.addEventListener("load", () => hasLoaded(made) && refused());
}

/** Some browsers tell of the empty page that a frame begins with as well. */
function hasLoaded({ contentWindow }) {
  try {
    return Boolean(contentWindow) && contentWindow.location.href !== "about:blank";
  } catch {
    return true; // a refusal is not to be shown in a frame, so the browser's own page stands there
  }
}
