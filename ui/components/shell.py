"""The bars of every signed-in page, from one list of where one can go, and the frame that puts a page between them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from nicegui import ui

from ui.theme.page_texts import KAMRA
from ui.theme.pages import render


@dataclass(frozen=True, slots=True, kw_only=True)
class ShellPerson:
    """Who is signed in, as the bars show it; `role` is member, moderator or admin, `theme` light, dark or None.

    `unread` is how many notifications are unread, None where the page learns it later.
    """

    handle: str
    display_name: str
    avatar_url: str | None
    role: str
    theme: str | None = None
    unread: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere to go; `name` is what a page gives as `active`, and only these roles are shown it.

    `at_foot` is whether a phone shows it too, which has place for three.
    """

    name: str
    word: str
    href: str
    icon: str
    for_roles: tuple[str, ...] = ("member", "moderator", "admin")
    at_foot: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something the `+` offers: an event on `document`, or, when the page does not take it, a page that does."""

    word: str
    icon: str
    event: str
    href: str


PLACES = (
    Place(name="home", word="Home", href="/", icon="home"),
    Place(name="library", word="Library", href="/library", icon="library"),
    Place(name="rooms", word="Rooms", href="/rooms", icon="room"),
    Place(name="studio", word="Studio", href="/studio", icon="studio", at_foot=False),  # the `+` leads there
)
OWN_PLACES = (
    Place(
        name="moderation", word="Moderation", href="/moderation", icon="moderation", for_roles=("moderator", "admin")
    ),
    Place(name="people", word="People", href="/people", icon="people", for_roles=("admin",)),
    Place(name="settings", word="Settings", href="/settings", icon="settings"),
    Place(name="help", word="Help", href="/help", icon="info"),
)
OFFERS = (
    Offer(word="Add pictures", icon="picture", event="kamra:add-pictures", href="/library"),
    Offer(word="Write a post", icon="post", event="kamra:write-post", href="/compose"),
    Offer(word="Open a room", icon="room", event="kamra:open-room", href="/rooms?open=yes"),
    Offer(word="Make a picture smaller", icon="smaller", event="kamra:make-smaller", href="/studio"),
)


def shell_html(person: ShellPerson, active: str) -> str:
    """The bars and their menus, for the body of any page; `active` is the name of the place one is at, or empty."""
    profile = Place(name="profile", word="Profile", href=f"/@{person.handle}", icon="person")
    own = (profile, *(place for place in OWN_PLACES if person.role in place.for_roles))
    return render("shell.html", person=person, active=active, places=PLACES, own_places=own, offers=OFFERS)


def head_html(*, styles: Sequence[str] = (), modules: Sequence[str] = (), theme: str | None = None) -> str:
    """What stands in the head of any page; styles and modules are names of assets (`theme/gallery.css`)."""
    return render("head.html", styles=styles, modules=modules, theme=theme)


@contextmanager
def frame(
    person: ShellPerson, active: str, title: str, *, styles: Sequence[str] = (), width: str = "page"
) -> Iterator[None]:
    """Make the NiceGUI page being built a page of Kamra: title, look, bars; its content goes inside.

    The bars are plain HTML beside NiceGUI's application: they cost no element and show before any script runs.
    `width` is `page`, `text` (one column of text and forms), `full` (galleries) or `studio` (from edge to edge).
    """
    ui.page_title(f"{title} · {KAMRA}")
    ui.add_head_html(head_html(styles=styles, modules=("components/shell.js",), theme=person.theme))
    ui.add_body_html(shell_html(person, active))
    ui.context.client.content.classes(f"k-page k-page--{width}")
    yield
