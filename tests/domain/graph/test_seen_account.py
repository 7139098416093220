"""How many posts of somebody a viewer is told of."""

from dataclasses import replace
from datetime import UTC, datetime

from domain.accounts.account import Role
from domain.accounts.join import account_of
from domain.accounts.rules import Newcomer
from domain.graph.seen_account import seen_by, seen_by_oneself
from domain.ids import AccountId, new_uuid

ANNA = replace(
    account_of(
        Newcomer(handle="anna", display_name="Anna", password="unused"), "no hash", Role.MEMBER, datetime.now(UTC)
    ),
    posts=1,
    posts_followers=10,
    posts_me=100,
)
BEN = AccountId(new_uuid())


def test_each_visibility_counts_for_whom_it_is() -> None:
    assert seen_by_oneself(ANNA).posts == seen_by(ANNA, ANNA.id).posts == 111
    assert seen_by(ANNA, BEN, is_follower=True).posts == 11
    assert seen_by(ANNA, BEN).posts == seen_by(ANNA, None).posts == 1
