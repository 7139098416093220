"""What moderators do, and joining and leaving, as the model has it."""

from datetime import datetime
from typing import Any

from domain.accounts.account import Role
from domain.accounts.actor import NotAllowed
from domain.accounts.roles import NotYourself
from domain.ids import AccountId
from domain.notifications.notice import Kind
from tests.stateful.saying import remove_comment, remove_post
from tests.stateful.told import forget_person, take_back, take_back_by_moderator, tell, tell_by_moderator
from tests.stateful.world import Posted, Said, World


def take_down(world: World, me: AccountId, thing: Posted | Said, reason: str) -> Any:
    """Hide it; its author is told why."""
    if refused := _refused(world, me, thing.author):
        return refused
    if not thing.is_down:
        thing.is_down = True
        if isinstance(thing, Said):
            take_back(world, world.posts[thing.post].author, Kind.COMMENTED, thing.author, about=thing)
        tell_by_moderator(world, thing, reason)
    return None


def restore(world: World, me: AccountId, thing: Posted | Said) -> Any:
    """Show it again."""
    if refused := _refused(world, me, thing.author):
        return refused
    if thing.is_down:
        thing.is_down = False
        if isinstance(thing, Said):
            tell(world, world.posts[thing.post].author, Kind.COMMENTED, thing.author, about=thing)
        take_back_by_moderator(world, thing)
    return None


def suspend(world: World, me: AccountId, whom: AccountId, until: datetime | None) -> Any:
    """Shut somebody out."""
    refused = NotAllowed if world.people[me].role is Role.MEMBER else NotYourself if me == whom else None
    if refused := refused or _refused(world, me, whom):
        return refused
    world.people[whom].shut_out, world.people[whom].shut_out_until = True, until
    return None


def unsuspend(world: World, me: AccountId, whom: AccountId) -> Any:
    """Let somebody in."""
    if refused := _refused(world, me, whom):
        return refused
    world.people[whom].shut_out, world.people[whom].shut_out_until = False, None
    return None


def leave(world: World, who: AccountId) -> None:
    """Everything of theirs goes with them."""
    for post in list(world.posts.values()):
        if post.author == who:
            remove_post(world, post.id)
        else:
            post.likes.pop(who, None)
            post.mentions.discard(who)
    for said in list(world.comments.values()):
        if said.author == who:
            remove_comment(world, said.id)
    forget_person(world, who)
    del world.people[who]
    for pairs in (world.follows, world.requests):
        for pair in [pair for pair in pairs if who in pair]:
            del pairs[pair]
    world.blocks = {pair for pair in world.blocks if who not in pair}
    world.mutes = {pair for pair in world.mutes if who not in pair}


def _refused(world: World, me: AccountId, whose: AccountId) -> type[Exception] | None:
    """What moderators and admins do is for an admin to judge."""
    acting, other = world.people[me].role, world.people[whose].role
    is_above = acting is Role.ADMIN or (acting is Role.MODERATOR and other is Role.MEMBER)
    return None if is_above else NotAllowed
