"""Every router of the plain pages."""

from ui.public import (
    api_docs,
    atom,
    join_routes,
    pictures,
    post,
    profile,
    reset_routes,
    robots,
    set_up_routes,
    sign_in_routes,
    tag,
)
from ui.public import help as help_page
from ui.rooms import room_page

ROUTERS = (
    sign_in_routes.router,
    set_up_routes.router,
    join_routes.router,
    reset_routes.router,
    help_page.router,
    api_docs.router,
    robots.router,
    pictures.router,
    atom.router,
    profile.router,
    post.router,
    tag.router,
    room_page.router,
)
