"""What counts as a hashtag and as a mention."""

import pytest

from domain.posts.named_in_text import handles_in, hashtags_in, split_at_named


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        (None, []),
        ("#Sunset over #köln, #SUNSET again", ["sunset", "köln"]),
        ("#Ko\u0308ln", ["köln"]),
        ("(#one)#two #three#four", ["one", "two", "three"]),
        ("a#b &#39; https://kamra.test/#part ##no # no", []),
        ("#snake_case #2024 #straße", ["snake_case", "2024", "strasse"]),
        ("#हिन्दी #日本語!", ["हिन्दी", "日本語"]),
        ("#" + "x" * 100 + " #" + "y" * 101, ["x" * 100]),
    ],
)
def test_hashtags_are_folded_and_once_each_in_their_order(text: str | None, tags: list[str]) -> None:
    assert list(hashtags_in(text)) == tags


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        (None, []),
        ("@Anna and (@ben_2), @anna: hello", ["anna", "ben_2"]),
        ("write to me@example.com or @ab or @" + "x" * 31, []),
        ("see https://kamra.test/@anna", []),
        ("thanks @cleo.", ["cleo"]),
        ("@anna@other.example", []),
    ],
)
def test_handles_are_lower_case_and_once_each_in_their_order(text: str | None, handles: list[str]) -> None:
    assert list(handles_in(text)) == handles


def test_a_text_is_split_at_what_it_names_and_nothing_of_it_is_lost() -> None:
    text = "(#Köln)#two with @Ann_a, me@example.com ##no #" + "x" * 101
    parts = list(split_at_named(text))
    assert "".join(part.text for part in parts) == text
    named = [(part.text, part.hashtag or part.handle) for part in parts if part.hashtag or part.handle]
    assert named == [("#Köln", "köln"), ("#two", "two"), ("@Ann_a", "ann_a")]
