"""Collections as rows, on SQLite or PostgreSQL."""
