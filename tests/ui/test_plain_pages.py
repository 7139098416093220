"""The pages before the door: whole without JavaScript, and what people wrote is only ever text."""

import re
from collections.abc import Callable

import pytest

from ui.public.errors import error_page
from ui.public.first_pictures import first_pictures_page
from ui.public.help import help_page
from ui.public.invite import invite_page
from ui.public.reset import reset_page
from ui.public.set_up import already_set_up_page, set_up_page
from ui.public.sign_in import sign_in_page
from ui.public.sign_up_values import SignUpValues
from ui.theme.page_texts import INSECURE

EVIL = '"><script>alert(1)</script>'
PAGES: dict[str, Callable[[bool], str]] = {
    "sign-in": lambda insecure: sign_in_page(insecure=insecure),
    "set-up": lambda insecure: set_up_page(code="K3x9", insecure=insecure),
    "set-up again": lambda insecure: already_set_up_page(insecure=insecure),
    "first pictures": lambda insecure: first_pictures_page(handle="anna", max_bytes=50_000_000, insecure=insecure),
    "invite": lambda insecure: invite_page(action="/invite/K3x9", insecure=insecure),
    "reset": lambda insecure: reset_page(code="K3x9", insecure=insecure),
    "not found": lambda insecure: error_page(404, insecure=insecure),
    "forbidden": lambda insecure: error_page(403, insecure=insecure),
    "broken": lambda insecure: error_page(500, number="7f3a", insecure=insecure),
    "help": lambda insecure: help_page(insecure=insecure),
}


def names(html: str) -> set[str]:
    return set(re.findall(r'<input[^>]* name="(\w+)"', html))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_a_whole_one_in_one_language_with_a_title(page: str) -> None:
    html = PAGES[page](False)
    assert html.startswith('<!doctype html>\n<html lang="en">')
    assert re.search(r"<title>\S.* · Kamra</title>", html)
    assert "<h1" in html
    assert not re.findall(r"<script(?! type=\"module\" src=)", html), "no script stands in a page itself"


@pytest.mark.parametrize("page", PAGES)
def test_a_plain_http_address_explains_itself_on_every_page(page: str) -> None:
    assert INSECURE in PAGES[page](True)
    assert INSECURE not in PAGES[page](False)


def test_the_forms_ask_for_what_their_routes_take() -> None:
    assert names(sign_in_page()) == {"login", "password", "next"}
    assert names(set_up_page(code="K3x9")) == {"display_name", "handle", "password", "email", "public_pages"}
    assert names(invite_page(action="/invite/K3x9")) == {"display_name", "handle", "password", "email"}
    assert names(reset_page(code="K3x9")) == {"password"}


def test_a_failed_form_shows_what_was_written_and_what_is_wrong_but_never_the_password() -> None:
    values = SignUpValues(display_name="Anna", handle="anna", email="anna@example.org", public_pages="on")
    html = set_up_page(code="K3x9", values=values, troubles={"handle": "Taken.", "": "Look again."})
    assert 'value="anna@example.org"' in html
    assert 'value="on" checked' in html
    assert re.search(r'name="handle"[^>]*aria-invalid="true"', html)
    assert "Taken." in html
    assert "Look again." in html
    assert re.search(r'name="password" type="password" value=""', html)


def test_what_people_write_is_only_ever_text() -> None:
    values = SignUpValues(display_name=EVIL, handle=EVIL, email=EVIL)
    pages = [
        sign_in_page(login=EVIL, trouble=EVIL, told=EVIL, place=EVIL, next=EVIL),
        set_up_page(code=EVIL, values=values, troubles={"password": EVIL, "": EVIL}),
        invite_page(action=EVIL, invited_by=EVIL, values=values),
        error_page(404, sentence=EVIL),
    ]
    assert not [html for html in pages if EVIL in html]


def test_an_invitation_says_who_invites() -> None:
    assert "Anna invites you to their Kamra." in invite_page(action="/invite/K3x9", invited_by="Anna")


def test_our_own_mistake_has_a_number_to_look_up() -> None:
    assert "Number 7f3a; the person who runs Kamra can look it up." in error_page(500, number="7f3a")


def test_password_managers_are_told_which_field_is_which() -> None:
    assert re.search(r'name="login"[^>]*autocomplete="username"', sign_in_page())
    assert re.search(r'name="password"[^>]*autocomplete="current-password"', sign_in_page())
    assert re.search(r'name="password"[^>]*autocomplete="new-password"', reset_page(code="K3x9"))
