"""A world of 10,000 people with 1,000,000 posts or fewer, row by row and the same every time.

A few people post much, most little, a fifth never and a tenth not any more: those whom a feed asks in vain. Ids are
whole numbers and times microseconds since 1970, as each database's own loader turns them into what it keeps.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

from domain.accounts.api_token import PREFIX
from domain.search.question import names_searched
from domain.secret import digest
from storage.database.columns import to_microseconds

Rows = Iterator[tuple[object, ...]]

PEOPLE, POSTS, LIKES = 10_000, 1_000_000, 200_000
FOLLOWS = (10, 150, 2000)
YEARS = 3
EVERYWHERE, RARE, LONG_AGO = "light", "zeppelin", "fireworks"  # words of captions: of all, of some, of the oldest
_PICTURES_EACH = 2
_CAPTIONS = 40_000
_SIDES = ((2016, 1512, 400_000), (1280, 960, 160_000), (640, 480, 45_000), (320, 240, 14_000))
_VISIBILITIES = (("public", 3), ("public", 3), ("public", 3), ("followers", 2), ("followers", 2), ("me", 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Somebody who follows so many people; `token` is an API token of theirs."""

    number: int
    follows: int
    token: str

    @property
    def id(self) -> int:
        """As the rows have it."""
        return person_id(self.number)


VIEWERS = tuple(
    Viewer(number=number, follows=follows, token=f"{PREFIX}viewer-{follows}") for number, follows in enumerate(FOLLOWS)
)


class World:
    """The rows of every table, in an order in which each finds what it points at."""

    def __init__(self, now: datetime, posts: int = POSTS) -> None:
        self._count = posts
        self._end = to_microseconds(now)
        self._step = to_microseconds(now) - to_microseconds(now - timedelta(days=365 * YEARS))
        self._step //= posts
        self._random = random.Random(20_260_000)  # figures, not secrets
        self._likes = sorted({(self._random.randrange(posts), self._random.randrange(PEOPLE)) for _ in range(LIKES)})
        self._captions = [self._caption() for _ in range(_CAPTIONS)]

    def tables(self) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
        """The name, the columns and the rows of each."""
        posts = ("id", "author_id", "caption", "words", "visibility", "reach", "like_count", "comment_count")
        person = ("id", "handle", "handle_key", "display_name", "bio", "search_text", "password_hash", "role")
        yield "accounts", (*person, "is_private", "created_at"), self._people()
        yield "api_tokens", ("id", "account_id", "name", "scopes", "hash", "created_at"), self._tokens()
        yield "follows", ("follower_id", "followed_id", "state", "created_at"), self._follows()
        yield "media", tuple(_PICTURE), self._pictures()
        yield "renditions", ("media_id", "content_type", "width", "height", "bytes"), _renditions()
        yield "posts", (*posts, "created_at"), self._posts()
        yield "post_media", ("post_id", "position", "media_id"), self._post_media()
        yield "likes", ("post_id", "account_id", "created_at"), self._liked()

    def _people(self) -> Rows:
        for number in range(PEOPLE):
            handle, name = f"person{number}", f"Élodie {_word(number)} {_word(number * 7)}"
            yield (
                *(person_id(number), handle, handle, name, "", names_searched(handle, name)),
                *("none", "member", number % 10 == 9, self._begin),
            )

    def _tokens(self) -> Rows:
        for one in VIEWERS:
            yield _id(3, one.number), one.id, "bench", "read write", digest(one.token), self._begin

    def _follows(self) -> Rows:
        for number in range(PEOPLE):
            count = VIEWERS[number].follows if number < len(VIEWERS) else 20
            for other in self._random.sample(range(PEOPLE), count + 1)[:count]:
                if other != number:
                    yield person_id(number), person_id(other), "accepted", self._begin

    def _pictures(self) -> Rows:
        for number in range(PEOPLE * _PICTURES_EACH):
            own = {"id": _id(2, number), "owner_id": person_id(number // _PICTURES_EACH)}
            times = dict.fromkeys(("shown_at", "status_at", "created_at", "lighter_at"), self._begin)
            yield tuple({**_PICTURE, **own, **times}.values())

    def _posts(self) -> Rows:
        likes = Counter(post for post, _ in self._likes)
        for number, author in enumerate(self._authors()):
            caption = self._captions[number % _CAPTIONS]
            if number % 50_000 == 7:
                caption += f" {RARE}"
            elif number < self._count // 5:
                caption += f" {LONG_AGO}"
            visibility, reach = _VISIBILITIES[number * 7 % len(_VISIBILITIES)]
            at = self._at(number)
            author_id = person_id(author)
            yield _post_id(number, at), author_id, caption, caption, visibility, reach, likes[number], 0, at

    def _post_media(self) -> Rows:
        for number, author in enumerate(self._authors()):
            yield _post_id(number, self._at(number)), 0, _id(2, author * _PICTURES_EACH + number % _PICTURES_EACH)

    def _liked(self) -> Rows:
        for post, person in self._likes:
            yield _post_id(post, self._at(post)), person_id(person), self._at(post) + 1

    def _authors(self) -> Iterator[int]:
        """Of each post in its order; which person posts how much has nothing to do with when they joined."""
        numbers = random.Random(7)  # figures, not secrets
        people = list(range(PEOPLE))
        numbers.shuffle(people)
        posting = people[PEOPLE // 5 :]
        ceased = set(posting[:: PEOPLE // 1000])
        weights = list(accumulate(1 / (rank + 30) ** 0.8 for rank in range(len(posting))))
        for number, author in enumerate(numbers.choices(posting, cum_weights=weights, k=self._count)):
            yield posting[1] if number > self._count // 3 and author in ceased else author

    def _caption(self) -> str:
        count = self._random.randrange(3, 12)
        return " ".join([EVERYWHERE, *(_word(int(self._random.paretovariate(0.6))) for _ in range(count))])

    def _at(self, number: int) -> int:
        return self._end - (self._count - number) * self._step

    @property
    def _begin(self) -> int:
        return self._at(0)


def person_id(number: int) -> int:
    """Of the person with this number."""
    return _id(1, number)


def _id(kind: int, number: int) -> int:
    return 0x0190_0000_0000_7000_8000 << 48 | kind << 40 | number


def _post_id(number: int, at: int) -> int:
    return at // 1000 << 80 | 0x7 << 76 | 0b10 << 62 | number


def _renditions() -> Rows:
    for number in range(PEOPLE * _PICTURES_EACH):
        for width, height, size in _SIDES:
            yield _id(2, number), "image/jpeg", width, height, size
            yield _id(2, number), "image/avif", width, height, size // 2


def _word(number: int) -> str:
    """One of 20,000 words of two to four syllables."""
    number %= 20_000
    syllables: list[str] = []
    while number or len(syllables) < 2:
        number, one = divmod(number, 60)
        syllables.append("bdfgklmnprstvwz"[one % 15] + "aeio"[one // 15])
    return "".join(syllables)


_PICTURE: dict[str, object] = {
    "id": 0,
    "owner_id": 0,
    "name": "photograph.jpg",
    "name_key": "photograph.jpg",
    "search_text": "photograph.jpg",
    "status": "completed",
    "content_type": "image/jpeg",
    "bytes": 4_000_000,
    "width": 4032,
    "height": 3024,
    "shown_at": 0,
    "month": "2024-06",
    "has_location": False,
    "alt": "",
    "placeholder": bytes(24),
    "is_draft": False,
    "attempts": 1,
    "status_at": 0,
    "lighter_at": 0,
    "created_at": 0,
}
