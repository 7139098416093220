"""What stands between two people, and what one of them may see of the other: all that a profile begins with."""

from dataclasses import dataclass

from domain.graph.seen_account import SeenAccount


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """From the side of the one who looks; `is_requested`: they asked to follow and wait. Nothing when signed out."""

    is_following: bool = False
    is_followed_by: bool = False
    is_requested: bool = False
    is_blocking: bool = False
    is_muting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Somebody the viewer may see, with what stands between them.

    `lists_visible` says whether followers and following may be listed: those of a private account are empty to others.
    """

    person: SeenAccount
    relationship: Relationship
    lists_visible: bool
