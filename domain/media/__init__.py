"""Media: one uploaded picture, its original and its renditions."""
