"""API tokens: made for a purpose, shown once, removed at any time."""

from domain.accounts.actor import Actor, Scope
from domain.accounts.api_token import ApiToken, TokenNotFound
from domain.accounts.make_token import make_token
from domain.ids import ApiTokenId, parse_uuid
from domain.paging import MAX_LIMIT, Window
from ui.components.button import Button
from ui.components.copy_line import CopyLine
from ui.components.field import Field, Option
from ui.components.form import Form
from ui.components.rows import Line, Row, RowAction, Rows
from ui.components.saved import saving
from ui.components.toast import toast
from ui.components.words import word_link
from ui.pages.acting import acting
from ui.pages.section import Refresh, section
from ui.parts import Parts
from ui.theme import settings_texts as texts

_REMOVE = "remove"
_FOR_EVER = "0"
_DAYS = (
    Option(value="30", word=texts.DAYS_30),
    Option(value="90", word=texts.DAYS_90),
    Option(value="365", word=texts.DAYS_365),
    Option(value=_FOR_EVER, word=texts.DAYS_NONE),
)
_SCOPES = {
    "read": (Option(value="read", word=texts.TOKEN_READ), frozenset({"read"})),
    "write": (Option(value="write", word=texts.TOKEN_WRITE), frozenset({"read", "write"})),
    "admin": (Option(value="admin", word=texts.TOKEN_ADMIN), frozenset({"read", "write", "admin"})),
}


async def show_tokens(parts: Parts, actor: Actor) -> Refresh:
    """The section "API tokens"; returns what shows it anew."""
    shown: ApiTokenId | None = None

    async def make() -> None:
        nonlocal shown
        async with acting(name=name, scopes=may, expires_in_days=days) as it:
            scopes = _SCOPES[may.value][1]
            many = None if days.value == _FOR_EVER else int(days.value)
            async with it.parts.works.write() as work:
                text, token = await make_token(
                    work, it.actor, name=name.value.strip(), scopes=scopes, days=many, now=it.parts.clock.now()
                )
            shown = token.id
            made.show(text)
            made.set_visibility(True)
            name.wipe()
            await refresh(it.parts, it.actor)

    async def remove(key: str, _action: str) -> None:
        async with acting() as it:
            token_id = parse_uuid(key)
            async with it.parts.works.write() as work:
                if token_id is None or not await work.api_tokens.end(ApiTokenId(token_id), it.actor.account.id):
                    raise TokenNotFound
            if token_id == shown:
                made.set_visibility(False)
            await refresh(it.parts, it.actor)
            toast(texts.TOKEN_REMOVED)

    async def refresh(parts: Parts, actor: Actor) -> None:
        async with parts.works.read() as work:
            found = await work.api_tokens.list_of(actor.account.id, parts.clock.now(), Window(limit=MAX_LIMIT))
        rows.show([_row(token) for token in found.items])

    with section(texts.TOKENS, texts.TOKENS_HELP):
        word_link(texts.TOKENS_DOCS, "/api/docs")
        rows = Rows(remove, none=texts.TOKENS_NONE)
        made = CopyLine(texts.TOKEN_ONCE, "", help=texts.TOKEN_ONCE_HELP)
        made.set_visibility(False)
        with Form(make):
            name = Field(texts.TOKEN_NAME, max_length=100)
            may = Field(texts.TOKEN_MAY, kind="choice", value="read", options=_options(actor))
            days = Field(texts.TOKEN_DAYS, kind="choice", value="90", options=_DAYS)
            with saving():
                Button(texts.TOKEN_MAKE, submits=True)
    await refresh(parts, actor)
    return refresh


def _options(actor: Actor) -> tuple[Option, ...]:
    return tuple(option for option, scopes in _SCOPES.values() if {Scope(word) for word in scopes} <= actor.scopes)


def _row(token: ApiToken) -> Row:
    scopes = ", ".join(scope.value for scope in Scope if scope in token.scopes)
    used = Line(text=texts.TOKEN_UNUSED) if token.used_at is None else Line(text=texts.TOKEN_USED, time=token.used_at)
    until = (
        Line(text=texts.TOKEN_FOR_EVER)
        if token.expires_at is None
        else Line(text=texts.TOKEN_UNTIL, time=token.expires_at, style="day")
    )
    return Row(
        key=str(token.id),
        title=token.name,
        aside=scopes,
        lines=(Line(text=texts.TOKEN_MADE, time=token.created_at, style="day"), used, until),
        actions=(RowAction(name=_REMOVE, word=texts.TOKEN_REMOVE),),
    )
