"""The servers by which browsers in a room find each other, as the settings name them."""

from datetime import datetime
from typing import Any

from domain.rooms.ice_servers import ice_servers
from domain.rooms.room import Room
from ui.settings import Settings


def ice_servers_for(room: Room, settings: Settings, now: datetime) -> list[dict[str, Any]]:
    """As `RTCPeerConnection` takes them; names for TURN are made for this answer and end with the room."""
    servers = ice_servers(
        stun_urls=_named(settings.stun_urls),
        turn_urls=_named(settings.turn_urls),
        turn_secret=settings.turn_secret,
        now=now,
        room_ends=room.expires_at,
    )
    return [server.as_json() for server in servers]


def _named(urls: str) -> list[str]:
    return [url.strip() for url in urls.split(",") if url.strip()]
