"""What a handle, a name, an address and a password may be."""

import pytest

from domain.accounts.common_passwords import COMMON_PASSWORDS
from domain.accounts.rules import (
    BadDisplayName,
    BadText,
    BioTooLong,
    PasswordCommon,
    PasswordTooLong,
    PasswordTooShort,
    check_bio,
    check_display_name,
    check_password,
    is_email,
    is_handle,
)


@pytest.mark.parametrize("handle", ["abc", "A_9", "_" * 3, "x" * 30])
def test_a_handle(handle: str) -> None:
    assert is_handle(handle)


@pytest.mark.parametrize("handle", ["", "ab", "x" * 31, "a b", "a-b", "abé", "abc\n", "@abc", "ａｂｃ", "٣٣٣"])
def test_no_handle(handle: str) -> None:
    assert not is_handle(handle)


@pytest.mark.parametrize("email", ["a@b", "ada.lovelace+x@example.co.uk", "長@例え.jp"])
def test_an_address(email: str) -> None:
    assert is_email(email)


@pytest.mark.parametrize(
    "email", ["", "a", "@b", "a@", "a b@c", "a@b@c", "a@.b", "a@b..c", "a@b.", "a\0@b", f"{'a' * 65}@b"]
)
def test_no_address(email: str) -> None:
    assert not is_email(email)


def test_lengths_count_characters_not_bytes() -> None:
    check_display_name("長" * 50)
    check_bio("🐎" * 500)
    check_password("🐎🔋📎🐴🐎🔋📎🐴", handle="ada", field="password")
    check_password("é" * 128, handle="ada", field="password")
    with pytest.raises(BadDisplayName):
        check_display_name("長" * 51)
    with pytest.raises(BioTooLong):
        check_bio("🐎" * 501)
    with pytest.raises(PasswordTooShort):
        check_password("🐎🔋📎🐴", handle="ada", field="password")
    with pytest.raises(PasswordTooLong):
        check_password("é" * 129, handle="ada", field="password")


def test_a_bio_has_lines_and_a_name_does_not() -> None:
    check_bio("one\r\ntwo\tthree")
    for text in ("\0", "\x1b[31m", "\ud800", "\x85"):
        with pytest.raises(BadText):
            check_bio(text)
    for name in ("", " ", "a\nb", "\u0000"):
        with pytest.raises(BadDisplayName):
            check_display_name(name)


@pytest.mark.parametrize(
    "password", ["password", "PASSWORD1", "12345678", "qwertyuiop", "Iloveyou", "aaaaaaaa", "Lovelace"]
)
def test_what_is_tried_first_is_refused_in_any_letter_case(password: str) -> None:
    with pytest.raises(PasswordCommon):
        check_password(password, handle="lovelace", field="password")


def test_the_list_holds_only_what_the_other_rules_let_through() -> None:
    assert len(COMMON_PASSWORDS) > 1000
    assert all(8 <= len(one) <= 128 and one == one.lower() for one in COMMON_PASSWORDS)
