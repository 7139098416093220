"""The people whose posts anybody looks at, on a Kamra with public pages."""

from collections.abc import Callable

import pytest

# Imported fixtures are this folder's too; pytest finds them by their names.
from tests.api.conftest import anna, ben, cleo, nobody, running
from ui.settings import Settings

__all__ = ["anna", "ben", "cleo", "nobody", "running"]


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    return make_settings(public_pages="on")
