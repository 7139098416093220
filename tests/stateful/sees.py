"""Who may see what, word for word as the design says it, written without looking at the database's rule."""

from domain.accounts.account import Role
from domain.ids import AccountId, MediaId
from domain.posts.post import Visibility
from tests.stateful.world import Posted, Said, World

Viewer = AccountId | None  # None: somebody who is not signed in, while public pages are on


def is_active(world: World, who: AccountId) -> bool:
    """Whether they are here and nobody has shut them out."""
    person = world.people.get(who)
    if person is None:
        return False
    is_over = person.shut_out_until is not None and person.shut_out_until <= world.now
    return not person.shut_out or is_over


def is_blocked(world: World, one: Viewer, other: AccountId) -> bool:
    """Whether a block stands between the two, either way."""
    return one is not None and ((one, other) in world.blocks or (other, one) in world.blocks)


def sees_person(world: World, viewer: Viewer, other: AccountId) -> bool:
    """Whether their profile is there: also that of a private person, and of a suspended one for people."""
    if viewer is None:
        return is_active(world, other)
    return other in world.people and not is_blocked(world, viewer, other)


def is_listed(world: World, viewer: Viewer, other: AccountId) -> bool:
    """Whether lists of people name them."""
    return sees_person(world, viewer, other) and is_active(world, other)


def sees_lists(world: World, viewer: Viewer, other: AccountId) -> bool:
    """Whether whom they follow and who follows them may be listed."""
    return sees_person(world, viewer, other) and (
        not world.people[other].is_private or viewer == other or (viewer, other) in world.follows
    )


def sees_post(world: World, viewer: Viewer, post: Posted) -> bool:
    """Whether the post is there for them."""
    if post.is_down or not is_active(world, post.author) or is_blocked(world, viewer, post.author):
        return False
    if viewer is not None and not is_active(world, viewer):
        return False
    if viewer == post.author:
        return True
    is_open = post.visibility is Visibility.PUBLIC and not world.people[post.author].is_private
    is_follower = (viewer, post.author) in world.follows
    return is_open or (is_follower and post.visibility is not Visibility.ME)


def sees_comment(world: World, viewer: Viewer, said: Said) -> bool:
    """Whether the comment is there for them: under a post that is, by somebody who is."""
    is_there = not said.is_down and is_active(world, said.author) and not is_blocked(world, viewer, said.author)
    return is_there and sees_post(world, viewer, world.posts[said.post])


def sees_picture(world: World, viewer: Viewer, owner: AccountId, picture: MediaId) -> bool:
    """Its owner does, whoever sees a post with it, and moderators when such a post is taken down."""
    its_posts = [post for post in world.posts.values() if picture in post.pictures]
    if any(sees_post(world, viewer, post) for post in its_posts):
        return True
    if viewer is None or not is_active(world, viewer):
        return False
    judges = world.people[viewer].role is not Role.MEMBER
    return viewer == owner or (judges and any(post.is_down for post in its_posts))
