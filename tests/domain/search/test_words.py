"""Which words a text has, and what a question asks for."""

import pytest

from domain.search.question import BadSearch, PostQuestion, people_question, post_question
from domain.search.words import searchable, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Über den Wölken", ("uber", "den", "wolken")),
        ("It's a well-known, snake_case #Sunset!", ("it", "s", "a", "well", "known", "snake", "case", "sunset")),
        ("1e5 0x1f 3.14 v2", ("1e5", "0x1f", "3", "14", "v2")),
        ("Straße ＦＵＬＬ ﬁne", ("strasse", "full", "fine")),
        ("東京の夜", ("東", "京", "の", "夜")),
        ("привет мир", ("привет", "мир")),
        ("🌅 ✨\n\t“—”", ()),
        ("x" * 2200, ("x" * 64,)),
    ],
)
def test_words_are_letters_and_digits_without_case_and_accents(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words
    assert searchable(text) == " ".join(words)


@pytest.mark.parametrize(
    ("typed", "tags", "words", "begun"),
    [
        ("sea", (), (), "sea"),
        ("the sea the", (), ("the", "sea"), "the"),
        ("#Sunset", ("sunset",), (), None),
        ("#Straße café", ("strasse",), (), "cafe"),
        ("beach #sunset", ("sunset",), ("beach",), None),
        ("#sunset #sea", ("sunset", "sea"), (), None),
        ('"a" AND NEAR(b*', (), ("a", "and", "near"), "b"),
        ("well-known", (), ("well",), "known"),
    ],
)
def test_hashtags_are_whole_and_the_last_word_may_be_a_beginning(
    typed: str, tags: tuple[str, ...], words: tuple[str, ...], begun: str | None
) -> None:
    assert post_question(typed) == PostQuestion(tags=tags, words=words, begun=begun)


@pytest.mark.parametrize("typed", ["??", "##", "_%", "“”"])
def test_signs_alone_ask_for_no_post(typed: str) -> None:
    assert post_question(typed).is_empty


def test_people_are_asked_for_by_what_their_names_hold() -> None:
    assert people_question("  @Anna  Bé ") == ("anna", "be")
    assert people_question("100%") == ("100%",)
    assert people_question("@@") == ("@",)


@pytest.mark.parametrize("typed", ["", "a", " a ", "\u00a0a\t", "x" * 101])
def test_a_question_has_two_to_a_hundred_characters(typed: str) -> None:
    for question in (post_question, people_question):
        with pytest.raises(BadSearch):
            question(typed)
