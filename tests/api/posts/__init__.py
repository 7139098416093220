"""Posts through the REST API: what is in them, who sees them, what is said to them."""
