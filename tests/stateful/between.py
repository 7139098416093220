"""What people do to each other, as the model has it: each answers as Kamra must, or with the error it must raise."""

from typing import Any

from domain.accounts.account import AccountNotFound
from domain.graph.answer_request import FollowRequestNotFound
from domain.graph.follow import Followed
from domain.graph.somebody_else import ThatIsYou
from domain.ids import AccountId
from domain.notifications.notice import Kind
from tests.stateful.sees import sees_person
from tests.stateful.told import take_back, tell
from tests.stateful.world import World


def follow(world: World, me: AccountId, whom: AccountId) -> Any:
    """A private person is asked first."""
    if refused := _refused(world, me, whom):
        return refused
    if (me, whom) in world.follows:
        return Followed(followed=False)
    if world.people[whom].is_private:
        if (me, whom) not in world.requests:
            world.requests[me, whom] = world.now
            tell(world, whom, Kind.FOLLOW_REQUESTED, me)
        return Followed(followed=False, requested=True)
    world.follows[me, whom] = world.now
    tell(world, whom, Kind.FOLLOWED, me)
    return Followed(followed=True)


def accept(world: World, me: AccountId, whom: AccountId) -> Any:
    """Who waits follows."""
    if refused := _refused(world, me, whom):
        return refused
    if (whom, me) not in world.requests:
        return FollowRequestNotFound
    _let_follow(world, whom, me)
    return None


def reject(world: World, me: AccountId, whom: AccountId) -> Any:
    """Who waits waits no longer."""
    if refused := _refused(world, me, whom):
        return refused
    if (whom, me) not in world.requests:
        return FollowRequestNotFound
    _end(world, whom, me)
    return None


def unfollow(world: World, me: AccountId, whom: AccountId) -> Any:
    """Also to wait no longer."""
    return _refused(world, me, whom) or _end(world, me, whom)


def remove_follower(world: World, me: AccountId, whom: AccountId) -> Any:
    """Only of who follows, not of who waits."""
    return _refused(world, me, whom) or ((whom, me) in world.follows and _end(world, whom, me))


def block(world: World, me: AccountId, whom: AccountId) -> Any:
    """All that stands between the two ends."""
    if (me, whom) in world.blocks:
        return False
    if refused := _refused(world, me, whom):
        return refused
    _end(world, me, whom)
    _end(world, whom, me)
    world.blocks.add((me, whom))
    return True


def unblock(world: World, me: AccountId, whom: AccountId) -> Any:
    """Works on somebody one cannot see."""
    if (me, whom) in world.blocks:
        world.blocks.remove((me, whom))
        return True
    return _refused(world, me, whom) or False


def mute(world: World, me: AccountId, whom: AccountId) -> Any:
    """Whether that is new."""
    if refused := _refused(world, me, whom):
        return refused
    is_new = (me, whom) not in world.mutes
    world.mutes.add((me, whom))
    return is_new


def unmute(world: World, me: AccountId, whom: AccountId) -> Any:
    """Whether they were muted."""
    if refused := _refused(world, me, whom):
        return refused
    was_muted = (me, whom) in world.mutes
    world.mutes.discard((me, whom))
    return was_muted


def turn_private(world: World, me: AccountId, *, on: bool) -> bool:
    """Who is private no longer has everybody follow who waits; whether they are private then."""
    world.people[me].is_private = on
    if not on:
        for follower, followed in list(world.requests):
            if followed == me:
                _let_follow(world, follower, me)
    return on


def _refused(world: World, me: AccountId, whom: AccountId) -> type[Exception] | None:
    if me == whom:
        return ThatIsYou
    return None if sees_person(world, me, whom) else AccountNotFound


def _let_follow(world: World, follower: AccountId, followed: AccountId) -> None:
    del world.requests[follower, followed]
    world.follows[follower, followed] = world.now
    take_back(world, followed, Kind.FOLLOW_REQUESTED, follower)


def _end(world: World, follower: AccountId, followed: AccountId) -> bool:
    if world.follows.pop((follower, followed), None) is not None:
        take_back(world, followed, Kind.FOLLOWED, follower)
        return True
    if world.requests.pop((follower, followed), None) is not None:
        take_back(world, followed, Kind.FOLLOW_REQUESTED, follower)
        return True
    return False
