"""The API of who follows whom."""
