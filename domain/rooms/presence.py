"""Who is in a room right now, in whichever process their socket ended up."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from domain.errors import Conflict

GRACE_SECONDS = 60.0  # phones close the socket of a page while their file picker is open
LEASE_SECONDS = 30.0  # of a process that died nobody says that its people left
MOST_PEERS = 64


class PeerHereAlready(Conflict):
    """Somebody with this peer id has an open socket in the room."""


class RoomCrowded(Conflict):
    """More people than one room holds at once."""


class PresenceUnreachable(Exception):
    """What knows who is where does not answer now; nothing is lost, and trying again helps."""


class Presence(Protocol):
    """Peers by room: each is held by the stay of one socket, or is away for up to a grace of 60 seconds.

    A room is named by its id, a peer by the id its page made up, a stay by whatever is unlike every other. Everything
    here may raise PresenceUnreachable, but `inside`.
    """

    async def join(self, room_id: str, peer: str, stay: str) -> None:
        """Have this stay hold the peer, who is new or was away. Raises PeerHereAlready, RoomCrowded."""
        ...

    async def renew(self, room_id: str, stays: Mapping[str, str]) -> None:
        """Say that these (stays by peer) are still here, at least every few seconds: a stay ends after 30 without.

        One that was forgotten is here again, one whose peer another stay holds by now changes nothing.
        """
        ...

    async def leave(self, room_id: str, peer: str, stay: str) -> None:
        """The socket is closed: the peer is away, and gone when the grace is over. Another's stay is left alone."""
        ...

    async def peers(self, room_id: str) -> frozenset[str]:
        """Everybody who is here or away."""
        ...

    async def inside(self, room_ids: Sequence[str]) -> dict[str, int]:
        """How many are in each of these rooms; none anywhere while that cannot be known."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...
