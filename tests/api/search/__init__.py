"""Finding people and posts through the REST API."""
