"""The words of posts: how long ago, who likes it, and what a caption names."""

from playwright.async_api import Page

from tests.browser.conftest import ServedLibrary
from tests.browser.modules import call


async def test_how_long_ago_is_said_in_words_and_after_a_week_by_the_day(page: Page, library: ServedLibrary) -> None:
    seconds = [0, 59, 60, 7199, 7200, 86_400, 6 * 86_400]
    asked = "given[0].map((ago) => m.agoText(new Date(9e11 - ago * 1000), new Date(9e11)))"
    said = await call(page, library.url, "feed/ago.js", asked, seconds)
    assert said == ["just now", "just now", "1 minute ago", "1 hour ago", "2 hours ago", "1 day ago", "6 days ago"]
    days = "[1, 13].map((months) => m.agoText(new Date(2026, 5 - months, 9), new Date(2026, 5, 20)))"
    assert await call(page, library.url, "feed/ago.js", days) == ["9 May", "9 May 2025"]


async def test_likes_name_somebody_and_count_the_others(page: Page, library: ServedLibrary) -> None:
    anna = {"display_name": "Anna"}
    likes = [
        ((0, False, None), ""),
        ((1, True, None), "You like this"),
        ((1, False, anna), "Anna likes this"),
        ((2, True, anna), "Anna and you like this"),
        ((2, False, anna), "Anna and 1 other like this"),
        ((5, True, anna), "Anna and 4 others like this"),
        ((1, False, None), "1 person likes this"),
        ((3, False, None), "3 people like this"),
    ]
    posts = [{"like_count": count, "liked_by_me": by_me, "liked_by": by} for (count, by_me, by), _ in likes]
    said = await call(page, library.url, "feed_texts.js", "given[0].map(m.likesText)", posts)
    assert said == [words for _, words in likes]


async def test_a_caption_links_hashtags_and_the_people_it_names_and_is_text_otherwise(
    page: Page, library: ServedLibrary
) -> None:
    caption = "<b>#Ljubljana</b> with @anna_b, @nobody and a@anna_b.si, a#b #1_\u00e9t\u00e9"
    tell = "(one) => [one.tagName, one.textContent, one.getAttribute('href')]"
    links = f"[...m.richText(...given).querySelectorAll('*')].map({tell})"
    assert await call(page, library.url, "feed/rich_text.js", links, caption, ["Anna_B"]) == [
        ["A", "#Ljubljana", "/tags/Ljubljana"],
        ["A", "@anna_b", "/@anna_b"],
        ["A", "#1_\u00e9t\u00e9", "/tags/1_%C3%A9t%C3%A9"],
    ]
    whole = "m.richText(...given).textContent"
    assert await call(page, library.url, "feed/rich_text.js", whole, caption, []) == caption
