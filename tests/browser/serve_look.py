"""A program that serves nothing but the look: `/_design` and every plain page, on a port which it prints."""

import socket
import sys
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from nicegui import ui

from ui.pages.design import register_design
from ui.public.errors import error_page
from ui.public.first_pictures import first_pictures_page
from ui.public.help import help_page
from ui.public.invite import invite_page
from ui.public.reset import reset_page
from ui.public.set_up import set_up_page
from ui.public.sign_in import sign_in_page
from ui.theme.assets import PREFIX, assets_app
from ui.theme.texts import sentence_of

PAGES: dict[str, Callable[[], str]] = {
    "sign-in": lambda: sign_in_page(place="photos.example.org", trouble=sentence_of("login_wrong")),
    "set-up": lambda: set_up_page(code="K3x9"),
    "set-up-refused": lambda: set_up_page(code="K3x9", troubles={"password": sentence_of("password_common")}),
    "first-pictures": lambda: first_pictures_page(handle="anna", max_bytes=50_000_000),
    "invite": lambda: invite_page(action="/invite/K3x9", invited_by="Anna", insecure=True),
    "reset": lambda: reset_page(code="K3x9"),
    "not-found": lambda: error_page(404),
    "broken": lambda: error_page(500, number="7f3a"),
    "help": help_page,
}


def main() -> None:
    """Serve until terminated."""
    app = FastAPI()
    app.mount(PREFIX, assets_app())

    @app.get("/plain/{name}", response_class=HTMLResponse)
    def plain(name: str) -> str:
        return PAGES[name]()

    @app.post("/{path:path}")
    async def posted(request: Request) -> dict[str, str]:
        return {name: str(value) for name, value in (await request.form()).items()}

    register_design()
    ui.run_with(app, tailwind=False, dark=None, language="en-US", show_welcome_message=False)
    listening = socket.create_server(("127.0.0.1", 0))
    sys.stdout.write(f"{listening.getsockname()[1]}\n")
    sys.stdout.flush()
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listening])


if __name__ == "__main__":
    main()
