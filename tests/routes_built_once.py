"""FastAPI makes each route ready anew for each application; a process of tests starts hundreds of one, so once is kept.

What a route does depends on itself and on how it was included, and on nothing else of the application as long as no
dependency is overridden, which no test does: they use the real ones. Making the routes of one Kamra ready takes 0.15 s.
"""

from dataclasses import replace
from functools import wraps
from typing import Any

from fastapi import routing

_KEPT = "_ready_as_included"


def build_routes_once() -> None:
    """From now on in this process; a route that is included in another way is made ready for that way."""
    included: Any = routing._IncludedRouter  # FastAPI has no public place for this
    build = included._build_effective_context

    @wraps(build)
    def kept(self: Any, route: Any) -> Any:
        # Without the application, which would be kept with its Kamra as long as the route.
        way = replace(self.include_context, dependency_overrides_provider=None)
        known: list[tuple[Any, Any]] = vars(route).setdefault(_KEPT, [])
        for known_way, ready in known:
            if known_way == way:
                return ready
        ready = build(included(original_router=self.original_router, include_context=way), route)
        known.append((way, ready))
        return ready

    included._build_effective_context = kept
