"""Posts are found by the words and hashtags of their captions, by those who may see them (E46, E52)."""

import pytest

from storage.database import search_postgresql, search_sqlite, search_tags
from tests.posting import POSTS, follows, ids_of, posted
from tests.signed_in import Person
from ui.parts import Parts

SEARCH = "/api/v1/search/posts"


async def test_words_are_found_whatever_their_case_and_accents(running: Parts, anna: Person, ben: Person) -> None:
    post = await posted(running, anna, caption="Crème brûlée am Ärmelkanal, 7:30")
    await posted(running, anna, caption="Something else")
    for typed in ("creme BRULEE", "Crème", "ARMEL", "armelkanal 7", "30 creme"):
        assert await ids_of(ben, SEARCH, q=typed) == [post["id"]], typed
    for typed in ("rème", "creme tea", "armel creme"):  # the middle of a word; a word more; only the last is begun
        assert await ids_of(ben, SEARCH, q=typed) == [], typed


async def test_a_long_beginning_is_looked_at_to_its_end(running: Parts, anna: Person) -> None:
    whole = await posted(running, anna, caption="A watercolour")
    await posted(running, anna, caption="A waterfall")
    assert len(await ids_of(anna, SEARCH, q="waterc")) == 1
    assert await ids_of(anna, SEARCH, q="watercolou") == [whole["id"]]
    assert await ids_of(anna, SEARCH, q="watercolours") == []


async def test_a_hashtag_is_found_exactly(running: Parts, anna: Person) -> None:
    sunset = await posted(running, anna, caption="Out late #Sunset")
    await posted(running, anna, caption="#sunsetbeach")
    both = await posted(running, anna, caption="#sunset at the #sea, sunny")
    assert await ids_of(anna, SEARCH, q="#sunset") == [both["id"], sunset["id"]]
    assert await ids_of(anna, SEARCH, q="#sunset #sea") == [both["id"]]
    assert await ids_of(anna, SEARCH, q="#sunset sun") == [both["id"], sunset["id"]]
    assert await ids_of(anna, SEARCH, q="#sunset lat") == [sunset["id"]]
    assert await ids_of(anna, SEARCH, q="late at #sunset") == []
    assert len(await ids_of(anna, SEARCH, q="sunset")) == 3


async def test_signs_that_mean_something_to_a_database_mean_nothing(running: Parts, anna: Person) -> None:
    post = await posted(running, anna, caption="the sea or near words x")
    for typed in ("sea OR", "NEAR(sea", "sea*", "sea'", "-sea", "words:sea", "sea & !x", "sea <-> x", '"sea'):
        assert await ids_of(anna, SEARCH, q=typed) == [post["id"]], typed
    for typed in ('""', "''", "%%", "__", "{}", "\\\\", "**", "OR NOT"):
        assert await ids_of(anna, SEARCH, q=typed) == [], typed


async def test_what_changes_is_found_as_it_is_now(running: Parts, anna: Person) -> None:
    post = await posted(running, anna, caption="a red kite")
    await anna.patch(f"{POSTS}/{post['id']}", json={"caption": "a blue kite #sky"})
    assert await ids_of(anna, SEARCH, q="red") == []
    assert await ids_of(anna, SEARCH, q="blue kite") == [post["id"]]
    assert await ids_of(anna, SEARCH, q="#sky") == [post["id"]]
    await anna.delete(f"{POSTS}/{post['id']}")
    assert await ids_of(anna, SEARCH, q="kite") == await ids_of(anna, SEARCH, q="#sky") == []


async def test_only_what_one_may_see_is_found(running: Parts, anna: Person, ben: Person) -> None:
    mine = await posted(running, anna, caption="boat #boat", visibility="me")
    near = await posted(running, anna, caption="boat #boat", visibility="followers")
    public = await posted(running, anna, caption="boat #boat")
    for typed in ("boat", "bo", "#boat"):
        assert await ids_of(anna, SEARCH, q=typed) == [public["id"], near["id"], mine["id"]]
        assert await ids_of(ben, SEARCH, q=typed) == [public["id"]]
    await follows(running, ben, anna)
    assert await ids_of(ben, SEARCH, q="boat") == [public["id"], near["id"]]
    await anna.post("/api/v1/users/@ben/block")
    assert await ids_of(ben, SEARCH, q="boat") == await ids_of(ben, SEARCH, q="#boat") == []


async def test_every_post_comes_once_over_all_pages(running: Parts, anna: Person) -> None:
    made = [(await posted(running, anna, caption=f"lake {number}"))["id"] for number in range(7)]
    assert await ids_of(anna, SEARCH, q="lake", limit=3) == made[::-1]
    first = (await anna.get(SEARCH, params={"q": "lake", "limit": 3})).json()
    await anna.delete(f"{POSTS}/{made[4]}")  # the one at which the next page begins
    await posted(running, anna, caption="lake, later")
    rest = await anna.get(SEARCH, params={"q": "lake", "cursor": first["next_cursor"]})
    assert [one["id"] for one in rest.json()["items"]] == made[3::-1]


async def test_many_posts_that_nobody_else_may_see_end_a_page_early(
    running: Parts, anna: Person, ben: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (search_sqlite, search_tags):
        monkeypatch.setattr(module, "STRETCHES", (1, 2))
    monkeypatch.setattr(search_postgresql, "_NEWEST", (1, 2))
    monkeypatch.setattr(search_postgresql, "_FREQUENT", 1)
    oldest = await posted(running, anna, caption="hill #hill")
    for _ in range(7):
        await posted(running, anna, caption="hill #hill", visibility="me")
    newest = await posted(running, anna, caption="hill #hill")
    for typed in ("hill", "#hill"):
        page = (await ben.get(SEARCH, params={"q": typed})).json()
        assert [one["id"] for one in page["items"]] == [newest["id"]]
        assert page["next_cursor"] is not None
        assert await ids_of(ben, SEARCH, q=typed) == [newest["id"], oldest["id"]]


async def test_rare_words_are_found_far_back(running: Parts, anna: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_postgresql, "_NEWEST", (1, 2))
    old = [(await posted(running, anna, caption="an otter"))["id"] for _ in range(3)]
    for _ in range(4):
        await posted(running, anna, caption="a duck")
    assert await ids_of(anna, SEARCH, q="otte", limit=2) == old[::-1]


@pytest.mark.parametrize(
    "query", [{}, {"q": "a"}, {"q": "x" * 101}, {"q": "ab", "limit": 0}, {"q": "ab", "cursor": "x"}]
)
async def test_a_question_that_is_none_is_refused(anna: Person, query: dict[str, str]) -> None:
    for kind in ("posts", "users"):
        answer = await anna.get(f"/api/v1/search/{kind}", params=query)
        assert answer.status_code == 422, answer.text
