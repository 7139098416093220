"""`kamra serve`: the program itself, until it is told to stop."""

import argparse
import gc
from typing import Any

from ui.settings import Settings


def add(verbs: Any) -> None:
    """Add the command; `--role` splits one Kamra over several processes."""
    verb = verbs.add_parser("serve", help="serve Kamra until it is told to stop")
    verb.add_argument("--host", help="the address to listen on (KAMRA_HOST)")
    verb.add_argument("--port", type=int, help="the port to listen on (KAMRA_PORT)")
    verb.add_argument("--role", choices=("all", "web", "worker"), default="all", help="what this process does")
    verb.set_defaults(run=run)


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Serve; returns when a signal ended it."""
    gc.disable()  # a program being loaded is no garbage; looking for some took a quarter of the time (measured)
    from ui.serving import serve  # noqa: PLC0415  # imports the whole program, which `--help` does not need

    gc.freeze()
    gc.enable()
    changed = {name: value for name in ("host", "port") if (value := getattr(given, name)) is not None}
    return serve(settings.model_copy(update=changed), given.role)
