"""Finding people by their names and posts by the words of their captions."""
