"""Steps in which people post, like and comment, turn a page of their feed and read what they are told."""

from typing import Any

from hypothesis import strategies as st

from domain.accounts.actor import Actor
from domain.ids import NotificationId, PostId, new_uuid
from domain.notifications.mark_read import mark_all_read, mark_read
from domain.notifications.notice import NotificationNotFound
from domain.paging import parse_window
from domain.posts.delete import delete_post
from domain.posts.delete_comment import delete_comment
from domain.posts.edit import PostChange, edit_post
from domain.posts.like import like
from domain.posts.post import Visibility
from domain.posts.publish import NewPost, publish
from domain.posts.say import say
from domain.posts.unlike import unlike
from domain.work import Work
from tests.stateful import saying, told
from tests.stateful.compared import page_of_feed
from tests.stateful.lives import A_PERSON, A_THING, Lives, Walk, at
from tests.stateful.steps import happens, only_if
from tests.stateful.texts import CAPTIONS, WORDS

A_CAPTION, A_VISIBILITY = st.sampled_from(CAPTIONS), st.sampled_from(Visibility)


class LivesPosting(Lives):
    """What people do with posts, and with what they are told."""

    def author_or(self, who: int, post_id: PostId) -> Actor:
        """Mostly the author, or nothing would ever be changed; sometimes somebody else tries."""
        its = self.actor_named(self.world.posts[post_id].author)
        return self.actor(who) if its is None or who == 0 else its

    @happens(who=A_PERSON, whose=A_PERSON, count=st.integers(1, 3), caption=A_CAPTION, visibility=A_VISIBILITY)
    def publish(self, who: int, whose: int, count: int, caption: str | None, visibility: Visibility) -> None:
        me = self.actor(who)
        owner = self.person(whose) if whose == 0 else me.account.id  # sometimes of somebody else's
        pictures = self.world.people[owner].pictures[:count]
        new = NewPost(pictures=pictures, caption=caption, visibility=visibility)

        async def post(work: Work) -> Any:
            return (await publish(work, me, new, self.world.now))[0].id

        self.step(post, lambda world, made: saying.publish(world, me.account.id, made, new))

    @only_if(lambda self: self.world.posts)
    @happens(who=A_PERSON, which=A_THING, caption=A_CAPTION, visibility=st.none() | A_VISIBILITY)
    def edit(self, who: int, which: int, caption: str | None, visibility: Visibility | None) -> None:
        post = at(list(self.world.posts), which)
        me = self.author_or(who, post)
        change = PostChange(has_caption=True, caption=caption, visibility=visibility)

        async def edit(work: Work) -> Any:
            await edit_post(work, me, post, change, self.world.now)

        self.step(edit, lambda world, _: saying.edit(world, me.account.id, post, caption, visibility))

    @only_if(lambda self: len(self.world.posts) > 3)
    @happens(who=A_PERSON, which=A_THING)
    def delete(self, who: int, which: int) -> None:
        post = at(list(self.world.posts), which)
        me = self.author_or(who, post)

        async def delete(work: Work) -> Any:
            await delete_post(work, me, post, self.world.now)

        self.step(delete, lambda world, _: saying.delete(world, me.account.id, post))

    @only_if(lambda self: self.world.posts)
    @happens(who=A_PERSON, which=A_THING)
    def like(self, who: int, which: int) -> None:
        me, post = self.actor(who), at(list(self.world.posts), which)

        async def do(work: Work) -> Any:
            return (await like(work, me, post, self.world.now))[0]

        self.step(do, lambda world, _: saying.like(world, me.account.id, post))

    @only_if(lambda self: any(post.likes for post in self.world.posts.values()))
    @happens(which=A_THING)
    def unlike(self, which: int) -> None:
        liked = [(post.id, who) for post in self.world.posts.values() for who in post.likes]
        post, who = at(liked, which)
        me = self.actor_named(who)
        if me is None:
            return

        async def do(work: Work) -> Any:
            await unlike(work, me, post, self.world.now)

        self.step(do, lambda world, _: saying.unlike(world, me.account.id, post))

    @only_if(lambda self: self.world.posts)
    @happens(who=A_PERSON, which=A_THING, body=st.sampled_from(WORDS), answers=st.none() | A_THING)
    def say(self, who: int, which: int, body: str, answers: int | None) -> None:
        me, post, spoken = self.actor(who), at(list(self.world.posts), which), list(self.world.comments)
        reply_to = None if answers is None or not spoken else at(spoken, answers)

        async def do(work: Work) -> Any:
            return (await say(work, me, post, body, self.world.now, reply_to=reply_to))[0].id

        self.step(do, lambda world, made: saying.say(world, me.account.id, made, post, body, reply_to=reply_to))

    @only_if(lambda self: self.world.comments)
    @happens(who=A_PERSON, which=A_THING, own=st.booleans())
    def delete_comment(self, who: int, which: int, *, own: bool) -> None:
        said = at(list(self.world.comments.values()), which)
        author = self.actor_named(said.author)
        me = author if own and author is not None else self.actor(who)

        async def do(work: Work) -> Any:
            await delete_comment(work, me, said.post, said.id, self.world.now)

        self.step(do, lambda world, _: saying.delete_comment(world, me.account.id, said.post, said.id))

    @happens(who=A_PERSON, limit=st.integers(1, 4), anew=st.integers(0, 5))
    def turn_a_page_of_the_feed(self, who: int, limit: int, anew: int) -> None:
        me = self.actor(who).account.id
        walk = self.walks.get(me)
        if walk is None or anew == 0:
            walk = self.walks[me] = Walk()
        window = parse_window("feed", (str,), str(limit), walk.cursor)
        page = self.kamra.look(lambda work: work.feed.page(me, window, self.world.now))
        posts, has_more = page_of_feed(self.world, me, walk.last, limit)
        assert ([one.post.id for one in page.items], page.next_cursor is not None) == (posts, has_more)
        self.kamra.steps += 1
        if has_more:
            walk.last, walk.cursor = posts[-1], page.next_cursor
        else:
            del self.walks[me]

    @happens(who=A_PERSON, which=st.none() | A_THING)
    def read_what_is_told(self, who: int, which: int | None) -> None:
        me = self.actor(who)
        shown = [one for one, _ in told.shown(self.world, me.account.id)]
        if which is None:
            theirs = [one for one in self.world.told if one.to == me.account.id]
            wanted: Any = any(not one.is_read for one in theirs)
            self.step(lambda work: mark_all_read(work, me, self.world.now), lambda _world, _: wanted)
            for one in theirs:
                one.is_read = True
            return
        window = parse_window("notifications", (int, str), "200", None)
        page = self.kamra.look(lambda work: work.notifications.list(me.account.id, window, self.world.now))
        place = which % (len(shown) + 1)
        is_unread = place < len(shown) and not shown[place].is_read
        its_id = page.items[place].id if place < len(shown) else NotificationId(new_uuid())
        if is_unread:
            shown[place].is_read = True
        self.step(
            lambda work: mark_read(work, me, its_id, self.world.now),
            lambda _world, _: None if is_unread else NotificationNotFound,
        )
