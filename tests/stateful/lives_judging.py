"""Steps in which moderators act, and people join, leave and let time pass."""

from datetime import timedelta

from hypothesis import strategies as st

from domain.accounts.account import Role
from domain.accounts.actor import Actor
from domain.accounts.roles import suspend, unsuspend
from domain.moderation.restore import restore
from domain.moderation.take_down import take_down
from domain.moderation.target import Target, TargetKind
from domain.work import Work
from tests.stateful import judging
from tests.stateful.kamra import go
from tests.stateful.lives import A_PERSON, A_THING, Lives, at
from tests.stateful.steps import happens, only_if
from tests.stateful.texts import HANDLES
from tests.stateful.world import Posted, Said


class LivesJudging(Lives):
    """What happens to people and to what they said."""

    def judge_or(self, who: int) -> Actor:
        """Mostly a moderator or the admin; sometimes somebody tries who may not."""
        judges = [one for one, person in self.world.people.items() if person.role is not Role.MEMBER]
        judge = self.actor_named(judges[who % len(judges)])
        return self.actor(who) if judge is None or who == 0 else judge

    @only_if(lambda self: self.world.posts)
    @happens(who=A_PERSON, which=A_THING)
    def take_a_post_down(self, who: int, which: int) -> None:
        self._take_down(self.judge_or(who), at(list(self.world.posts.values()), which))

    @only_if(lambda self: self.world.comments)
    @happens(who=A_PERSON, which=A_THING)
    def take_a_comment_down(self, who: int, which: int) -> None:
        self._take_down(self.judge_or(who), at(list(self.world.comments.values()), which))

    @only_if(lambda self: self._down())
    @happens(who=A_PERSON, which=A_THING)
    def restore(self, who: int, which: int) -> None:
        me, thing = self.judge_or(who), at(self._down(), which)

        async def bring_back(work: Work) -> None:
            await restore(work, me, _target(thing), self.world.now)

        self.step(bring_back, lambda world, _: judging.restore(world, me.account.id, thing))

    @happens(who=A_PERSON, whom=A_PERSON, hours=st.none() | st.integers(1, 30))
    def suspend(self, who: int, whom: int, hours: int | None) -> None:
        me, other = self.judge_or(who), self.person(whom)
        until = None if hours is None else self.world.now + timedelta(hours=hours)

        async def shut_out(work: Work) -> None:
            await suspend(work, me, other, reason="because", until=until, now=self.world.now)

        self.step(shut_out, lambda world, _: judging.suspend(world, me.account.id, other, until))

    @only_if(lambda self: any(person.shut_out for person in self.world.people.values()))
    @happens(who=A_PERSON, whom=A_PERSON)
    def unsuspend(self, who: int, whom: int) -> None:
        me = self.judge_or(who)
        other = at([one for one, person in self.world.people.items() if person.shut_out], whom)
        self.step(
            lambda work: unsuspend(work, me, other, self.world.now),
            lambda world, _: judging.unsuspend(world, me.account.id, other),
        )

    @happens(hours=st.integers(1, 24))
    def let_time_pass(self, hours: int) -> None:
        self.world.now += timedelta(hours=hours)

    @only_if(lambda self: len(self.world.people) < len(HANDLES))
    @happens()
    def somebody_joins(self) -> None:
        here = {person.handle for person in self.world.people.values()}
        self.join(next(handle for handle in HANDLES if handle not in here))

    @only_if(lambda self: len(self.world.people) == len(HANDLES))
    @happens(who=A_PERSON)
    def somebody_leaves(self, who: int) -> None:
        members = [one for one, person in self.world.people.items() if person.role is not Role.ADMIN]
        gone = at(members, who)

        self.walks.pop(gone, None)
        self.step(lambda work: go(work, gone, self.world.now), lambda world, _: judging.leave(world, gone))

    def _take_down(self, me: Actor, thing: Posted | Said) -> None:
        async def hide(work: Work) -> None:
            await take_down(work, me, _target(thing), "because", self.world.now)

        self.step(hide, lambda world, _: judging.take_down(world, me.account.id, thing, "because"))

    def _down(self) -> list[Posted | Said]:
        return [one for one in (*self.world.posts.values(), *self.world.comments.values()) if one.is_down]


def _target(thing: Posted | Said) -> Target:
    return Target(kind=TargetKind.POST if isinstance(thing, Posted) else TargetKind.COMMENT, id=thing.id)
