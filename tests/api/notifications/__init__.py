"""What people are told, over the API."""
