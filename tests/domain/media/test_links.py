"""Signed links: who may use them, for what, and until when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.ids import AccountId, new_uuid
from domain.media.links import Link, LinkExpired, open_link, sign_link
from storage.secrets.keys import SecretKeys

SIGNER = SecretKeys("a secret for this test").signer("media-link")
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
LIFE = timedelta(minutes=60)


def link(viewer: AccountId | None = None, now: datetime = NOW) -> Link:
    return sign_link(SIGNER, "/media/1/320.jpg", viewer, now, LIFE)


def test_a_link_says_for_whom_it_was_made() -> None:
    viewer = AccountId(new_uuid())
    assert open_link(SIGNER, link(viewer), NOW, LIFE) == viewer
    assert open_link(SIGNER, link(), NOW, LIFE) is None


def test_a_link_lasts_at_most_its_life_and_at_least_half_of_it() -> None:
    for minute in range(0, 120, 7):
        made = NOW + timedelta(minutes=minute)
        lasts = datetime.fromtimestamp(link(now=made).until, UTC) - made
        assert LIFE / 2 < lasts <= LIFE


def test_links_made_in_the_same_half_of_a_life_are_the_same_so_that_browsers_cache_them() -> None:
    until = {link(now=NOW + timedelta(minutes=minute)).until for minute in range(60)}
    assert len(until) == 2


@pytest.mark.parametrize(
    "change", [{"path": "/media/1/640.jpg"}, {"until": 1 << 40}, {"viewer": str(new_uuid())}, {"signature": "é"}]
)
def test_a_changed_link_opens_nothing(change: dict) -> None:
    with pytest.raises(LinkExpired):
        open_link(SIGNER, replace(link(), **change), NOW, LIFE)


def test_a_link_is_over_at_the_second_it_says() -> None:
    made = link()
    end = datetime.fromtimestamp(made.until, UTC)
    open_link(SIGNER, made, end - timedelta(microseconds=1), LIFE)
    with pytest.raises(LinkExpired):
        open_link(SIGNER, made, end, LIFE)


def test_a_link_that_had_run_out_is_not_alive_again_when_the_clock_is_set_back() -> None:
    made = link()
    with pytest.raises(LinkExpired):
        open_link(SIGNER, made, NOW - timedelta(days=2), LIFE)
    open_link(SIGNER, made, NOW - timedelta(seconds=50), LIFE)  # on another machine, whose clock is a little behind


def test_what_another_purpose_signed_is_worth_nothing() -> None:
    other = SecretKeys("a secret for this test").signer("set-up")
    with pytest.raises(LinkExpired):
        open_link(SIGNER, sign_link(other, "/media/1/320.jpg", None, NOW, LIFE), NOW, LIFE)
