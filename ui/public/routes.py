"""Every router of the plain pages."""

from ui.public import api_docs, home, join_routes, reset_routes, set_up_routes, sign_in_routes
from ui.public import help as help_page

ROUTERS = (
    home.router,
    sign_in_routes.router,
    set_up_routes.router,
    join_routes.router,
    reset_routes.router,
    help_page.router,
    api_docs.router,
)
