"""Random lives: what every step has in common, which is that Kamra and the model are asked the same afterwards."""

import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from domain.accounts.account import Account, Role
from domain.accounts.actor import Actor
from domain.ids import AccountId, PostId
from domain.work import Work
from tests.stateful.compared import LOOKS
from tests.stateful.kamra import Kamra, actor_of
from tests.stateful.steps import steps_of
from tests.stateful.texts import HANDLES
from tests.stateful.world import Someone, World

T = TypeVar("T")
# Places in lists, which grow and shrink: beyond the end they begin again.
A_PERSON, A_THING = st.integers(0, len(HANDLES) - 1), st.integers(0, 15)
ROLES = {"anna": Role.ADMIN, "ben": Role.MODERATOR}
AT_FIRST = 6  # people
LOOKS_PER_STEP = 1
LOOK_AT_THE_END = 4  # people
OFTEN = ("follow", "publish", "like", "say", "turn_a_page_of_the_feed")


@dataclass(slots=True, kw_only=True)
class Walk:
    """Somebody's way through their feed: the page they turn next begins after `last`."""

    last: PostId | None = None
    cursor: str | None = None


class Lives(RuleBasedStateMachine):
    """The people of one Kamra and its model."""

    def __init__(self, kamra: Kamra) -> None:
        super().__init__()
        self.kamra = kamra
        self.world = World()
        self.accounts: dict[AccountId, Account] = {}
        self.walks: dict[AccountId, Walk] = {}
        self.is_same = True  # as the model, up to now
        self.chance = random.Random(0)  # of what is looked at: the same for the same steps
        for handle in HANDLES[:AT_FIRST]:
            self.join(handle)

    @rule(data=st.data())
    def live(self, data: st.DataObject) -> None:
        """One more step, whichever may happen now; posts make the rest worth looking at."""
        may_happen = steps_of(self)
        names = [*(name for name in OFTEN for _ in range(2) if name in may_happen), *may_happen]
        name = data.draw(st.sampled_from(names))
        getattr(self, name)(**data.draw(may_happen[name], label=name))

    def join(self, handle: str) -> None:
        role = ROLES.get(handle, Role.MEMBER)
        account, pictures = self.kamra.join(handle, role, self.world.now)
        self.accounts[account.id] = account
        self.world.people[account.id] = Someone(id=account.id, handle=handle, role=role, pictures=pictures)

    def person(self, place: int) -> AccountId:
        return at(list(self.world.people), place)

    def actor(self, place: int) -> Actor:
        """Somebody whom Kamra lets in now."""
        return actor_of(self.accounts[at([one for one in self.world.people if self.is_let_in(one)], place)])

    def actor_named(self, who: AccountId) -> Actor | None:
        """This person, if Kamra lets them in now."""
        return actor_of(self.accounts[who]) if who in self.world.people and self.is_let_in(who) else None

    def is_let_in(self, who: AccountId) -> bool:
        person = self.world.people[who]
        ended = person.shut_out_until is not None and person.shut_out_until <= self.world.now
        return ended or not person.shut_out

    def step(self, verb: Callable[[Work], Awaitable[Any]], model: Callable[[World, Any], Any]) -> None:
        """Do it, and hold the answer and what some people are shown then to the model."""
        self.kamra.steps += 1
        self.world.now += timedelta(seconds=1)
        self.is_same = False
        got = self.kamra.act(verb)
        wanted = model(self.world, got)
        assert got == wanted, f"Kamra answers {got}, the model {wanted}"
        viewers = [self.chance.choice([*self.world.people, None]) for _ in range(LOOKS_PER_STEP)]
        self.compare(viewers, self.chance.sample(LOOKS, LOOKS_PER_STEP))
        self.is_same = True

    def compare(self, viewers: Sequence[AccountId | None], looks: Sequence[Any] = LOOKS) -> None:
        async def compare(work: Work) -> None:
            for viewer, look in zip(viewers, looks, strict=True):
                got, wanted = await look(work, self.world, viewer, self.chance)
                assert got == wanted, f"{look.__name__} of {viewer}: Kamra shows {got}, the model {wanted}"

        self.kamra.look(compare)

    def teardown(self) -> None:
        """At the end some look at everything; then they leave one by one, and nothing stays."""
        try:
            if self.is_same:
                for viewer in [*self.chance.sample(list(self.world.people), LOOK_AT_THE_END), None]:
                    self.compare([viewer] * len(LOOKS))
                assert self.kamra.wrong_figures() == {}
        finally:
            self.kamra.everybody_leaves(list(self.accounts)[::-1], self.world.now)
        assert self.kamra.rows_left() == {}


def at(some: Sequence[T], place: int) -> T:
    """The one at this place, counted from the newest."""
    return some[-1 - place % len(some)]
