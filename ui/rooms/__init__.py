"""Rooms: what the browser runs, the live socket, and the protocol for programs without a browser."""
