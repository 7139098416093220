"""Signing in and out with tokens: login, refresh, revoke."""

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from domain.accounts.account import Account
from domain.accounts.open_session import (
    Opened,
    Reused,
    open_api_session,
    refresh_session,
    revoke_refresh_token,
)
from domain.accounts.session import RefreshReused, TokenDead
from domain.graph.seen_account import seen_by_oneself
from domain.work import Work
from ui.accounts.address import counted_address, visitor_of
from ui.accounts.cookies import device_cookie, set_device_cookie
from ui.accounts.ended_sessions import tell_ended
from ui.accounts.lives import session_life
from ui.accounts.sign_in import Attempt, sign_in
from ui.api.account_shapes import user_for
from ui.api.refusals import refuses
from ui.api.token_shapes import LoginShape, PairShape, pair_shape
from ui.parts import TheParts

router = APIRouter(prefix="/auth", tags=["auth"])


class Login(BaseModel):
    """`login` is a handle or an e-mail address; `email` is another name for it."""

    login: str | None = None
    email: str | None = None
    password: str


class Refresh(BaseModel):
    """A refresh token."""

    refresh_token: str


@router.post("/login", responses=refuses(400, 401, 403, 422, 429))
async def login(body: Login, request: Request, response: Response, parts: TheParts) -> LoginShape:
    """Sign in with a handle or an e-mail address."""

    async def begin(work: Work, account: Account) -> Opened:
        now, life = parts.clock.now(), session_life(parts.settings)
        return await open_api_session(work, account.id, visitor_of(request), now, life)

    attempt = Attempt(
        login=body.login or body.email or "",
        password=body.password,
        address=counted_address(request),
        device=device_cookie(request),
    )
    success = await sign_in(parts, attempt, begin)
    set_device_cookie(request, response, success.device)
    pair = pair_shape(parts, success.opened)
    return LoginShape(**pair.model_dump(), user=user_for(parts, seen_by_oneself(success.account), success.account.id))


@router.post("/refresh", responses=refuses(400, 401, 403, 422))
async def refresh(body: Refresh, parts: TheParts) -> PairShape:
    """A new pair for a refresh token; using one twice ends the session for everybody who has it."""
    async with parts.works.write() as work:
        outcome = await refresh_session(work, body.refresh_token, parts.clock.now(), session_life(parts.settings))
    if outcome is None:
        raise TokenDead
    if isinstance(outcome, Reused):
        await tell_ended(parts.messages, [outcome.session_id])
        raise RefreshReused
    return pair_shape(parts, outcome)


@router.post("/revoke", status_code=204, responses=refuses(400, 422))
async def revoke(body: Refresh, parts: TheParts) -> None:
    """End the session of a refresh token; ending one that is over is fine."""
    async with parts.works.write() as work:
        ended = await revoke_refresh_token(work, body.refresh_token)
    if ended is not None:
        await tell_ended(parts.messages, [ended])
