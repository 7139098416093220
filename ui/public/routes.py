"""Every router of the plain pages."""

from ui.public import api_docs

ROUTERS = (api_docs.router,)
