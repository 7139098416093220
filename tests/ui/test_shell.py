"""The bars: where one can go, for whom, and that names are only ever text."""

from ui.components.shell import ShellPerson, head_html, shell_html


def person(role: str = "member", name: str = "Anna Berger") -> ShellPerson:
    return ShellPerson(handle="anna", display_name=name, avatar_url=None, role=role)


def test_the_place_one_is_at_is_marked_in_both_bars() -> None:
    assert shell_html(person(), "library").count('href="/library" aria-current="page"') == 2
    assert "aria-current" not in shell_html(person(), "")


def test_only_who_runs_this_kamra_finds_people() -> None:
    assert 'href="/people"' in shell_html(person("admin"), "library")
    assert 'href="/people"' not in shell_html(person("moderator"), "library")
    assert 'href="/settings"' in shell_html(person(), "library")


def test_signing_out_is_a_form_so_that_no_link_can_do_it() -> None:
    assert '<form method="post" action="/sign-out"' in shell_html(person(), "library")


def test_a_name_full_of_markup_is_shown_as_text() -> None:
    html = shell_html(person(name='<img src=x onerror="alert(1)">'), "library")
    assert "<img src=x" not in html
    assert "&lt;img src=x onerror=&#34;alert(1)&#34;&gt;" in html


def test_who_chose_a_theme_gets_it_before_anything_is_drawn() -> None:
    assert "color-scheme: dark" in head_html(theme="dark")
    assert "<style>" not in head_html()


def test_moderation_is_for_those_who_moderate() -> None:
    assert 'href="/moderation"' in shell_html(person("moderator"), "library")
    assert 'href="/moderation"' in shell_html(person("admin"), "library")
    assert 'href="/moderation"' not in shell_html(person(), "library")


def test_the_bell_says_how_many_are_unread_and_nothing_when_none_is() -> None:
    assert "data-k-unread hidden>" in shell_html(person(), "library")
    some = ShellPerson(handle="anna", display_name="Anna", avatar_url=None, role="member", unread=3)
    html = shell_html(some, "library")
    assert "data-k-unread hidden>" not in html
    assert "<span data-k-number>3</span>" in html
