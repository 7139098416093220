"""Steps in which people follow, block and mute each other, and answer who asks."""

from hypothesis import strategies as st

from domain.accounts.edit_profile import ProfileChange, edit_profile
from domain.graph.answer_request import accept_request, reject_request
from domain.graph.block import block, unblock
from domain.graph.follow import follow
from domain.graph.mute import mute, unmute
from domain.graph.remove_follower import remove_follower
from domain.graph.unfollow import unfollow
from tests.stateful import between
from tests.stateful.lives import A_PERSON, Lives
from tests.stateful.steps import happens, only_if


class LivesBetween(Lives):
    """What stands between two people."""

    @happens(who=A_PERSON, whom=A_PERSON)
    def follow(self, who: int, whom: int) -> None:
        me, other = self.actor(who), self.person(whom)
        self.step(
            lambda work: follow(work, me, other, self.world.now),
            lambda world, _: between.follow(world, me.account.id, other),
        )

    @only_if(lambda self: self.world.requests)
    @happens(who=A_PERSON, accepts=st.booleans())
    def answer_who_asks(self, who: int, *, accepts: bool) -> None:
        waiting = list(self.world.requests)
        whom, asked = waiting[who % len(waiting)]
        me = self.actor_named(asked)
        if me is None:
            return
        if accepts:
            self.step(
                lambda work: accept_request(work, me, whom, self.world.now),
                lambda world, _: between.accept(world, me.account.id, whom),
            )
        else:
            self.step(
                lambda work: reject_request(work, me, whom),
                lambda world, _: between.reject(world, me.account.id, whom),
            )

    @happens(who=A_PERSON, whom=A_PERSON)
    def unfollow(self, who: int, whom: int) -> None:
        me, other = self.actor(who), self.person(whom)
        self.step(
            lambda work: unfollow(work, me, other), lambda world, _: between.unfollow(world, me.account.id, other)
        )

    @happens(who=A_PERSON, whom=A_PERSON)
    def remove_follower(self, who: int, whom: int) -> None:
        me, other = self.actor(who), self.person(whom)
        self.step(
            lambda work: remove_follower(work, me, other),
            lambda world, _: between.remove_follower(world, me.account.id, other),
        )

    @happens(who=A_PERSON, whom=A_PERSON)
    def block(self, who: int, whom: int) -> None:
        me, other = self.actor(who), self.person(whom)
        self.step(
            lambda work: block(work, me, other, self.world.now),
            lambda world, _: between.block(world, me.account.id, other),
        )

    @only_if(lambda self: self.world.blocks)
    @happens(which=A_PERSON)
    def unblock(self, which: int) -> None:
        pairs = sorted(self.world.blocks)
        who, other = pairs[which % len(pairs)]
        me = self.actor_named(who)
        if me is not None:
            self.step(
                lambda work: unblock(work, me, other), lambda world, _: between.unblock(world, me.account.id, other)
            )

    @happens(who=A_PERSON, whom=A_PERSON, on=st.booleans())
    def mute(self, who: int, whom: int, *, on: bool) -> None:
        me, other = self.actor(who), self.person(whom)
        if on:
            self.step(
                lambda work: mute(work, me, other, self.world.now),
                lambda world, _: between.mute(world, me.account.id, other),
            )
        else:
            self.step(
                lambda work: unmute(work, me, other), lambda world, _: between.unmute(world, me.account.id, other)
            )

    @happens(who=A_PERSON, on=st.booleans())
    def turn_private(self, who: int, *, on: bool) -> None:
        me = self.actor(who)
        change = ProfileChange(given=frozenset({"is_private"}), is_private=on)

        async def edit(work):
            return (await edit_profile(work, me, me.account.id, change, self.world.now)).is_private

        self.step(edit, lambda world, _: between.turn_private(world, me.account.id, on=on))
