"""Pictures through the REST API and by their links."""
