"""Names, tags and what search compares."""

import pytest

from domain.media.details import BadMediaName, BadTag, Details, fold, name_from_file, tag_from


@pytest.mark.parametrize(
    ("filename", "name"),
    [
        (None, "Picture"),
        ("", "Picture"),
        ("C:\\photos\\IMG 1.JPG", "IMG 1.JPG"),
        ("folder/IMG_2.heic", "IMG_2.heic"),
        ("\0\x1f", "Picture"),
        ("family 👨‍👩‍👧.jpg", "family 👨‍👩‍👧.jpg"),
        ("x" * 300, "x" * 100),
        ("x" * 300 + ".jpg", "x" * 96 + ".jpg"),
        ("." + "x" * 300, "." + "x" * 99),
    ],
)
def test_a_file_gives_a_picture_the_last_part_of_its_name(filename: str | None, name: str) -> None:
    assert name_from_file(filename) == name


@pytest.mark.parametrize(
    ("text", "folded"), [("Ångström", "angstrom"), ("STRASSE", "strasse"), ("straße", "strasse"), ("ﬁn", "fin")]
)
def test_case_and_accents_do_not_count_in_a_search(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_tags_are_kept_once_in_lower_case_and_without_their_sign() -> None:
    assert Details(tags=["#Sea", " sea ", "Cafe\u0301"]).checked().tags == ("café", "sea")


@pytest.mark.parametrize("text", ["", " # ", "a\0", "x" * 51])
def test_what_is_no_tag_is_refused(text: str) -> None:
    with pytest.raises(BadTag):
        tag_from(text)


def test_what_is_not_said_is_not_changed() -> None:
    assert Details().checked() == Details()
    with pytest.raises(BadMediaName):
        Details(name="   ").checked()
