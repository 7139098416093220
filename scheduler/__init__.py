"""A clock that starts short, idempotent sweeps."""
