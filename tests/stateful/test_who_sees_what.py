"""Random lives on one database: whatever people do, everybody sees what they may see, exactly, and nothing else."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase
from hypothesis import settings as trying
from hypothesis.stateful import run_state_machine_as_test

from storage.database import feed_newest
from tests.conftest import SERVER_URL
from tests.stateful.kamra import Kamra
from tests.stateful.lives_between import LivesBetween
from tests.stateful.lives_judging import LivesJudging
from tests.stateful.lives_posting import LivesPosting

# Some 500 steps, always the same ones; asked for more, others each time. PostgreSQL takes longer for each.
ASKED = os.environ.get("KAMRA_TEST_STEPS") or None
STEPS = int(ASKED or (400 if SERVER_URL is None else 150))
IN_ONE_LIFE = min(STEPS, 200)


class WholeLives(LivesBetween, LivesPosting, LivesJudging):
    """Everything that people do."""


@pytest.fixture
def kamra(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kamra]:
    monkeypatch.setattr(feed_newest, "MANY", 3)  # of at most eight people: the feed is read in both of its ways
    kamra = Kamra(database_url)
    yield kamra
    kamra.close()


def test_e48_random_lives_show_everybody_what_the_model_says(kamra: Kamra) -> None:
    class LivesHere(WholeLives):
        def __init__(self) -> None:
            super().__init__(kamra)

    run_state_machine_as_test(
        LivesHere,
        settings=trying(
            max_examples=STEPS // IN_ONE_LIFE + 1,  # the first is a short one
            stateful_step_count=IN_ONE_LIFE,
            derandomize=ASKED is None,
            database=None,
            deadline=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large),
        ),
    )
    assert kamra.steps > STEPS / 2
