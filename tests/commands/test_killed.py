"""A Kamra that is killed while people use it keeps what it acknowledged and nothing else (C31), in rooms as well (G64).

`make bench ARGS="kills rooms_kills"` does the same sixty times and takes the time.
"""

from pathlib import Path

from benchmarks.kills import killed
from benchmarks.rooms_kills import killed_rooms
from benchmarks.served import OWNER, free_port
from ui.settings import Settings

_KILLS = 2
_KILLS_IN_ROOMS = 2


async def test_what_was_acknowledged_outlives_being_killed(settings: Settings, tmp_path: Path) -> None:
    found = await killed(_KILLS, _environment(settings), tmp_path, every=2)
    assert found.surprises == []
    assert found.lost == []
    assert found.revived == []
    assert found.differences == []
    assert found.acknowledged >= found.deleted > 0


async def test_of_rooms_parts_outlive_being_killed_until_they_are_over(settings: Settings, tmp_path: Path) -> None:
    found = await killed_rooms(_KILLS_IN_ROOMS, _environment(settings), tmp_path, every=_KILLS_IN_ROOMS)
    assert found.surprises == []
    assert found.lost == []
    assert found.left == []
    assert found.differences == []
    assert found.rooms >= found.over > 0
    assert found.parts > 0


def _environment(settings: Settings) -> dict[str, str]:
    """The settings of this test's Kamra as a process of its own reads them, on the services that are named."""
    given = {
        "KAMRA_DATA": str(settings.data),
        "KAMRA_HOST": "127.0.0.1",
        "KAMRA_PORT": str(free_port()),
        "KAMRA_OWNER": OWNER,
        "KAMRA_RATE_LIMITS": "off",
        "KAMRA_WORKERS": "1",
        "KAMRA_DATABASE_URL": settings.database_url,
        "KAMRA_FILES_URL": settings.files_url,
        "KAMRA_S3_ENDPOINT": settings.s3_endpoint,
        "KAMRA_REDIS_URL": settings.redis_url,
    }
    return {name: value for name, value in given.items() if value is not None}
