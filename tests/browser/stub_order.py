"""Which media of the stand-in library fit, in which order, and how many there are in each month and with each tag."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

Item: TypeAlias = dict[str, Any]

_KEYS = {
    "taken": lambda one: (_shown_at(one), one["id"]),
    "created": lambda one: one["id"],
    "name": lambda one: (one["name"].lower(), one["id"]),
    "bytes": lambda one: (one["bytes"], one["id"]),
}


def asked_of(query: Mapping[str, str], usual_sort: str) -> dict[str, str]:
    """What an address asks for."""
    sort = query.get("sort", usual_sort)
    order = query.get("order", "asc" if sort == "name" else "desc")
    return {"q": query.get("q", ""), "tag": query.get("tag", ""), "sort": sort, "order": order}


def listed(items: Sequence[Item], asked: Mapping[str, str], after: str, limit: int) -> tuple[list[Item], str | None]:
    """One page of those that fit, and the cursor of the next."""
    fitting = [one for one in items if _fits(one, asked)]
    fitting.sort(key=_KEYS[asked["sort"]], reverse=asked["order"] == "desc")
    first = next((at + 1 for at, one in enumerate(fitting) if one["id"] == after), 0)
    page = fitting[first : first + limit]
    return page, page[-1]["id"] if first + limit < len(fitting) else None


def months_of(items: Sequence[Item]) -> list[Item]:
    """As `GET /media/months` answers."""
    counts = Counter(_shown_at(one)[:7] for one in items)
    return [{"month": month, "count": counts[month]} for month in sorted(counts, reverse=True)]


def tags_of(items: Sequence[Item]) -> list[Item]:
    """As `GET /media/tags` answers."""
    counts = Counter(tag for one in items for tag in one["tags"])
    return [{"tag": tag, "count": counts[tag]} for tag in sorted(counts)]


def _fits(one: Item, asked: Mapping[str, str]) -> bool:
    return (
        asked["q"].lower() in one["name"].lower()
        and (not asked["tag"] or asked["tag"] in one["tags"])
        and (not asked.get("month") or _shown_at(one).startswith(asked["month"]))
    )


def _shown_at(one: Item) -> str:
    return one["taken_at"] or one["created_at"]
