"""The calls of rooms, as programs make them."""
