"""What somebody typed into a search field, and what they mean by it."""

from dataclasses import dataclass

from domain.errors import RuleBroken
from domain.media.details import fold
from domain.posts.named_in_text import hashtags_in
from domain.search.words import words_of

MIN_LENGTH = 2
MAX_LENGTH = 100


class BadSearch(RuleBroken):
    """Not `min` to `max` characters, space around them not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostQuestion:
    """Posts that have all these hashtags exactly, all these words, and a word that begins with `begun`.

    Without any of the three, nothing is asked for.
    """

    tags: tuple[str, ...]
    words: tuple[str, ...]
    begun: str | None

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing, such as a question mark alone."""
        return not self.tags and not self.words and self.begun is None


def post_question(typed: str) -> PostQuestion:
    """Hashtags and words; the last word may still be on its way. Raises BadSearch."""
    parts = _checked(typed).split()
    tags = [tag for part in parts if part.startswith("#") for tag in hashtags_in(part)]
    words = [word for part in parts if not part.startswith("#") for word in words_of(part)]
    begun = words.pop() if words and not parts[-1].startswith("#") else None
    return PostQuestion(tags=tuple(dict.fromkeys(tags)), words=tuple(dict.fromkeys(words)), begun=begun)


def people_question(typed: str) -> tuple[str, ...]:
    """What handle and name together must hold, folded, each anywhere in them. Raises BadSearch."""
    return tuple(filter(None, (fold(part).removeprefix("@") for part in _checked(typed).split())))


def names_searched(handle: str, display_name: str) -> str:
    """What a person is found by, folded."""
    return fold(f"{handle} {display_name}")


def _checked(typed: str) -> str:
    typed = typed.strip()
    if not MIN_LENGTH <= len(typed) <= MAX_LENGTH:
        raise BadSearch(field="q", min=MIN_LENGTH, max=MAX_LENGTH)
    return typed
