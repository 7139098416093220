"""The fixed words of the settings page."""

SETTINGS = "Settings"
SAVED = "Saved."
SAVE = "Save"
CANCEL = "Cancel"

PROFILE = "You"
CHOOSE_PICTURE = "Choose a picture"
REMOVE_PICTURE = "Remove it"
NO_PICTURES = "There is no finished picture in your library yet. Add one there, then choose it here."
NAME = "Name"
BIO = "About you"

LOOK = "Look"
THEME = "Theme"

PRIVACY = "Privacy"
IS_PRIVATE = "Only followers I have accepted see my posts"
IS_PRIVATE_HELP = "Others see your name, picture and what you say about yourself, and can ask to follow you."

KEPT_AWAY = "Blocked and muted"
KEPT_AWAY_HELP = "Who is blocked and you are gone for each other everywhere; who is muted does not learn of it."

PASSWORD = "Password"  # noqa: S105  # a heading
PASSWORD_NOW = "Your password now"  # noqa: S105  # a label
PASSWORD_NEW = "New password"  # noqa: S105  # a label
PASSWORD_CHANGE = "Change the password"  # noqa: S105  # a button's word
PASSWORD_ENDS = "Every other device is signed out and every API token stops working. This page stays open."  # noqa: S105  # what follows

SESSIONS = "Where you are signed in"
SESSION_HERE = "This device"
SESSION_STARTED = "Signed in {time}"
SESSION_SEEN = "Last used {time}"
SESSION_FROM = "From {address}"
SESSION_PROGRAM = "A program"
SESSION_UNKNOWN = "Unknown browser"
SESSION_END = "Sign out"
SESSIONS_END_OTHERS = "Sign out everywhere else"
SESSIONS_ENDED = "Signed out everywhere else."
SESSION_ENDED = "Signed out there."
MORE = "Show more"

TOKENS = "API tokens"
TOKENS_HELP = "For your own programs. How to use one stands in the API's documentation."
TOKENS_DOCS = "API documentation"
TOKENS_NONE = "You have none."
TOKEN_NAME = "What is it for?"  # noqa: S105  # a label
TOKEN_DAYS = "How long?"  # noqa: S105  # a label
TOKEN_MAY = "What may it do?"  # noqa: S105  # a label
TOKEN_MAKE = "Make a token"  # noqa: S105  # a button's word
TOKEN_READ = "Look at everything you see"  # noqa: S105  # a choice
TOKEN_WRITE = "Look and change things"  # noqa: S105  # a choice
TOKEN_ADMIN = "Look, change things and run this Kamra"  # noqa: S105  # a choice
TOKEN_ONCE = "Your new token"  # noqa: S105  # a label
TOKEN_ONCE_HELP = "Copy it now. It is shown this once and never again."  # noqa: S105  # help
TOKEN_MADE = "Made {time}"  # noqa: S105  # a line
TOKEN_USED = "Last used {time}"  # noqa: S105  # a line
TOKEN_UNUSED = "Not used yet"  # noqa: S105  # a line
TOKEN_UNTIL = "Works until {time}"  # noqa: S105  # a line
TOKEN_FOR_EVER = "Works until you remove it"  # noqa: S105  # a line
TOKEN_REMOVE = "Remove"  # noqa: S105  # a button's word
TOKEN_REMOVED = "Removed. It no longer works."  # noqa: S105  # news
DAYS_30 = "30 days"
DAYS_90 = "90 days"
DAYS_365 = "A year"
DAYS_NONE = "Until I remove it"

LEAVE = "Delete this account"
LEAVE_WHAT = (
    "Everything of yours is deleted: your pictures with their originals, your profile, your tokens. "
    "Nothing of it can be brought back, by nobody."
)
LEAVE_BUTTON = "Delete my account…"
LEAVE_SURE = "Delete everything?"
LEAVE_PASSWORD = "Type your password to delete it all"  # noqa: S105  # a label
LEAVE_KEEP = "Keep my account"
LEAVE_DO = "Delete everything"
