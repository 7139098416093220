"""The database behind the domain's collections: SQLite or PostgreSQL through the same tables."""
