"""Which person, post or comment an address of moderation names."""

from enum import StrEnum
from typing import Annotated

from fastapi import Path
from pydantic import BaseModel, Field

from domain.accounts.find_person import find_person
from domain.moderation.target import MAX_REASON, Target, TargetKind
from domain.posts.comment import CommentNotFound
from domain.posts.post import PostNotFound
from domain.work import Work
from ui.api.path_ids import path_id


class Things(StrEnum):
    """What people here report: each other, posts, comments."""

    USERS = "users"
    POSTS = "posts"
    COMMENTS = "comments"


class Said(StrEnum):
    """What is taken down: posts and comments."""

    POSTS = "posts"
    COMMENTS = "comments"


class Reason(BaseModel):
    """Why."""

    reason: Annotated[str, Field(description=f"1 to {MAX_REASON} characters.")]


TheThing = Annotated[str, Path(description="Its id; of a person also `@handle`.")]

_KINDS = {
    Said.POSTS: (TargetKind.POST, PostNotFound),
    Said.COMMENTS: (TargetKind.COMMENT, CommentNotFound),
}


def said(things: Said, written: str) -> Target:
    """The post or comment. Raises PostNotFound, CommentNotFound."""
    kind, missing = _KINDS[things]
    return Target(kind=kind, id=path_id(written, missing))


async def thing(work: Work, things: Things, written: str) -> Target:
    """The person, post or comment. Raises AccountNotFound, PostNotFound, CommentNotFound."""
    if things is Things.USERS:
        return Target(kind=TargetKind.USER, id=(await find_person(work, written)).id)
    return said(Said(things.value), written)
