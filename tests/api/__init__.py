"""The API, called as a client calls it."""
