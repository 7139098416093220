"""Hints between open pages and processes: in memory or through Redis."""
