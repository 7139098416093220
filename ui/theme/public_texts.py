"""What pages for anybody say; part of the text catalogue."""

from datetime import datetime

from ui.theme.moments import day_text
from ui.theme.page_texts import EmptyTexts

NO_POSTS = EmptyTexts(headline="No posts yet.")
PRIVATE_WALL = EmptyTexts(headline="Only for followers.", sentence="Sign in to see whether you are one of them.")
POSTS = "Posts"
OLDER_POSTS = "Older posts"
NEWEST_POSTS = "Newest posts"
COMMENTS = "Comments"
MORE_COMMENTS = "More comments"
FIRST_COMMENTS = "First comments"
EDITED = "edited"
TAGGED = "Public posts with #{tag}"
NO_TAGGED = "Nothing that anybody may see has this tag."
FEED_OF = "Posts by {name}"
MADE_WITH = "Kamra"


def counted(count: int, one: str, more: str) -> str:
    """Such as `1 post` or `1,204 posts`."""
    return f"{count:,} {one if count == 1 else more}"


def posts_text(count: int) -> str:
    """Such as `12 posts`."""
    return counted(count, "post", "posts")


def followers_text(count: int) -> str:
    """Such as `1 follower`."""
    return counted(count, "follower", "followers")


def following_text(count: int) -> str:
    """Such as `34 following`."""
    return f"{count:,} following"


def likes_text(count: int) -> str:
    """Such as `1 person likes this`."""
    return counted(count, "person likes this", "people like this")


def comments_text(count: int) -> str:
    """Such as `3 comments`."""
    return counted(count, "comment", "comments")


def pictures_text(count: int) -> str:
    """Such as `3 pictures`."""
    return counted(count, "picture", "pictures")


def undescribed(name: str, place: int, count: int) -> str:
    """What stands for a picture that nobody described, as in ui/components/feed_texts.js."""
    return f"Picture by {name}" if count == 1 else f"Picture {place} of {count} by {name}"


def profile_title(name: str, handle: str) -> str:
    """The title of a person's page."""
    return f"{name} (@{handle})"


def posted_text(moment: datetime, *, is_edited: bool) -> str:
    """The day, and that something was changed since."""
    return f"{day_text(moment)} · {EDITED}" if is_edited else day_text(moment)
