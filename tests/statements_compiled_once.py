"""SQLAlchemy compiles every statement for each engine anew; a process of tests opens hundreds alike, so once is kept.

What is compiled depends on the statement and on the dialect, which is an object of each engine's own here: those of one
driver and one server's version write the same SQL.
"""

from collections.abc import Iterator, MutableMapping
from typing import Any

from storage.database import engine as engines


class _OfEveryEngine(MutableMapping[tuple[Any, ...], Any]):
    """Implements SQLAlchemy's `compiled_cache`; the first part of its keys is the dialect."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Any, ...], Any] = {}

    def __getitem__(self, key: tuple[Any, ...]) -> Any:
        return self._kept[_alike(key)]

    def __setitem__(self, key: tuple[Any, ...], compiled: Any) -> None:
        self._kept[_alike(key)] = compiled

    def __delitem__(self, key: tuple[Any, ...]) -> None:
        del self._kept[_alike(key)]

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def compile_statements_once() -> None:
    """From now on in this process."""
    create, kept = engines.create_async_engine, _OfEveryEngine()

    def with_what_is_kept(*given: Any, **more: Any) -> Any:
        return create(*given, **more, execution_options={"compiled_cache": kept})

    engines.create_async_engine = with_what_is_kept


def _alike(key: tuple[Any, ...]) -> tuple[Any, ...]:
    dialect, *statement = key
    return type(dialect), getattr(dialect, "server_version_info", None), *statement
