"""Oneself: who one is here, one's own password, and a forgotten one."""

from fastapi import APIRouter, Request
from pydantic import BaseModel

from domain.graph.seen_account import seen_by_oneself
from ui.accounts.address import counted_address
from ui.accounts.own_password import change_own_password, reset_with_code
from ui.api.account_shapes import LimitsShape, OwnUserShape, UsageShape, user_for
from ui.api.credentials import Reader, Writer
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/auth", tags=["auth"])


class PasswordChange(BaseModel):
    """The current password and the one to come."""

    current: str
    new: str


class PasswordReset(BaseModel):
    """The code of a reset link and the password to come."""

    code: str
    new: str


@router.get("/me", responses=refuses(401, 403))
async def get_me(actor: Reader, parts: TheParts) -> OwnUserShape:
    """Oneself, with e-mail address, role, what one uses and what one may use."""
    account = actor.account
    async with parts.works.read() as work:
        usage = await work.media.usage(account.id)
    return OwnUserShape(
        **user_for(parts, seen_by_oneself(account), account.id).model_dump(),
        email=account.email,
        role=account.role,
        theme=account.theme,
        usage=UsageShape(media=usage.pictures, bytes=usage.bytes),
        limits=LimitsShape(
            media=parts.settings.media_per_account or None,
            bytes=parts.settings.bytes_per_account or None,
            upload_bytes=parts.settings.upload_max_bytes,
        ),
    )


@router.post("/password", status_code=204, responses=refuses(400, 401, 403, 422, 429))
async def change_password(body: PasswordChange, actor: Writer, parts: TheParts) -> None:
    """Replace one's password; every other session, refresh token and API token ends."""
    await change_own_password(parts, actor, body.current, body.new)


@router.post("/reset", status_code=204, responses=refuses(400, 410, 422, 429))
async def reset_password(body: PasswordReset, request: Request, parts: TheParts) -> None:
    """Replace a forgotten password with the code of a reset link, which works once."""
    await reset_with_code(parts, body.code, body.new, address=counted_address(request), field="new")
