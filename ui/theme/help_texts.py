"""The words of the help page and of the page about the API."""

from ui.theme.page_texts import EmptyTexts

HELP = "Help"
WHAT = "What this is"
WHAT_LEAD = "A home for your pictures, on a machine of somebody you know."
WHAT_PARAGRAPHS = (
    "What you upload stays exactly as it is: the original can be downloaded again, byte for byte, whenever you like.",
    "What others are shown is a smaller copy without anything the camera wrote, such as the place.",
    "What you delete is gone at that moment, for everybody. The only way back is “Undo”, for eight seconds.",
)

CHOOSING = "Choosing pictures"
CHOOSING_WORDS = (
    "With a mouse, press the ring in the corner of a picture or beside a month, then go on pressing pictures; Shift "
    "takes in all that lie between. On a phone, keep a finger on a picture until it is chosen."
)
CHOOSING_KEY_LIST = (
    ("← → ↑ ↓", "From picture to picture"),
    ("Enter", "Open it"),
    ("Space", "Choose it, or let it go"),
    ("Shift ← →", "Go on choosing, once one is chosen"),
    ("M", "Choose its whole month, or let it go"),
    ("Ctrl A", "Choose all; on a Mac with ⌘"),
    ("Esc", "Choose none"),
)

KEYS = "Keys, with a picture open"
KEY_LIST = (
    ("← →", "Previous, next picture"),
    ("Z", "Actual size, and back"),
    ("I", "Facts"),
    ("S", "Save the original"),
    ("B", "Black, grey or white ground"),
    ("Delete", "Delete"),
    ("?", "This list"),
    ("Esc", "Back to the pictures"),
)

FEED = "Keys at home"
FEED_KEY_LIST = (
    ("L", "Like the post in the middle of the window, or the one you are in; and take it back"),
    ("← →", "Previous, next picture of a post"),
    ("Ctrl Enter", "Send what you have written; on a Mac with ⌘"),
)

STUDIO = "Making a picture smaller"
STUDIO_WORDS = (
    "In the studio a picture is shown before anything leaves your device. With your first choice it goes to Kamra, "
    "once, and is deleted there after an hour unless you keep something. The two bars and the number say what the "
    "smaller copy saves, and how like the original it is: 1.000 is the same."
)
STUDIO_KEY_LIST = (
    ("← →", "Move the line between original and result, or the part to cut out"),
    ("Shift ← →", "Change the size of the part to cut out"),
    ("Z", "Actual size, and back"),
    ("B", "Black, grey or white ground"),
)

FORGOTTEN_AGAIN = (
    "It works once, for a day, and ends every session that was open. Kamra sends no mail, so the link has to come to "
    "you in another way."
)
FORGOTTEN_RUNNING = "If you run this Kamra yourself, type this where it runs:"

HTTPS = "A secure address"
HTTPS_WHY = (
    "On an address that begins with http, anybody in the same network can read along, and browsers switch off "
    "encryption and installing on a phone. Any one of these three ways changes that. Whoever runs this Kamra needs "
    "about ten minutes for it."
)
HTTPS_WAYS = (
    EmptyTexts(
        headline="You have a domain",
        sentence="Point it at the machine, let ports 80 and 443 through, write KAMRA_DOMAIN=pictures.example.org into "
        "the file .env beside compose.yaml and run docker compose up. Caddy, which comes with Kamra, fetches the "
        "certificate and renews it.",
    ),
    EmptyTexts(
        headline="Only your own devices",
        sentence="Put them into a private network such as Tailscale and switch on its HTTPS certificates. The machine "
        "gets a name that all your devices trust; run tailscale serve for Kamra's port and give the name to Kamra as "
        "KAMRA_BASE_URL.",
    ),
    EmptyTexts(
        headline="Only at home",
        sentence="Let Caddy make a certificate of its own for a name such as kamra.home.arpa, and tell each phone and "
        "computer once to trust it.",
    ),
)
HTTPS_MORE = "Each of them word by word:"

PROGRAMS = "For your own programs"
PROGRAMS_WORDS = "Everything on these pages can also be done by a program."
API_DOCS = "API documentation"

API_LEAD = "Everything Kamra does, for programs. Answers are JSON; times are RFC 3339 in UTC; ids are UUIDs."
API_SIGN_IN = "Signing in"
API_SIGN_IN_WORDS = (
    "Make an API token under Settings and send it with each call as “Authorization: Bearer”. Or ask "
    "POST /api/v1/auth/login for an access token, which lasts some minutes, and a refresh token, which works once and "
    "gives the next pair. Never put a token into an address: it is refused there."
)
API_LISTS = "Lists"
API_LISTS_WORDS = (
    "A list takes limit (1 to 200, else 30) and cursor, and answers items and next_cursor; without a next_cursor it "
    "is at its end."
)
API_ERRORS = "Errors"
API_ERRORS_WORDS = (
    "An error is application/problem+json (RFC 9457). Its code never changes, its detail is a sentence for people, "
    "and errors names the fields at fault."
)
API_MACHINE = "The same for machines: OpenAPI"
API_FIELD, API_WHERE, API_KIND = "Field", "Where", "Kind"
API_REQUIRED = "required"
API_ANSWERS = "Answers"
API_CONTENTS = "Contents"
