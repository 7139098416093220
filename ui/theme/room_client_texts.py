"""A sentence for every problem that somebody meets who is in a room without a browser."""

ROOM_CLIENT_PROBLEMS: dict[str, str] = {
    "bad_coding": "What came is not the coded picture it says it is. Ask for the file itself.",
    "bad_room_link": "That is no link to a room. Copy all of it, from https:// to the last letter.",
    "not_authentic": "Something in this room was not sealed by who has its link, or was changed on the way.",
    "file_changed": "{name} was changed while it was sent. Send it again.",
    "wrong_root": "{name} came, and is not what was announced. Nothing of it was saved.",
    "stored_otherwise": "The server keeps other bytes of {name} than were sent, so it is not kept; tell who made it.",
    "room_refused": "{detail}",
    "server_unreachable": "{site} does not answer. The same command later goes on from here.",
    "coded_file": "It travels in a form that only the room's page reads. Open the link in a browser to save it.",
}
