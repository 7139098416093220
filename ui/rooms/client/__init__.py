"""The room protocol in Python, for programs that meet in a room without a browser; nothing of the server is in it."""
