"""The pieces of the room page, each in a real browser."""
