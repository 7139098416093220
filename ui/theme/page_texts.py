"""The fixed words of pages, by where they stand; a page takes its texts from here and nowhere else."""

from dataclasses import dataclass

KAMRA = "Kamra"
UNDO = "Undo"
DELETED = "Deleted."
OPTIONAL = "optional"
COPY = "Copy"
COPIED = "Copied"
SHOW_PASSWORD = "Show"  # noqa: S105  # the word on a button
HIDE_PASSWORD = "Hide"  # noqa: S105  # the word on a button


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyTexts:
    """What an empty page says: a headline, a sentence where there is one, and the words of its buttons."""

    headline: str
    sentence: str = ""
    buttons: tuple[str, ...] = ()


HOME = "Home"


def post_title(name: str) -> str:
    """The title of the page of one post, by its author's name."""
    return f"A post by {name}"


LIBRARY = "Library"
LIBRARY_EMPTY = EmptyTexts(
    headline="Nothing here yet.",
    sentence="Drop pictures anywhere on this page. The originals stay exactly as they are.",
    buttons=("Choose pictures",),
)
ROOMS_TITLE = "Rooms"
ROOM = "A room"
ROOM_NEEDS_SCRIPTS = "A room is opened by the browser itself, with the key in its link. Please switch on scripts."
ROOM_LINK = "Somebody sent you a room link?"
ROOM_LINK_WAY = "Paste it here."
STUDIO = "Studio"
NOTIFICATIONS = "Notifications"
MODERATION = "Moderation"
WRITE_POST = "Write a post"
CHANGE_POST = "Change your post"
SEARCH = "Search"
EXPLORE = "Explore"
EXPLORE_EMPTY = EmptyTexts(
    headline="Nothing for everybody yet.", sentence="Posts that people show to everybody stand here."
)


def tag_empty(tag: str) -> EmptyTexts:
    """What the page of a hashtag says that no post has."""
    return EmptyTexts(headline="No posts yet.", sentence=f"Nothing that you may see says #{tag}.")


NOT_HERE = EmptyTexts(
    headline="Nothing here.",
    sentence="There is nothing at this address, or it is not for you to see.",
    buttons=("Go to Kamra",),
)
NOT_YOURS = EmptyTexts(
    headline="Not for you.",
    sentence="This page takes another role on this Kamra than yours.",
    buttons=("Go to Kamra",),
)
BROKEN = EmptyTexts(headline="That did not work.", buttons=("Try again",))

INSECURE = (
    "You are on an unsecured address (http). Library, feed and studio work. Rooms and installing on a phone do not, "
    "because browsers switch off encryption there."
)
INSECURE_LINK = "Get a secure address"
INSECURE_AFTER = "about ten minutes."
INSECURE_READ = "I have read this"

SIGN_IN = "Sign in"
SIGN_IN_LOGIN = "Name or e-mail"
PASSWORD = "Password"  # noqa: S105  # the word on a label
FORGOTTEN = "Forgotten your password?"
FORGOTTEN_WAY = "Ask the person who runs this Kamra for a reset link."
FORGOTTEN_COMMAND = "kamra accounts reset NAME"
FORGOTTEN_OWNER = "If that is you:"
FORGOTTEN_PRINTS = "prints one."
NEXT = "Next"
BACK = "Back"

SETUP_NAME = "What shall people call you?"
SETUP_PASSWORD = "Choose a password."  # noqa: S105  # a question's text
PASSWORD_RULE = "At least 8 characters; a short sentence is good."  # noqa: S105  # a rule's text
SETUP_VISIBILITY = "Who may look in?"
ONLY_INVITED = "Only people I invite"
ONLY_INVITED_HELP = "Recommended. Who is not signed in sees nothing but the sign-in page."
ANYONE = "Anyone may see posts marked public"
ANYONE_HELP = "Everything else stays for those who are signed in."
SETUP_BUTTON = "Make this Kamra mine"
SETUP_PICTURES = "Drop your first pictures here."
SETUP_PICTURES_TITLE = "Your first pictures"
ORIGINALS_STAY = "The originals stay exactly as they are."
CHOOSE_PICTURES = "Choose pictures"
OPEN_LIBRARY = "Open your library"
LATER = "Later"
SETUP_USED = "This Kamra already has an owner."

DISPLAY_NAME = "Name"
DISPLAY_NAME_HELP = "As friends know you. You can change it later."
HANDLE = "Handle"
HANDLE_HELP = "3 to 30 letters a–z, digits or underscores. It becomes your address here: @name."
EMAIL = "E-mail"
EMAIL_HELP = "Only to sign in with; Kamra sends no mail."
INVITED_BY = "{name} invites you to their Kamra."
INVITED = "You are invited to this Kamra."
JOIN = "Join"
HERE_ALREADY = "Here already?"
RESET = "Choose a new password."
RESET_BUTTON = "Keep this password"
PASSWORD_CHANGED = "Your password is changed. Sign in with the new one."  # noqa: S105  # news, not a secret
RESET_ENDS = "It ends every session that is open now."

IS_RUNNING = "Kamra is running:"
SETUP_INTRODUCTION = "Kamra is running. Open one of these once to become its owner:"
KEEP_PRIVATE = "Keep it private. It stops working once used."
