"""The servers through which browsers find and reach each other: STUN, and TURN with names that expire."""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

LIFE = timedelta(hours=12)  # of a TURN name; who stays longer is given another when the socket opens again


@dataclass(frozen=True, slots=True, kw_only=True)
class IceServer:
    """One entry of a browser's `iceServers`; a STUN server takes no name."""

    urls: tuple[str, ...]
    username: str | None = None
    credential: str | None = None

    def as_json(self) -> dict[str, object]:
        """As `RTCPeerConnection` takes it."""
        named = {"username": self.username, "credential": self.credential}
        return {"urls": list(self.urls), **{name: value for name, value in named.items() if value is not None}}


def ice_servers(
    *, stun_urls: Sequence[str], turn_urls: Sequence[str], turn_secret: str | None, now: datetime, room_ends: datetime
) -> list[IceServer]:
    """What somebody in a room may use until it ends, for half a day at most.

    The name is the second of its end and the word for it HMAC-SHA1 over the name, which a TURN server that holds the
    same secret can check by itself (`use-auth-secret` of coturn; draft-uberti-behave-turn-rest).
    """
    servers = [IceServer(urls=tuple(stun_urls))] if stun_urls else []
    if turn_urls and turn_secret:
        username = str(int(min(now + LIFE, room_ends).timestamp()))
        # SHA-1 is what TURN servers compute; as a MAC it is not broken.
        mac = hmac.new(turn_secret.encode(), username.encode(), hashlib.sha1).digest()
        servers.append(IceServer(urls=tuple(turn_urls), username=username, credential=base64.b64encode(mac).decode()))
    return servers
