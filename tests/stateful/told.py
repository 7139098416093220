"""What people are told as the model has it: kept by kind and thing, shown with who may be seen."""

from dataclasses import dataclass

from domain.ids import AccountId, CommentId, PostId
from domain.notifications.notice import Kind
from tests.stateful.sees import is_listed, sees_comment, sees_post
from tests.stateful.world import Posted, Said, Told, World

_BY_MODERATORS = (Kind.TAKEN_DOWN, Kind.APPEAL_ANSWERED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldNow:
    """One notification as its person is shown it."""

    kind: Kind
    actors: tuple[AccountId, ...]
    count: int
    post: PostId | None
    comment: CommentId | None
    text: str | None
    is_read: bool


def tell(world: World, to: AccountId, kind: Kind, actor: AccountId, *, about: Posted | Said | None = None) -> None:
    """Tell somebody of an act, unless it is their own, they muted who acted, or may not see who or what it is."""
    if to == actor or not _hears(world, to, actor) or not _sees(world, to, about):
        return
    told = _found(world, to, kind, about)
    if told is None:
        told = Told(to=to, kind=kind, about=_id(about, kind), post=_post(about), comment=_comment(about, kind))
        world.told.append(told)
    elif kind is not Kind.COMMENTED and actor in told.actors:
        return
    told.actors.setdefault(actor, world.now)
    told.updated_at, told.is_read = world.now, False


def tell_by_moderator(world: World, about: Posted | Said, text: str) -> None:
    """Tell somebody that what they posted or said was taken down."""
    told = Told(
        to=about.author,
        kind=Kind.TAKEN_DOWN,
        about=str(about.id),
        post=_post(about),
        comment=_comment(about, Kind.TAKEN_DOWN),
        text=text,
        updated_at=world.now,
    )
    world.told.append(told)


def take_back(world: World, to: AccountId, kind: Kind, actor: AccountId, *, about: Posted | Said | None = None) -> None:
    """The act is undone; who said more than one thing to the post stays."""
    told = _found(world, to, kind, about)
    if told is None:
        return
    if kind is Kind.COMMENTED and isinstance(about, Said):
        others = [said for said in world.comments.values() if said.post == about.post and said.id != about.id]
        if any(said.author == actor and not said.is_down for said in others):
            return
    told.actors.pop(actor, None)
    if not told.actors:
        world.told.remove(told)


def take_back_by_moderator(world: World, about: Posted | Said) -> None:
    """It is there again."""
    world.told = [one for one in world.told if (one.kind, one.about) != (Kind.TAKEN_DOWN, str(about.id))]


def shown(world: World, to: AccountId) -> list[tuple[Told, ToldNow]]:
    """What they are shown now, the latest change first."""
    theirs = [(told, _now(world, told)) for told in world.told if told.to == to]
    seen = [(told, now) for told, now in theirs if now is not None]
    return sorted(seen, key=lambda one: one[0].updated_at, reverse=True)


def forget_post(world: World, post: PostId) -> None:
    """Nothing is told of it any more."""
    world.told = [told for told in world.told if told.post != post]


def forget_comment(world: World, comment: CommentId) -> None:
    """Nothing is told of it any more."""
    world.told = [told for told in world.told if told.comment != comment]


def forget_person(world: World, who: AccountId) -> None:
    """They are told nothing, and nobody is told of them."""
    for told in list(world.told):
        was_named = told.actors.pop(who, None) is not None
        if told.to == who or (was_named and not told.actors):
            world.told.remove(told)


def _now(world: World, told: Told) -> ToldNow | None:
    newest_first = sorted(told.actors, key=lambda one: (told.actors[one], one), reverse=True)
    actors = [one for one in newest_first if _hears(world, told.to, one)]
    comment = told.comment
    if told.kind is Kind.COMMENTED:
        its = [said for said in world.comments.values() if said.post == told.post and said.author in actors]
        comment = max((said.id for said in its if sees_comment(world, told.to, said)), default=None)
    if told.kind not in _BY_MODERATORS:
        about = None if told.post is None else world.posts[told.post]
        hidden = comment is not None and not sees_comment(world, told.to, world.comments[comment])
        if not actors or hidden or not _sees(world, told.to, about):
            return None
    return ToldNow(
        kind=told.kind,
        actors=tuple(actors[:3]),
        count=len(actors) or 1,
        post=told.post,
        comment=comment,
        text=told.text,
        is_read=told.is_read,
    )


def _hears(world: World, to: AccountId, actor: AccountId) -> bool:
    return is_listed(world, to, actor) and (to, actor) not in world.mutes


def _sees(world: World, viewer: AccountId, about: Posted | Said | None) -> bool:
    if isinstance(about, Said):
        return sees_comment(world, viewer, about)
    return viewer in world.people and (about is None or sees_post(world, viewer, about))


def _found(world: World, to: AccountId, kind: Kind, about: Posted | Said | None) -> Told | None:
    key = (to, kind, _id(about, kind))
    return next((one for one in world.told if (one.to, one.kind, one.about) == key), None)


def _id(about: Posted | Said | None, kind: Kind) -> str:
    if isinstance(about, Said) and kind is Kind.COMMENTED:
        return str(about.post)
    return "" if about is None else str(about.id)


def _post(about: Posted | Said | None) -> PostId | None:
    return about.post if isinstance(about, Said) else None if about is None else about.id


def _comment(about: Posted | Said | None, kind: Kind) -> CommentId | None:
    return about.id if isinstance(about, Said) and kind is not Kind.COMMENTED else None
