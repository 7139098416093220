"""Everything this Kamra keeps in one file, and an empty Kamra filled from it."""
