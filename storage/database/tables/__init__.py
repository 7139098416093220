"""Every table, one file per feature; importing this package fills `metadata`."""

from storage.database.tables import accounts, graph, media
from storage.database.tables.metadata import metadata

__all__ = ["accounts", "graph", "media", "metadata"]
