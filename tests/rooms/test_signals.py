"""Two people who are in the room at once: they see each other, and pass signals that the server cannot play again."""

import asyncio
from typing import Any

import pytest

from tests.rooms.meeting import Meeting, arranged
from tests.signed_in import Person
from ui.rooms.client.live_room import LiveRoom, live_room
from ui.rooms.client.refused import RoomRefused
from ui.rooms.client.secret import room_keys


async def _heard(inside: LiveRoom, kind: str) -> dict[str, Any]:
    async with asyncio.timeout(10):
        message = await inside.heard()
    assert message["type"] == kind, message
    return message


async def test_signals_go_from_one_to_the_other_and_count_once(meeting: Meeting) -> None:
    async with live_room(meeting.site, meeting.keys) as anna, live_room(meeting.site, meeting.keys) as ben:
        assert [one for one in ben.welcome["peers"] if anna.peer in str(one)]
        assert (await _heard(anna, "joined"))["peer"] == ben.peer
        await anna.signal(ben.peer, "c", {"sdp": "offer"})
        assert (await _heard(ben, "signal"))["fields"] == {"connection": "c", "n": 1, "sdp": "offer"}
        await ben.signal(anna.peer, "c", {"sdp": "answer"})
        assert (await _heard(anna, "signal"))["from"] == ben.peer


async def test_who_is_in_the_room_is_told_of_entries(meeting: Meeting) -> None:
    async with live_room(meeting.site, meeting.keys) as inside, meeting.visit() as visit:
        await visit.write([{"type": "title", "text": "Lake"}])
        assert (await _heard(inside, "entry"))["seq"] == 1


async def test_a_wrong_password_opens_no_socket(anna: Person, site: str) -> None:
    meeting = await arranged(anna, site, password="correct horse")
    with pytest.raises(RoomRefused) as refused:
        async with live_room(site, room_keys(meeting.secret, "wrong horse")):
            pass
    assert (refused.value.status, refused.value.reason) == (401, "room_auth_wrong")
