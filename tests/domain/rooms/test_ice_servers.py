"""Names for TURN are what coturn makes of the same secret, and end with the room."""

from datetime import UTC, datetime, timedelta

from domain.rooms.ice_servers import LIFE, IceServer, ice_servers

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
STUN, TURN = "stun:stun.example:3478", "turn:turn.example:3478?transport=udp"


def test_a_name_is_the_second_of_its_end_and_its_word_the_mac_that_coturn_computes() -> None:
    """Computed by `printf %s 1795305600 | openssl dgst -sha1 -hmac 'north' -binary | base64`."""
    [stun, turn] = ice_servers(
        stun_urls=[STUN], turn_urls=[TURN], turn_secret="north", now=NOW, room_ends=NOW + timedelta(days=7)
    )
    assert stun == IceServer(urls=(STUN,))
    assert stun.as_json() == {"urls": [STUN]}
    assert turn.as_json() == {"urls": [TURN], "username": "1795305600", "credential": "RSCUs4HcQKIuNPg2RHrpJB6C3XM="}


def test_a_name_ends_with_the_room() -> None:
    def name(room_ends: datetime) -> str | None:
        return ice_servers(stun_urls=[], turn_urls=[TURN], turn_secret="north", now=NOW, room_ends=room_ends)[
            0
        ].username

    soon = NOW + timedelta(minutes=5)
    assert name(soon) == str(int(soon.timestamp()))
    assert name(NOW + timedelta(days=7)) == str(int((NOW + LIFE).timestamp()))


def test_what_is_not_set_up_is_left_out() -> None:
    def servers(turn_urls: list[str], secret: str | None) -> list[IceServer]:
        return ice_servers(stun_urls=[], turn_urls=turn_urls, turn_secret=secret, now=NOW, room_ends=NOW)

    assert servers([], "north") == servers([TURN], None) == []
