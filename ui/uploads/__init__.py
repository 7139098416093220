"""How the bytes of pictures come in: streamed, never spooled."""
