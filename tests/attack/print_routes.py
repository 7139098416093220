"""A program that prints every route of the site, the pages' own included, one `METHOD /path` a line.

NiceGUI can be set up only once in a process, and not in one that tests the rest without it.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from nicegui import core
from starlette.routing import Mount, Route

from ui.app import opened_parts
from ui.settings import Settings
from ui.web.site import create_site


def printed_routes() -> list[tuple[str, str]]:
    """Method and path of every route, asked of a process of its own."""
    command = (sys.executable, "-m", "tests.attack.print_routes")
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    lines = [line.partition(" ") for line in told.stdout.splitlines()]
    return [(method, path) for method, _, path in lines]


def _routes(routes: Iterable[Any], above: str = "") -> Iterator[tuple[str, str]]:
    for route in routes:
        if isinstance(route, Route):
            for method in sorted(route.methods or {"GET"}):
                yield method, above + route.path
        elif isinstance(route, Mount):
            if not route.routes:
                yield "GET", f"{above}{route.path}/"
            yield from _routes(route.routes, above + route.path)
        else:  # FastAPI's included routers, which know the whole paths of theirs
            for context in route.effective_route_contexts():
                for method in sorted(context.methods):
                    yield method, context.path


def main() -> None:
    """Print them."""
    settings = Settings(_env_file=None)  # pyright: ignore[reportCallIssue]  # pydantic-settings adds the parameter
    site = create_site(settings, opened_parts(settings, role="command"))
    for method, path in dict.fromkeys((*_routes(site.routes), *_routes(core.app.routes))):
        sys.stdout.write(f"{method} {path}\n")


if __name__ == "__main__":
    main()
