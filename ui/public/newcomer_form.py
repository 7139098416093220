"""Reads who somebody says they are from the forms of the set-up and of invitations."""

from typing import Annotated

from fastapi import Depends, Form

from domain.accounts.rules import Newcomer

FIELDS = ("display_name", "handle", "password", "email")


async def _typed(
    display_name: Annotated[str, Form()] = "",
    handle: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    email: Annotated[str, Form()] = "",
) -> Newcomer:
    return Newcomer(handle=handle, display_name=display_name, password=password, email=email or None)


TypedNewcomer = Annotated[Newcomer, Depends(_typed)]
