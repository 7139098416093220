"""How a route says in the API's description which statuses it refuses with."""

from http import HTTPStatus
from typing import Any

_PROBLEM: dict[str, Any] = {
    "type": "object",
    "title": "Problem",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "A sentence for a person."},
        "code": {"type": "string", "description": "Stable, for a program."},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "message"],
                "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}


def refuses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """For `responses=`: each of these answers is an RFC 9457 problem."""
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {"application/problem+json": {"schema": _PROBLEM}},
        }
        for status in statuses
    }
