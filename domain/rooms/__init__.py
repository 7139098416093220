"""Rooms: places that live for some days, where people pass each other sealed things that the server cannot read."""
