"""API tokens: made by a person for their own programs, shown once."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from domain.accounts.actor import Scope
from domain.accounts.api_token import ApiToken, TokenNotFound
from domain.accounts.make_token import demand_signed_in, make_token
from domain.ids import ApiTokenId
from domain.paging import Window
from ui.api.credentials import Reader, Writer
from ui.api.listing import Listing, window_of
from ui.api.path_ids import path_id
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/auth", tags=["auth"])


class NewToken(BaseModel):
    """What the token is called, what it allows (`read`, `write`, `admin`), and for how many days."""

    name: str
    scopes: list[str]
    expires_in_days: int | None = None


class TokenShape(BaseModel):
    """One token, without its text."""

    id: UUID
    name: str
    scopes: list[Scope]
    created_at: datetime
    expires_at: datetime | None
    used_at: datetime | None


class MadeTokenShape(TokenShape):
    """One token with its text, which is not shown again."""

    token: str


@router.post("/token", status_code=201, responses=refuses(400, 401, 403, 422))
async def create_token(body: NewToken, actor: Writer, parts: TheParts) -> MadeTokenShape:
    """Make a token; it takes somebody who is signed in, not another token."""
    async with parts.works.write() as work:
        text, token = await make_token(
            work, actor, name=body.name, scopes=body.scopes, days=body.expires_in_days, now=parts.clock.now()
        )
    return MadeTokenShape(**_shape(token).model_dump(), token=text)


@router.get("/tokens", responses=refuses(401, 403, 422))
async def list_tokens(
    actor: Reader, parts: TheParts, window: Annotated[Window, Depends(window_of("tokens", str))]
) -> Listing[TokenShape]:
    """One's own tokens, newest first."""
    async with parts.works.read() as work:
        page = await work.api_tokens.list_of(actor.account.id, parts.clock.now(), window)
    return Listing(items=[_shape(token) for token in page.items], next_cursor=page.next_cursor)


@router.delete("/tokens/{token_id}", status_code=204, responses=refuses(401, 403, 404))
async def end_token(token_id: str, actor: Writer, parts: TheParts) -> None:
    """Delete one of one's own tokens."""
    demand_signed_in(actor)
    wanted = ApiTokenId(path_id(token_id, TokenNotFound))
    async with parts.works.write() as work:
        if not await work.api_tokens.end(wanted, actor.account.id):
            raise TokenNotFound


def _shape(token: ApiToken) -> TokenShape:
    return TokenShape(
        id=token.id,
        name=token.name,
        scopes=sorted(token.scopes),
        created_at=token.created_at,
        expires_at=token.expires_at,
        used_at=token.used_at,
    )
