"""How often somebody tried something, counted in memory or in Redis."""
