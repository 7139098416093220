"""Rules of moderation that need no database."""
