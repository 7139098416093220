"""What stands between oneself and many people at once, so that a list of them takes two calls and not one for each."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel

from domain.ids import AccountId, parse_uuid
from domain.paging import MAX_LIMIT
from ui.api.credentials import Reader
from ui.api.graph_shapes import RelationshipShape, relationship_shape
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/relationships", tags=["graph"])


class OneRelationship(RelationshipShape):
    """With whom, and what."""

    user_id: UUID


class Relationships(BaseModel):
    """In the order asked for, without people one may not see."""

    items: list[OneRelationship]


AskedPeople = Annotated[
    str, Query(description=f"Ids of people with commas between them; the first {MAX_LIMIT} are looked at.")
]


@router.get("", responses=refuses(401, 403, 422))
async def get_relationships(actor: Reader, parts: TheParts, users: AskedPeople) -> Relationships:
    """What stands between oneself and these people."""
    asked = [AccountId(value) for value in map(parse_uuid, users.split(",")[:MAX_LIMIT]) if value is not None]
    async with parts.works.read() as work:
        found = await work.people.relationships(asked, actor.account.id)
    shown = {one: relationship_shape(found[one]) for one in asked if one in found}
    return Relationships(items=[OneRelationship(user_id=one, **dict(it)) for one, it in shown.items()])
