"""Every table, one file per feature; importing this package fills `metadata`."""

from storage.database.tables import accounts, graph, media, moderation, notifications, posts, rooms
from storage.database.tables.metadata import metadata

__all__ = ["accounts", "graph", "media", "metadata", "moderation", "notifications", "posts", "rooms"]
