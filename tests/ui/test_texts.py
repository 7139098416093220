"""What Kamra says: every sentence can be filled in, and an error finds its own or that of its kind."""

import re

import pytest

from domain.errors import Conflict, TooOften
from domain.paging import BadLimit
from ui.theme.amounts import size_text
from ui.theme.assets import assets
from ui.theme.page_texts import DELETED, HIDE_PASSWORD, LIBRARY_EMPTY, SHOW_PASSWORD, UNDO
from ui.theme.texts import PROBLEMS, sentence_for, sentence_of


class PictureInAFrame(Conflict):
    """An error nobody has written a sentence for."""


@pytest.mark.parametrize("code", PROBLEMS)
def test_every_sentence_reads_well_even_when_no_fact_is_given(code: str) -> None:
    said = sentence_of(code)
    assert "{" not in said
    assert "…" not in said, "a fact of this sentence has no word that stands in for it"
    assert re.fullmatch(r"\S.*[.?]", said)


@pytest.mark.parametrize("word", ["rendition", "manifest", "payload", "oops", "invalid", "peer", "intent"])
def test_words_that_only_programmers_use_are_never_said(word: str) -> None:
    assert not [said for said in PROBLEMS.values() if word in said.lower()]


def test_facts_fill_the_sentence_and_bytes_are_read_as_megabytes() -> None:
    assert sentence_of("upload_too_large", bytes=60_000_000, max_bytes=50_000_000) == "60 MB; up to 50 MB work."
    assert sentence_for(BadLimit(max=200)) == "The limit must be a whole number from 1 to 200."


def test_waiting_is_said_in_minutes() -> None:
    assert sentence_for(TooOften(retry_after=700)) == "Too many tries. Go on in 12 minutes."
    assert sentence_for(TooOften(retry_after=5)) == "Too many tries. Go on in 1 minute."


def test_the_end_of_a_suspension_is_a_day_and_a_time() -> None:
    said = sentence_of("account_suspended", until="2026-11-28T16:00:57Z", reason="Too loud.")
    assert said == "You cannot sign in until 28 November 2026, 16:00 UTC. “Too loud.” is the reason given."
    assert sentence_of("account_suspended", reason="Why?").startswith("You cannot sign in until further notice. ")


def test_an_error_without_a_sentence_speaks_with_that_of_its_kind() -> None:
    assert sentence_for(PictureInAFrame()) == PROBLEMS["conflict"]


def test_a_fact_that_looks_like_a_placeholder_stays_as_it_is() -> None:
    assert sentence_of("not_a_picture", name="{number}.pdf").startswith("{number}.pdf is not a picture.")


@pytest.mark.parametrize(
    ("bytes", "text"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (312_400, "312 kB"),
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (4_700_000, "4.7 MB"),
        (9_940_000, "9.9 MB"),
        (9_960_000, "10 MB"),
        (96_000_000, "96 MB"),
        (20_000_000_000, "20 GB"),
        (3_000_000_000_000_000, "3000 TB"),
    ],
)
def test_an_amount_is_rounded_the_way_people_read_it(bytes: int, text: str) -> None:
    assert size_text(bytes) == text


def test_what_both_the_server_and_the_browser_say_is_said_in_the_same_words() -> None:
    modules = ("components/texts.js", "components/picture_texts.js", "components/library_texts.js")
    browsers = "".join(assets().by_name[name].content.decode() for name in modules)
    both = [UNDO, DELETED, SHOW_PASSWORD, HIDE_PASSWORD, LIBRARY_EMPTY.headline, LIBRARY_EMPTY.sentence]
    assert [words for words in both if f'"{words}"' not in browsers] == []
