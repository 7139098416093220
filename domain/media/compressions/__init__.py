"""Smaller copies of a picture: made by a recipe, and kept beside it where its owner wants them."""
