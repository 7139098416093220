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
        **{
            name: {"type": "integer", "description": f"Of the code {code}: {description}"}
            for code, name, description in (
                ("target_too_small", "target_bytes", "the size that cannot be reached."),
                ("target_too_small", "smallest_bytes", "the smallest there is at this width."),
                ("target_too_small", "width", "the width it was tried at, in pixels."),
                ("target_too_small", "suggested_width", "a width at which the size can be reached."),
                ("similarity_too_high", "best_percent", "the likeness that can be reached."),
                ("entry_taken", "last_seq", "the last entry there is."),
            )
        },
        "over_at": {"type": "string", "description": "Of the code room_over: since when."},
        "closed": {"type": "boolean", "description": "Of the code room_over: whether somebody closed it."},
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
