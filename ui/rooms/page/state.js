/** What the room page shows and what it can ask for: the line between what one sees and what moves the bytes. Types only. */

/**
 * @typedef {"join" | "password" | "opening" | "open" | "lost" | "over" | "unknown" | "limited" | "cut" | "insecure"} Phase
 *   `lost` is `open` without a connection: everything stays on the page. `join` asks for a link, `cut` is a link whose
 *   end is missing, `insecure` a page on plain http
 */

/**
 * @typedef {"waiting" | "coming" | "here" | "saved" | "trouble"} Sign
 *   ○ small picture only, ◔ on its way, ● the original is here, ✓ saved (of one's own: somebody has it), ! press for why
 */

/**
 * One file of the room.
 * @typedef {object} Frame
 * @property {number} number from 1; never changes and is never given to another
 * @property {string} id
 * @property {string} name
 * @property {string} path folders with `/`, the name included; the name alone where there are none
 * @property {string} mime
 * @property {number} bytes of the original
 * @property {number | null} width in pixels, upright; null for what is no picture
 * @property {number | null} height
 * @property {string | null} takenAt RFC 3339, as the camera's clock had it
 * @property {string | null} thumb object URL; null while there is none, or for ever
 * @property {"none" | "known" | "here"} preview whether a larger picture can be looked at without the original
 * @property {string} by the name of who added it; "" while they have none
 * @property {boolean} mine added in this browser
 * @property {Sign} sign
 * @property {number} progress 0..1 of the original, meant while `sign` is "coming"
 * @property {number | null} speed bytes per second
 * @property {number | null} secondsLeft
 * @property {"direct" | "kept" | null} way the way it goes now, or where it is for those who come later
 * @property {string | null} trouble a key of TROUBLES in words.js, while `sign` is "trouble"
 * @property {{name: string, self: boolean}[]} picks whose favourite it is
 * @property {{by: string, text: string}[]} notes oldest first
 * @property {string[]} receivedBy names of those who have the original
 * @property {boolean} saysWhere the original says where it was taken
 * @property {{from: number, to: number} | null} savings bytes before and on the way, where it travels smaller without loss
 */

/**
 * The line at the foot: which sentence, and its figures. "done" and "total" are files.
 * @typedef {object} Foot
 * @property {"nobody-keeping" | "kept" | "direct" | "nobody-direct-only" | "done-direct" | "room-full" | "reloaded"
 *   | "receiving-direct" | "receiving-kept" | "received" | "interrupted" | "sender-left" | "last-hours" | "quiet"
 *   | "ask-keep"} kind
 * @property {number} done
 * @property {number} total
 * @property {number | null} speed bytes per second
 * @property {number | null} secondsLeft
 * @property {string} name of the other one; "" when unknown
 * @property {boolean} mayClose whether the page may be closed without anything being lost; leaving asks while it may not
 * @property {number} [part] 0..1 of all bytes, for the bar
 */

/**
 * Something that has to be said and does not concern one file alone.
 * @typedef {object} Trouble
 * @property {"tampering" | "lists-differ" | "file-changed" | "room-full" | "reloaded" | "no-space"} kind
 * @property {string} [name] the person or the file it is about
 * @property {number} [fits] room-full: how many of `total` can be kept
 * @property {number} [total]
 */

/**
 * @typedef {object} RoomState one frozen picture of everything; frames that did not change are the same objects as before
 * @property {Phase} phase
 * @property {string} title "" while unknown
 * @property {string} link the whole link, key included
 * @property {number | null} expiresAt milliseconds since 1970
 * @property {number | null} latestExpiry to which a shortening can be undone
 * @property {"always" | "ask" | "never"} keep
 * @property {boolean} isOwner this browser may shorten, close and remove what others added
 * @property {boolean} hasAccount somebody is signed in here, so that "Save to my library" is offered
 * @property {string} myName "" until it was asked for
 * @property {{peer: string, name: string, self: boolean}[]} people who is here now
 * @property {Frame[]} frames in the order of their numbers
 * @property {{by: string, text: string}[]} notes about the room as a whole
 * @property {Foot} foot
 * @property {Trouble[]} troubles
 * @property {{step: "save" | "get" | "photos", next: number}} saving what the save button does next: save to a folder or
 *   zip; fetch first ("Get all", iPhone); hand the next `next` to the share sheet
 * @property {number} [overAt] milliseconds; when the room ended
 * @property {number} [retryAfter] seconds; `limited`
 * @property {string | null} [refused] a key of REFUSALS in words.js: why the link or password just given did not open it
 * @property {number} bytesStored in the store
 * @property {{room: number, file: number}} limits bytes that the room, one file, may have in the store
 */

/**
 * A chosen file and where it stood.
 * @typedef {{file: File, path: string}} Chosen
 */

/**
 * What the page can ask for. Every one may reject with an Error whose `code` is a key of REFUSALS in words.js.
 * @typedef {object} Actions
 * @property {(linkText: string) => Promise<void>} enter whatever was pasted: the engine finds the link in it
 * @property {(text: string) => Promise<void>} password
 * @property {(chosen: Chosen[]) => Promise<number>} located how many of these say where they were taken
 * @property {(chosen: Chosen[], options: {removeLocation: boolean}) => Promise<void>} add
 * @property {(begins: (count: number) => void) => Promise<{chosen: Chosen[], missing: number}>} handed what another page of
 *   Kamra handed over for this room, once; `begins` is told how many come, `missing` could not be had
 * @property {(id: string) => Promise<string>} preview an object URL of the larger picture; of the thumb where there is none.
 *   Never fetches the original. The engine keeps the last few and revokes the rest
 * @property {(ids: string[]) => Promise<void>} save called in the press itself, so that pickers and share sheets may open
 * @property {(ids: string[]) => Promise<void>} saveToLibrary
 * @property {(id: string, on: boolean) => Promise<void>} pick
 * @property {(id: string | null, text: string) => Promise<void>} note
 * @property {(ids: string[]) => Promise<void>} remove
 * @property {(id: string) => Promise<void>} cancel
 * @property {(id: string) => Promise<void>} retry
 * @property {(name: string) => Promise<void>} setName
 * @property {(expiresAt: number) => Promise<void>} shorten milliseconds since 1970
 * @property {() => Promise<void>} undoShorten
 * @property {(keep: "always" | "never") => Promise<void>} setKeep
 * @property {() => Promise<void>} close
 * @property {() => Promise<void>} agreeToKeep the answer to the foot line "ask-keep"
 * @property {(text: string) => Promise<boolean[][]>} qr the dark modules of a QR code, row by row, without a margin
 */

/**
 * What `openView` gives back.
 * @typedef {{show: (state: RoomState) => void}} View `show` at most once per animation frame
 */

export {};
