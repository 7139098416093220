"""What attacks start from: the whole program running, people who live in it, and a browser."""

# Imported fixtures are this folder's too; pytest finds them by their names.
from tests.browser.conftest import browser, console, open_page, page, server

__all__ = ["browser", "console", "open_page", "page", "server"]
