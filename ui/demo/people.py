"""The people of the demo, and who follows whom."""

from dataclasses import dataclass

from domain.accounts.account import Role

PASSWORD = "a place for pictures"  # noqa: S105  # printed for everybody to use; the demo holds nothing of anyone's


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """Somebody of the demo; `face` is the scene and the seed of the picture they show themselves by."""

    handle: str
    name: str
    bio: str
    face: tuple[str, int]
    role: Role = Role.MEMBER
    is_private: bool = False


PEOPLE = (
    DemoPerson(
        handle="demo",
        name="Anna Berger",
        bio="Hills, mostly before breakfast.",
        face=("Mountains", 18),
        role=Role.ADMIN,
    ),
    DemoPerson(handle="ben", name="Ben Okafor", bio="Cities after rain.", face=("City at night", 26)),
    DemoPerson(
        handle="clara", name="Clara Duarte", bio="Anything that grows.", face=("Meadow", 33), role=Role.MODERATOR
    ),
    DemoPerson(handle="jonas", name="Jonas Berger", bio="Anna's brother. On the water.", face=("Boats", 43)),
    DemoPerson(handle="mina", name="Mina Sato", bio="Up late, for the stars.", face=("Stars", 8), is_private=True),
)

# Who follows whom; Mina's account is private, and Ben's request still waits.
FOLLOWS = (
    ("demo", "ben"),
    ("demo", "clara"),
    ("demo", "jonas"),
    ("demo", "mina"),
    ("ben", "demo"),
    ("ben", "clara"),
    ("clara", "demo"),
    ("clara", "ben"),
    ("clara", "jonas"),
    ("jonas", "demo"),
    ("jonas", "mina"),
    ("mina", "demo"),
    ("mina", "clara"),
)
WAITING = (("ben", "mina"),)
