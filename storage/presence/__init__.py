"""Who is in a room right now: in memory or in Redis."""
