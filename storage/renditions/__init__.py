"""Renditions: originals are decoded in processes of their own, which may die, and made into clean pictures."""
