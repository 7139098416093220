"""The program `kamra` as the tests of pages run it, with everything that goes over its line written into a folder.

Run as `python -m tests.rooms.recorded_kamra serve`; KAMRA_TEST_RECORDING names the folder. Its log goes to standard
error, its rows and files are where its settings say: `server_remains` reads all of them.
"""

import os
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from tests.quick_kamra import main as kamra
from tests.rooms.recording import Recording


def main() -> None:
    """The program."""
    kamra(_record)


def _record() -> None:
    from ui import serving  # noqa: PLC0415  # the whole program, which `kamra` imports when it has made it quick

    create_site = serving.create_site

    def recorded_site(*given: Any, **more: Any) -> FastAPI:
        site = create_site(*given, **more)
        site.add_middleware(Recording, folder=Path(os.environ["KAMRA_TEST_RECORDING"]))  # around all that is there
        return site

    serving.create_site = recorded_site


if __name__ == "__main__":
    main()
