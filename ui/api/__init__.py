"""The REST API, one file per feature, everything under /api/v1."""
